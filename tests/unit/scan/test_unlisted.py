"""Packages that no entry lists and whose names say AI: a gap, until somebody says what they are."""

import json
from pathlib import Path

import pytest

from aigov.bom.writer import write_bom
from aigov.catalogue import load_catalogue
from aigov.catalogue.own import load_catalogue_with
from aigov.model import Inventory, ScanStatement
from aigov.scan.explain import explain
from aigov.scan.scan import ScanOptions, scan_tree
from aigov.scan.scope_overrides import Word

JO = ScanStatement(by="Jo", on="2026-01-01", expires="2026-12-31")

PACKAGE = {
    "name": "@acme/shop",
    "dependencies": {"express": "5.0.0", "@acme/llm-client": "1.0.0", "openai": "5.0.0"},
    "devDependencies": {"acme-llm-reporter": "2.0.0"},
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "shop"
    root.mkdir()
    (root / "package.json").write_text(json.dumps(PACKAGE, indent=2))
    return root


def scan(root: Path, options: ScanOptions | None = None) -> Inventory:
    return scan_tree(root, catalogue=load_catalogue(), options=options)


def test_it_is_said_with_file_line_and_scope(tree: Path) -> None:
    rows = [(row.package, row.file, row.line, row.scope) for row in scan(tree).coverage.unlisted]
    assert rows == [
        ("pkg:npm/%40acme/llm-client", "package.json", 5, "app"),
        ("pkg:npm/acme-llm-reporter", "package.json", 9, "build"),
    ]


def test_it_is_no_use_and_makes_the_coverage_incomplete(tree: Path) -> None:
    inventory = scan(tree)
    assert {use.name for use in inventory.uses} == {"openai"}
    assert not inventory.coverage.complete


def test_the_aibom_has_a_gap_that_names_it_and_lists_all(tree: Path) -> None:
    properties = write_bom(scan(tree), load_catalogue())["metadata"]["properties"]
    said = {row["name"]: row["value"] for row in properties}
    assert json.loads(said["aigov:coverage:gap"]) == {
        "reason": "unlisted-package",
        "files": 1,
        "suspects": 1,
        "suspect_files": ["package.json:5 pkg:npm/%40acme/llm-client"],
    }
    assert [json.loads(row["value"])["scope"] for row in properties if row["name"] == "aigov:coverage:unlisted"] == [
        "app",
        "build",
    ]


def test_what_only_the_build_asks_for_is_no_gap(tree: Path) -> None:
    (tree / "package.json").write_text(json.dumps({"devDependencies": {"acme-llm-reporter": "2.0.0"}}, indent=2))
    assert scan(tree).coverage.complete


def test_the_user_says_that_it_is_no_ai_and_the_aibom_whose_word_that_is(tree: Path) -> None:
    inventory = scan(
        tree, ScanOptions(word=Word(not_ai=["pkg:npm/@acme/llm-client", "pkg:npm/never-met-llm"], stated=JO))
    )
    assert inventory.coverage.complete
    said = {row["name"]: row["value"] for row in write_bom(inventory, load_catalogue())["metadata"]["properties"]}
    assert said["aigov:coverage:not-ai"] == "pkg:npm/%40acme/llm-client"
    assert json.loads(said["aigov:coverage:stated"]) == {"by": "Jo", "on": "2026-01-01", "expires": "2026-12-31"}
    assert "aigov:coverage:gap" not in said


def test_it_is_explained_at_its_line(tree: Path) -> None:
    told = explain(tree, "package.json", 5, catalogue=load_catalogue(), options=ScanOptions())
    assert [(claim.kind, claim.name, claim.scope) for claim in told.claims] == [
        ("unlisted", "pkg:npm/%40acme/llm-client", "app")
    ]


def test_an_entry_of_the_users_own_settles_it(tree: Path, tmp_path: Path) -> None:
    folder = tmp_path / "entries"
    folder.mkdir()
    (folder / "acme-llm.toml").write_text(
        'title = "Acme"\nkind = "provider"\nhomepage = "https://acme.example"\n'
        'packages = ["pkg:npm/%40acme/llm-client"]\n'
    )
    inventory = scan_tree(tree, catalogue=load_catalogue_with(folder))
    assert inventory.coverage.complete
    assert {use.name for use in inventory.uses} == {"acme-llm", "openai"}


def test_what_the_tree_itself_is_made_of_is_read_as_its_code(tree: Path) -> None:
    (tree / "packages" / "llm-client").mkdir(parents=True)
    (tree / "packages" / "llm-client" / "package.json").write_text('{"name": "@acme/llm-client", "version": "1.0.0"}')
    document = {**PACKAGE, "workspaces": ["packages/*"]}
    (tree / "package.json").write_text(json.dumps(document))
    assert [row.package for row in scan(tree).coverage.unlisted_in_app] == []


def test_a_module_of_another_build_in_the_tree_is_the_trees_own(tmp_path: Path) -> None:
    model = "<project><groupId>com.acme</groupId><artifactId>{}</artifactId><dependencies>{}</dependencies></project>"
    asked = "<dependency><groupId>com.acme</groupId><artifactId>llm-core</artifactId></dependency>"
    for folder, text in (("core", model.format("llm-core", "")), ("web", model.format("web", asked))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "pom.xml").write_text(text)
    assert scan(tmp_path).coverage.unlisted == ()
    (tmp_path / "core" / "pom.xml").unlink()
    assert [row.package for row in scan(tmp_path).coverage.unlisted] == ["pkg:maven/com.acme/llm-core"]


def test_a_scope_of_the_users_holds_for_it_too(tree: Path) -> None:
    inventory = scan(tree, ScanOptions(word=Word(scopes=[("package.json", "test")], stated=JO)))
    assert {row.scope for row in inventory.coverage.unlisted} == {"test", "build"}


@pytest.mark.parametrize(
    ("name", "text", "package"),
    [
        ("requirements.txt", "acme-llm==1.0\n", "pkg:pypi/acme-llm"),
        ("pyproject.toml", '[project]\nname = "x"\ndependencies = ["acme-genai"]\n', "pkg:pypi/acme-genai"),
        ("go.mod", "module x.example/y\n\nrequire github.com/acme/openai-proxy v1.0.0\n", None),
        ("Gemfile", 'gem "acme-openai"\n', "pkg:gem/acme-openai"),
        ("Cargo.toml", '[package]\nname = "x"\n\n[dependencies]\nacme-llm = "1"\n', "pkg:cargo/acme-llm"),
        ("composer.json", '{"require": {"acme/chatgpt-bundle": "1.0"}}', "pkg:composer/acme/chatgpt-bundle"),
    ],
)
def test_every_ecosystem(tmp_path: Path, name: str, text: str, package: str | None) -> None:
    (tmp_path / name).write_text(text)
    expected = package or "pkg:golang/github.com/acme/openai-proxy"
    assert [row.package for row in scan(tmp_path).coverage.unlisted] == [expected]


def test_a_lock_file_alone_says_it_and_beside_its_manifest_once(tmp_path: Path) -> None:
    lock = 'version = 4\n\n[[package]]\nname = "acme-llm"\nversion = "1.0.0"\nsource = "registry+https://x.example"\n'
    (tmp_path / "Cargo.lock").write_text(lock)
    assert [row.file for row in scan(tmp_path).coverage.unlisted] == ["Cargo.lock"]
    (tmp_path / "Cargo.toml").write_text('[package]\nname = "x"\n\n[dependencies]\nacme-llm = "1"\n')
    assert [row.file for row in scan(tmp_path).coverage.unlisted] == ["Cargo.toml"]
