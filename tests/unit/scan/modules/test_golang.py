"""Packages of a Go tree: modules, workspaces, replacements."""

from __future__ import annotations

import pytest

from aigov.scan.facts.types import Import
from aigov.scan.modules.golang import GoFinder
from aigov.scan.modules.tree import Tree
from aigov.scan.projects import Projects

FILES = {
    "go.mod": "// The app.\nmodule example.com/app\n\nreplace (\n\texample.com/kit => ./kit\n"
    "\tgithub.com/openai/openai-go => ../sdk\n)\n",
    "main.go": "",
    "internal/ai/a_test.go": "",
    "internal/ai/client.go": "",
    "internal/ai/b.go": "",
    "kit/go.mod": "module example.com/kit/v2\n",
    "kit/kit.go": "",
    "tools/go.mod": 'module "example.com/app/tools"\n',
    "tools/gen/gen.go": "",
}


def find(module: str) -> str | None:
    tree = Tree(
        files=frozenset(FILES),
        read=lambda path: FILES[path].encode(),
        vendor=lambda family, name: False,
        defines=lambda path, name: False,
        projects=Projects(),
    )
    return GoFinder(tree).find("main.go", Import(module=module, line=1))


@pytest.mark.parametrize(
    ("module", "found"),
    [
        ("example.com/app", "main.go"),
        ("example.com/app/internal/ai", "internal/ai/b.go"),
        ("example.com/app/tools/gen", "tools/gen/gen.go"),
        ("example.com/kit", "kit/kit.go"),
        ("example.com/kit/v2", "kit/kit.go"),
        ("example.com/app/generated", ""),
        ("example.com/application", None),
        ("net/http", None),
    ],
)
def test_a_package_is_a_folder_of_the_tree_or_another_module(module: str, found: str | None) -> None:
    assert find(module) == found


def test_a_module_that_is_replaced_by_a_folder_beside_the_tree_stays_the_vendors() -> None:
    assert find("github.com/openai/openai-go") is None
