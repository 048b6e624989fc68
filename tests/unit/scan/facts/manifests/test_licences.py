"""Licences that lock files repeat from their packages, on the way to the uses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.scan import scan_tree


def licences(root: Path, name: str, document: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    (root / name).write_text(json.dumps(document))
    uses = scan_tree(root, catalogue=load_catalogue()).uses
    return {use.name: use.licences for use in uses if use.how == "lockfile"}


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ("Apache-2.0", ("Apache-2.0",)),
        ("(MIT OR Apache-2.0)", ("(MIT OR Apache-2.0)",)),
        (["MIT", "ISC"], ("ISC OR MIT",)),
        ("SEE LICENSE IN LICENSE.md", ()),
        ({"type": "MIT"}, ()),
        (None, ()),
    ],
)
def test_package_lock(tmp_path: Path, said: object, licence: tuple[str, ...]) -> None:
    package = {"version": "4.0.0"} | ({"license": said} if said is not None else {})
    lock = {
        "lockfileVersion": 3,
        "packages": {"": {"dependencies": {"openai": "^4"}}, "node_modules/openai": package},
    }
    assert licences(tmp_path, "package-lock.json", lock) == {"openai": licence}


def test_composer_lock(tmp_path: Path) -> None:
    (tmp_path / "composer.json").write_text('{"require": {"openai-php/client": "^0.10"}}')
    lock = {"packages": [{"name": "openai-php/client", "version": "v0.10.3", "license": ["MIT"]}]}
    assert licences(tmp_path, "composer.lock", lock) == {"openai": ("MIT",)}
