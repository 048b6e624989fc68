from __future__ import annotations

import pkgutil
import random
from collections.abc import Callable
from pathlib import Path

import pytest

import aigov.scan.facts.manifests as manifests
from aigov.scan.facts.manifests import wants
from aigov.scan.facts.manifests.readers import READERS, GroupReader
from aigov.scan.files import Findings

GrowsEvenly = Callable[[Callable[[str], object], str], None]

FIXTURES = Path(__file__).parent / "fixtures"


def test_every_reader_module_is_in_the_table() -> None:
    """No registration by import: whoever adds a reader must list it, and this says so."""
    listed = {
        function.__module__.rpartition(".")[2]
        for reader in READERS
        if not isinstance(reader, GroupReader)
        for function in (reader.wants, reader.read)
    }
    with_reader = set()
    for module in pkgutil.iter_modules(manifests.__path__):
        found = __import__(f"{manifests.__name__}.{module.name}", fromlist=["_"])
        if any(name.startswith("wants") and getattr(found, name).__module__ == found.__name__ for name in dir(found)):
            with_reader.add(module.name)
    assert listed == with_reader
    assert len({reader.kind for reader in READERS}) == len(READERS)


@pytest.mark.parametrize(
    "path",
    [
        "openai.lock",
        "notes.txt",
        "src/requirements.py",
        "package.json.md",
        "environment.ts",
        "tsconfig.json",
        "openapi.yaml",
        "locales/en/common.json",
        "lib/env.py",
        "dockerfile.md",
    ],
)
def test_other_files_are_not_wanted(path: str) -> None:
    assert not wants(path)


def test_mutilated_manifests_never_raise(
    read_files: Callable[[dict[str, str | bytes]], Findings], read_tree: Callable[[Path], dict[str, str | bytes]]
) -> None:
    """Cut, splice and flip bytes of every fixture: a fault may be reported, nothing may escape."""
    chance = random.Random(20261123)
    for case in sorted(FIXTURES.iterdir()):
        for path, content in read_tree(case).items():
            data = bytes(content) if isinstance(content, bytes) else content.encode()
            for _ in range(25):
                cut = bytearray(data)
                for _ in range(chance.randint(1, 4)):
                    start = chance.randrange(len(cut) + 1)
                    end = min(len(cut), start + chance.randint(0, 12))
                    cut[start:end] = bytes(chance.choices(b'{}[]":,=#\n \\\'"\xff\x00a1', k=chance.randint(0, 4)))
                found = read_files({path: bytes(cut).decode("utf-8", "replace")})
                assert all(problem.reason == "bad-manifest" for problem in found.problems)


@pytest.mark.parametrize(
    ("path", "piece"),
    [
        ("build.gradle", "implementation 'a:"),
        ("build.gradle", 'libs.a.b.c "a:b:${'),
        ("build.gradle", "ext { set('a', \"1\") "),
        ("build.gradle", "val a = a = "),
        ("build.gradle", "val "),
        ("build.gradle", "          "),
        ("build.gradle", "libs"),
        ("build.gradle", "'a:a"),
        ("build.gradle", "exclude "),
        ("gradle.properties", "a.a"),
        ("build.sbt", '"a" % "b" % '),
        ("build.sbt", '"a" % a.a.'),
        ("build.sbt", "val a: String = "),
        ("Gemfile", 'gem "a", "1", :a => ['),
        ("Gemfile", "group :a, "),
        ("Package.swift", '.package(url: "https://a.b/c", '),
        ("Package.swift", '.package(url: "https://a.b/c", from: ((("1" '),
        ("mix.exs", '{:a, "1", only: ['),
        ("mix.exs", '{:a, "1", only: {{}'),
        ("mix.lock", '"a": {:hex, :a, "1", '),
        ("Podfile", "pod 'a', "),
        ("a.xcodeproj/project.pbxproj", 'repositoryURL = "a"; requirement = {'),
        ("go.mod", "require ( a "),
        ("Gemfile.lock", "    a (1)\n"),
        ("deno.json", '{"imports": {"a": "npm:'),
        ("gradle.lockfile", "a.a.a:"),
        ("paket.lock", "    a (1"),
        ("pom.xml", "<project><dependencies>"),
        ("a.csproj", '<PackageReference Include="a;'),
    ],
)
def test_time_is_linear_in_what_repeats(
    read_files: Callable[[dict[str, str | bytes]], Findings], path: str, piece: str, grows_evenly: GrowsEvenly
) -> None:
    for text in (piece * 6_000, (piece + "\n") * 6_000):
        grows_evenly(lambda part: read_files({path: part}), text)
