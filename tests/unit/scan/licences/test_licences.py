"""Licences of packages, read where they are installed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from aigov.errors import UsageError
from aigov.model import PackageLicence, Use
from aigov.scan.files import SourceFile
from aigov.scan.licences import Licences, find_licences

FIXTURES = Path(__file__).parent / "fixtures"
STORES = FIXTURES / "stores"


def use(purl: str, version: str | None, file: str = "manifest") -> Use:
    return Use(file=file, line=1, name="x", kind="provider", how="lockfile", scope="app", package=purl, version=version)


def find(root: Path, *packages: Use, files: tuple[str, ...] = (), **named: Any) -> tuple[PackageLicence, ...]:
    return licences(root, *packages, files=files, **named).rows


def licences(root: Path, *packages: Use, files: tuple[str, ...] = (), **named: Any) -> Licences:
    return find_licences(root, [SourceFile(path=path, size=1) for path in files], packages, **named)


@pytest.mark.parametrize(
    ("store", "purl", "version", "licence", "file"),
    [
        ("site-packages", "pkg:pypi/openai", "1.55.0", "Apache-2.0", "openai-1.55.0.dist-info/METADATA"),
        ("site-packages", "pkg:pypi/tiktoken", "0.8.0", "MIT", "tiktoken-0.8.0.dist-info/METADATA"),
        ("site-packages", "pkg:pypi/langchain", "0.3.7", "Apache-2.0 OR MIT", "langchain-0.3.7.dist-info/METADATA"),
        ("site-packages", "pkg:pypi/cohere", "5.0", "BSD-3-Clause", "cohere-5.0.0.dist-info/METADATA"),
        ("site-packages", "pkg:pypi/groq", "0.1.0", "ISC", "groq-0.1.0.egg-info/PKG-INFO"),
        (".", "pkg:npm/openai", "4.104.0", "Apache-2.0", "node_modules/openai/package.json"),
        ("node_modules", "pkg:npm/%40anthropic-ai/sdk", "0.60.0", "MIT", "@anthropic-ai/sdk/package.json"),
        ("node_modules", "pkg:npm/groq-sdk", "0.5.0", "Apache-2.0 OR MIT", "groq-sdk/package.json"),
        ("node_modules", "pkg:npm/ollama", "0.6.0", "MIT", "ollama/LICENSE"),
        (
            "node_modules",
            "pkg:npm/%40mistralai/mistralai",
            "1.5.0",
            "Apache-2.0",
            ".pnpm/@mistralai+mistralai@1.5.0_zod@3.0.0/node_modules/@mistralai/mistralai/package.json",
        ),
        (".", "pkg:composer/openai-php/client", "0.10.3", "GPL-3.0-or-later OR MIT", "vendor/composer/installed.json"),
        (
            "m2",
            "pkg:maven/dev.langchain4j/langchain4j-open-ai",
            "1.0.1",
            "Apache-2.0",
            "repository/dev/langchain4j/langchain4j-parent/1.0.1/langchain4j-parent-1.0.1.pom",
        ),
        (
            "m2/repository",
            "pkg:maven/com.openai/openai-java",
            "2.0.0",
            "Apache-2.0 OR EPL-2.0",
            "com/openai/openai-java/2.0.0/openai-java-2.0.0.pom",
        ),
        (
            "gradle",
            "pkg:maven/com.google.genai/google-genai",
            "1.2.0",
            "Apache-2.0",
            "caches/modules-2/files-2.1/com.google.genai/google-genai/1.2.0/0a1b2c/google-genai-1.2.0.pom",
        ),
        ("nuget", "pkg:nuget/OpenAI", "2.1.0", "MIT", "openai/2.1.0/openai.nuspec"),
        ("nuget", "pkg:nuget/Anthropic.SDK", "5.0.0", "MIT", "anthropic.sdk/5.0.0/docs/LICENSE.txt"),
        ("nuget", "pkg:nuget/OllamaSharp", "1.0.0", "MIT", "ollamasharp/1.0.0/ollamasharp.nuspec"),
        ("gems", "pkg:gem/ruby-openai", "7.3.1", "MIT", "ruby/3.3.0/specifications/ruby-openai-7.3.1.gemspec"),
        (
            "gems",
            "pkg:gem/anthropic",
            "0.3.0",
            "Apache-2.0",
            "ruby/3.3.0/specifications/anthropic-0.3.0-x86_64-linux.gemspec",
        ),
        (
            "cargo",
            "pkg:cargo/async-openai",
            "0.28.0",
            "Apache-2.0 OR MIT",
            "registry/src/index-1/async-openai-0.28.0/Cargo.toml",
        ),
        ("cargo", "pkg:cargo/openai", "1.1.1", "MIT", "registry/src/index-1/openai-1.1.1/LICENSE"),
        (
            "go",
            "pkg:golang/github.com/openai/openai-go",
            "v1.2.0",
            "Apache-2.0",
            "pkg/mod/github.com/openai/openai-go@v1.2.0/LICENSE",
        ),
        (
            "go/pkg/mod",
            "pkg:golang/github.com/Azure/azure-sdk",
            "1.0.0",
            "MIT",
            "github.com/!azure/azure-sdk@v1.0.0/LICENSE.txt",
        ),
        (
            ".",
            "pkg:golang/github.com/sashabaranov/go-openai",
            "v1.36.0",
            "Apache-2.0",
            "vendor/github.com/sashabaranov/go-openai/LICENSE",
        ),
        ("pub-cache", "pkg:pub/openai_dart", "0.4.0", "BSD-2-Clause", "hosted/pub.dev/openai_dart-0.4.0/LICENSE"),
        (".", "pkg:hex/openai_ex", "0.9.0", "Apache-2.0", "deps/openai_ex/hex_metadata.config"),
        ("library", "pkg:cran/ellmer", "0.2.0", "MIT", "ellmer/DESCRIPTION"),
        ("SourcePackages", "pkg:swift/github.com/macpaw/openai", "0.4.3", "MIT", "checkouts/OpenAI/LICENSE"),
        (".", "pkg:swift/github.com/macpaw/openai", "0.4.3", "MIT", "SourcePackages/checkouts/OpenAI/LICENSE"),
        (".", "pkg:cocoapods/GoogleGenerativeAI", "0.5.6", "MIT", "Pods/GoogleGenerativeAI/LICENSE"),
        (
            "Pods",
            "pkg:cocoapods/OpenAIKit",
            "2.1.0",
            "Apache-2.0",
            "Target Support Files/Pods-App/Pods-App-acknowledgements.plist",
        ),
        ("julia", "pkg:julia/OpenAI", "0.8.7", "MIT", "packages/OpenAI/a1B2c/LICENSE.md"),
        (".", "pkg:conda/openai", "1.55.0", "Apache-2.0", "conda-meta/openai-1.55.0-pyhd8ed1ab_0.json"),
    ],
)
def test_each_kind_of_store(tmp_path: Path, store: str, purl: str, version: str, licence: str, file: str) -> None:
    (row,) = find(tmp_path, use(purl, version), installed=[STORES / store])
    label = (STORES / store).resolve().name
    assert (row.package, row.version, row.licence, row.source) == (purl, version, licence, "package")
    assert row.file == f"{label}/{file}"


@pytest.mark.parametrize(
    ("store", "purl", "version"),
    [
        ("site-packages", "pkg:pypi/anthropic", "1.0.0"),
        ("node_modules", "pkg:npm/replicate", "1.0.0"),
        ("m2", "pkg:maven/com.loop/a", "1"),
        ("m2", "pkg:maven/com.openai/openai-java", "2.0.1"),
        ("nuget", "pkg:nuget/Azure.AI.OpenAI", "2.0.0"),
        ("go", "pkg:golang/github.com/own/terms", "v1.0.0"),
        ("go", "pkg:golang/github.com/openai/openai-go", "v1.2.1"),
        (".", "pkg:swift/github.com/acme/gone", "1.0.0"),
        ("Pods", "pkg:cocoapods/OpenAISwift", "1.0.0"),
        ("julia", "pkg:julia/PromptingTools", "0.60.0"),
        ("gems", "pkg:gem/..%2F..%2Fx", "1.0"),
    ],
)
def test_what_is_not_there_or_of_no_known_licence_stays_unknown(
    tmp_path: Path, store: str, purl: str, version: str
) -> None:
    assert find(tmp_path, use(purl, version), installed=[STORES / store]) == ()


def test_a_classifier_that_means_several_stays_a_name_and_a_contradiction_is_kept(tmp_path: Path) -> None:
    rows = find(
        tmp_path,
        use("pkg:pypi/mistralai", "1.0.0"),
        use("pkg:pypi/replicate", "1.0.0"),
        installed=[STORES / "site-packages"],
    )
    assert [(row.package, row.licence) for row in rows] == [
        ("pkg:pypi/mistralai", "BSD License"),
        ("pkg:pypi/mistralai", "see the website"),
        ("pkg:pypi/replicate", "Apache Software License"),
        ("pkg:pypi/replicate", "MIT"),
        ("pkg:pypi/replicate", "Other/Proprietary License"),
    ]


def test_of_two_texts_both_are_named(tmp_path: Path) -> None:
    rows = find(tmp_path, use("pkg:golang/github.com/two/licences", "v1.0.0"), installed=[STORES / "go"])
    assert [(row.licence, row.file.rpartition("/")[2]) for row in rows] == [
        ("Apache-2.0", "LICENSE-APACHE"),
        ("MIT", "LICENSE-MIT"),
    ]


def test_another_version_is_told_only_where_nothing_is_known_of_the_right_one(tmp_path: Path) -> None:
    package, site = use("pkg:pypi/openai", "1.54.0"), STORES / "site-packages"
    (row,) = find(tmp_path, package, installed=[site])
    assert (row.version, row.licence) == ("1.55.0", "Apache-2.0")
    both = find(tmp_path, package, use("pkg:pypi/openai", "1.55.0"), installed=[site])
    assert [row.version for row in both] == ["1.55.0"]


def test_an_environment_is_found_in_a_project_and_below_the_manifests_that_name_a_package(tmp_path: Path) -> None:
    for place in ("backend/.venv/lib/python3.13/site-packages", "venv/Lib/site-packages"):
        shutil.copytree(STORES / "site-packages", tmp_path / place)
    shutil.copytree(STORES / "node_modules", tmp_path / "web/node_modules")
    rows = find(
        tmp_path,
        use("pkg:pypi/openai", "1.55.0", "backend/app/requirements.txt"),
        use("pkg:npm/openai", "4.104.0", "web/package.json"),
        use("pkg:npm/ollama", "0.6.0", "package.json"),
        installed=[tmp_path],
    )
    assert [row.file for row in rows] == [
        "web/node_modules/openai/package.json",
        "backend/.venv/lib/python3.13/site-packages/openai-1.55.0.dist-info/METADATA",
        "venv/Lib/site-packages/openai-1.55.0.dist-info/METADATA",
    ]


def test_of_the_tree_only_what_the_scan_saw_is_read_unasked(tmp_path: Path) -> None:
    shutil.copytree(STORES / "node_modules", tmp_path / "node_modules")
    shutil.copytree(STORES / "vendor", tmp_path / "vendor")
    (tmp_path / "bom.json").write_bytes((FIXTURES / "sboms/syft.cdx.json").read_bytes())
    packages = (
        use("pkg:npm/openai", "4.104.0"),
        use("pkg:golang/github.com/sashabaranov/go-openai", "v1.36.0"),
        use("pkg:pypi/openai", "1.55.0"),
    )
    assert find(tmp_path, *packages) == ()
    seen = ("node_modules/openai/package.json", "vendor/modules.txt", "bom.json")
    vendored = ("vendor/github.com/sashabaranov/go-openai/LICENSE",)
    assert [row.file for row in find(tmp_path, *packages, files=seen + vendored)] == [*vendored, seen[0], seen[2]]


def test_an_sbom_of_the_tree_counts_unless_it_is_a_test_s_or_aigov_s_own_or_broken(tmp_path: Path) -> None:
    good = (FIXTURES / "sboms/syft.cdx.json").read_text()
    own = good.replace(
        '"components"', '"metadata": {"properties": [{"name": "aigov:schema", "value": "1"}]}, "components"', 1
    )
    texts = {"a/x.cdx.json": good, "tests/bom.json": good, "own.cdx.json": own, "sbom.json": "{", "deps.json": good}
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    found = licences(tmp_path, use("pkg:pypi/openai", "1.55.0"), files=tuple(texts))
    assert [(row.file, row.source) for row in found.rows] == [("a/x.cdx.json", "sbom")]
    assert [(problem.file, problem.reason) for problem in found.problems] == [("sbom.json", "parse-error")]


def test_sboms_that_are_not_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "bom.json").write_text('{"name": "bill"}')
    for number in range(20):
        (tmp_path / f"{number:02}.cdx.json").write_bytes((FIXTURES / "sboms/syft.cdx.json").read_bytes())
    names = tuple(sorted(path.name for path in tmp_path.iterdir()))
    problems = licences(tmp_path, use("pkg:pypi/openai", "1.55.0"), files=(*names, "gone.spdx.json")).problems
    assert [(problem.file, problem.reason) for problem in problems if problem.file > "9"] == [
        ("bom.json", "too-large"),
        ("gone.spdx.json", "too-large"),
    ]
    told = licences(tmp_path, use("pkg:pypi/openai", "1.55.0"), files=("bom.json", "gone.spdx.json")).problems
    assert [(problem.file, problem.reason, problem.message) for problem in told] == [
        ("bom.json", "parse-error", "is neither CycloneDX JSON nor SPDX JSON: no licence is read from it"),
        ("gone.spdx.json", "unreadable", "no licence is read from it"),
    ]


def test_sources_that_differ_are_all_told(tmp_path: Path) -> None:
    rows = find(
        tmp_path,
        use("pkg:pypi/cohere", "5.0.0"),
        installed=[STORES / "site-packages"],
        sboms=[FIXTURES / "sboms/trivy.spdx.json", FIXTURES / "sboms/syft.cdx.json"],
    )
    assert [(row.licence, row.file) for row in rows] == [
        ("BSD-3-Clause", "site-packages/cohere-5.0.0.dist-info/METADATA"),
        ("BSD License", "syft.cdx.json"),
        ("House terms", "trivy.spdx.json"),
    ]


def test_a_link_out_of_the_folder_is_not_followed_and_one_within_is(tmp_path: Path) -> None:
    shop, store = tmp_path / "shop", tmp_path / "shop/node_modules"
    shutil.copytree(STORES / "node_modules/openai", tmp_path / "elsewhere")
    (store / ".pnpm/openai@4.104.0/node_modules").mkdir(parents=True)
    (store / "openai").symlink_to(tmp_path / "elsewhere")
    assert find(tmp_path, use("pkg:npm/openai", "4.104.0"), installed=[shop]) == ()
    (store / "openai").unlink()
    shutil.move(tmp_path / "elsewhere", store / ".pnpm/openai@4.104.0/node_modules/openai")
    (store / "openai").symlink_to(".pnpm/openai@4.104.0/node_modules/openai")
    assert {row.licence for row in find(tmp_path, use("pkg:npm/openai", "4.104.0"), installed=[shop])} == {"Apache-2.0"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 100,
        b"{" * 50_000,
        b"[" * 50_000 + b"]" * 50_000,
        b'{"name": "openai", "version": 3, "license": 4}',
        b" " * (3 << 20),
    ],
)
def test_hostile_metadata_gives_nothing(tmp_path: Path, data: bytes) -> None:
    places = {
        "pkg:npm/openai": "node_modules/openai/package.json",
        "pkg:composer/a/openai": "vendor/composer/installed.json",
        "pkg:maven/a/openai": "a/openai/1/openai-1.pom",
        "pkg:nuget/openai": "openai/1/openai.nuspec",
        "pkg:gem/openai": "specifications/openai-1.gemspec",
        "pkg:cargo/openai": "openai-1/Cargo.toml",
        "pkg:pypi/openai": "openai-1.dist-info/METADATA",
        "pkg:cran/openai": "openai/DESCRIPTION",
        "pkg:hex/openai": "deps/openai/hex_metadata.config",
        "pkg:conda/openai": "conda-meta/openai-1-0.json",
        "pkg:golang/a/openai": "a/openai@v1/LICENSE",
    }
    for path in places.values():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert find(tmp_path, *(use(purl, "1") for purl in places), installed=[tmp_path]) == ()


def test_a_pipe_does_not_hold_the_scan_up(tmp_path: Path) -> None:
    (tmp_path / "node_modules/openai").mkdir(parents=True)
    os.mkfifo(tmp_path / "node_modules/openai/package.json")
    assert find(tmp_path, use("pkg:npm/openai", "1"), installed=[tmp_path]) == ()


def test_what_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        find(tmp_path, installed=[tmp_path / "x"])
    with pytest.raises(UsageError, match="regular file"):
        find(tmp_path, sboms=[tmp_path])
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(UsageError, match="neither CycloneDX JSON nor SPDX JSON"):
        find(tmp_path, sboms=[tmp_path / "a.json"])
