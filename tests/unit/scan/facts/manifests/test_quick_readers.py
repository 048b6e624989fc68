"""Readers of large files that tools print give the very tree that the careful readers give."""

from __future__ import annotations

import json

import pytest

from aigov.scan.facts.manifests import json_nodes, locked_toml, printed_json, python_locks, readers, toml_nodes
from aigov.scan.files import Document, FileKind

_PACKAGES = {
    f"node_modules/p{n}": {
        "version": f"1.0.{n}",
        "dev": n % 2 == 0,
        "engines": {},
        "os": ["linux", "darwin"],
        "n": None,
    }
    for n in range(400)
}
_PRINTED = json.dumps({"name": "app", "lockfileVersion": 3, "packages": _PACKAGES}, indent=2) + "\n"


def test_printed_json_is_read_as_by_the_careful_reader() -> None:
    quick = printed_json.parse_printed(_PRINTED)
    assert quick is not None
    assert quick == json_nodes._Parser(_PRINTED).parse()
    assert json_nodes.parse_json(_PRINTED) == quick


def test_printed_json_with_arrays_on_one_line_and_trailing_commas() -> None:
    rows = "\n".join(f'    "p{n}": ["p{n}@1.0.{n}", "", {{ "peer": {{ "x": "1, ]", }} }}, []],\n' for n in range(500))
    text = '{\n  "lockfileVersion": 1,\n  "packages": {\n' + rows + "  },\n}\n"
    assert printed_json.parse_printed(text) == json_nodes._Parser(text).parse()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_PRINTED.replace('"dev": true,\n', '"dev": true, '), id="two members on a line"),
        pytest.param(_PRINTED.replace('"name": "app",', '"name": "old",\n  "name": "app",'), id="a key twice"),
        pytest.param(
            _PRINTED.replace('"name": "app"', '"name": "a\\u0070p"'), id="an escape that may be half a character"
        ),
        pytest.param(_PRINTED.replace('"name": "app",', '"name": "app", // ours'), id="a comment"),
        pytest.param("[" * 30_000, id="a nesting without end"),
        pytest.param("{}", id="small"),
    ],
)
def test_json_of_another_layout_is_left_to_the_careful_reader(text: str) -> None:
    assert printed_json.parse_printed(text) is None


def _lock(count: int) -> str:
    package = (
        '[[package]]\nversion = "1.{n}"\nname = "P_{n}"\nsource = {{ registry = "r" }}\n'
        'dependencies = [\n    {{ name = "p-1" }},\n]\n'
    )
    root = '[[package]]\nname = "app"\nversion = "0"\nsource = { editable = "." }\ndependencies = [{ name = "p-3" }]\n'
    return "version = 1\n\n" + root + "\n" + "\n".join(package.format(n=n) for n in range(count))


def test_lock_files_in_toml_are_read_as_by_the_careful_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    text = _lock(400)
    assert len(text) > 20_000
    kind = FileKind(role="manifest", name="python-lock")
    document = Document(path="uv.lock", kind=kind, scope="app", data=text.encode(), size=len(text), candidate=True)
    quick = python_locks.read(document)
    monkeypatch.setattr(python_locks, "parse_lock", toml_nodes.parse_toml)
    assert python_locks.read(document) == quick
    assert [(row.name, row.line) for row in quick.locked[:2]] == [("p-0", 11), ("p-1", 19)]
    assert [row.name for row in quick.locked if row.direct] == ["p-3"]


def test_a_lock_file_whose_packages_cannot_be_told_apart_is_left_to_the_careful_reader() -> None:
    text = _lock(400).replace("[[package]]", "[[ package ]]", 1)
    assert locked_toml._quick(text) is None
    assert locked_toml.parse_lock(text) == toml_nodes.parse_toml(text)


def test_code_is_asked_no_reader_where_none_wants_it() -> None:
    names = ("main", "package", "settings", "docker-compose", "values", "Chart", "mcp", "setup", ".env", "Dockerfile")
    for path in (f"app/{name}{end}" for name in names for end in readers._CODE):
        wanting = next((reader for reader in readers.READERS if reader.wants(path)), None)
        assert readers.reader_of(path) is wanting, path
