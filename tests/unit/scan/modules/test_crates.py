"""Modules of a Rust tree: files, folders, crates of a workspace."""

from __future__ import annotations

import pytest

from aigov.scan.facts.types import Import
from aigov.scan.modules.crates import CrateFinder
from aigov.scan.modules.tree import Tree
from aigov.scan.projects import Projects

FILES = {
    "Cargo.toml": '[workspace]\nmembers = ["core"]\n[package]\nname = "my-app"\n',
    "src/main.rs": "",
    "src/llm.rs": "",
    "src/llm/models.rs": "",
    "src/tools/mod.rs": "",
    "src/tools/search.rs": "",
    "src/bin/once.rs": "",
    "core/Cargo.toml": '[package]\nname = "core-kit"\n[lib]\nname = "kit"\n',
    "core/src/lib.rs": "",
    "core/src/text.rs": "",
    "broken/Cargo.toml": "[package\n",
}


def finder() -> CrateFinder:
    tree = Tree(
        files=frozenset(FILES),
        read=lambda path: FILES[path].encode(),
        vendor=lambda family, name: False,
        defines=lambda path, name: False,
        projects=Projects(),
    )
    return CrateFinder(tree)


@pytest.mark.parametrize(
    ("path", "module", "found"),
    [
        ("src/main.rs", "crate", "src/main.rs"),
        ("src/main.rs", "crate::llm", "src/llm.rs"),
        ("src/main.rs", "crate::llm::models", "src/llm/models.rs"),
        ("src/main.rs", "crate::llm::models::Kind", "src/llm/models.rs"),
        ("src/main.rs", "llm::models", "src/llm/models.rs"),
        ("src/main.rs", "self::tools", "src/tools/mod.rs"),
        ("src/tools/search.rs", "super", "src/tools/mod.rs"),
        ("src/tools/search.rs", "super::super::llm", "src/llm.rs"),
        ("src/llm/models.rs", "super", "src/llm.rs"),
        ("src/llm.rs", "super", "src/main.rs"),
        ("src/bin/once.rs", "crate", "src/bin/once.rs"),
        ("src/main.rs", "kit::text", "core/src/text.rs"),
        ("core/src/text.rs", "crate", "core/src/lib.rs"),
        ("core/src/text.rs", "my_app::llm", "src/llm.rs"),
        ("src/main.rs", "async_openai::types", None),
        ("src/main.rs", "std::env", None),
        ("src/main.rs", "super", ""),
    ],
)
def test_a_path_leads_to_the_deepest_module_that_has_a_file(path: str, module: str, found: str | None) -> None:
    assert finder().find(path, Import(module=module, line=1)) == found


def test_a_module_that_is_not_there_is_none() -> None:
    assert finder().submodule("src/main.rs", "openai") is None
    assert finder().submodule("src/main.rs", "tools") == "src/tools/mod.rs"
