"""Which file an import means; a first-party module that bears a vendor's name is not the vendor."""

from __future__ import annotations

import pytest

from aigov.scan.facts.types import Import
from aigov.scan.modules import ModuleGraph

VENDORS = {"openai", "langchain"}


def find(
    files: dict[str, str], path: str, module: str, name: str | None = None, level: int = 0, family: str = "python"
) -> str | None:
    graph = ModuleGraph(
        files,
        read=lambda p: files[p].encode() if p in files else None,
        vendor=lambda _, m: m.partition(".")[0] in VENDORS,
        defines=lambda p, n: n in files.get(p, "").split(),
    )
    return graph.find(path, family, Import(module=module, line=1, level=level, name=name))


@pytest.mark.parametrize(
    ("files", "path", "module", "name", "level", "expected"),
    [
        # relative imports are first-party, found or not
        (["app/__init__.py", "app/openai.py", "app/main.py"], "app/main.py", "openai", "x", 1, "app/openai.py"),
        (["app/__init__.py", "app/main.py"], "app/main.py", "gone", "x", 1, ""),
        (["app/a/b/c.py", "app/x.py"], "app/a/b/c.py", "x", "y", 3, "app/x.py"),
        # a top package of the vendor's name is first-party for everyone
        (["openai/__init__.py", "app/main.py"], "app/main.py", "openai", None, 0, "openai/__init__.py"),
        # roots: the file's own, each one above, src/
        (
            ["src/shop/__init__.py", "src/shop/llm.py", "src/shop/main.py"],
            "src/shop/main.py",
            "shop.llm",
            "x",
            0,
            "src/shop/llm.py",
        ),
        (["backend/app/llm.py", "backend/app/main.py"], "backend/app/main.py", "app.llm", "x", 0, "backend/app/llm.py"),
        (["src/shop/llm.py", "tests/test_a.py"], "tests/test_a.py", "shop.llm", "x", 0, "src/shop/llm.py"),
        # a folder without __init__.py yields to an installed package unless it has the submodule
        (["openai/notes.py", "main.py"], "main.py", "openai", "OpenAI", 0, None),
        (["openai/notes.py", "main.py"], "main.py", "openai", "notes", 0, "openai"),
        # other packages
        (["main.py"], "main.py", "requests", None, 0, None),
    ],
)
def test_python(files: list[str], path: str, module: str, name: str | None, level: int, expected: str | None) -> None:
    assert find(dict.fromkeys(files, ""), path, module, name, level) == expected


def test_a_wrapper_beside_the_file_is_first_party_only_if_it_defines_the_name() -> None:
    files = {"llm/openai.py": "Client", "llm/main.py": ""}
    assert find(files, "llm/main.py", "openai", "Client") == "llm/openai.py"
    assert find(files, "llm/main.py", "openai", "OpenAI") is None


def test_a_file_never_imports_itself() -> None:
    assert find({"llm/openai.py": "OpenAI"}, "llm/openai.py", "openai", "OpenAI") is None


def test_code_inside_a_nested_package_of_the_vendors_name_means_the_vendor() -> None:
    files = {"app/openai/__init__.py": "OpenAI", "app/openai/client.py": ""}
    assert find(files, "app/openai/client.py", "openai", "OpenAI") is None
    assert find(files, "app/openai/client.py", "openai", "client") == "app/openai/__init__.py"


@pytest.mark.parametrize(
    ("module", "expected"),
    [
        ("./openai", "src/openai.ts"),
        ("./openai.js", "src/openai.ts"),
        ("./parts", "src/parts/index.tsx"),
        ("../lib/a", "lib/a.mjs"),
        ("./gone", ""),
        ("@/openai", "src/openai.ts"),
        ("~/anything", ""),
        ("@shop/core", "packages/core/src/index.ts"),
        ("@shop/core/deep", "packages/core/src/deep.ts"),
        ("openai", None),
        ("@ai-sdk/openai", None),
    ],
)
def test_script(module: str, expected: str | None) -> None:
    files = dict.fromkeys(
        [
            "src/main.ts",
            "src/openai.ts",
            "src/parts/index.tsx",
            "lib/a.mjs",
            "packages/core/src/index.ts",
            "packages/core/src/deep.ts",
        ],
        "",
    )
    files["tsconfig.json"] = '{ // comment\n "compilerOptions": {"paths": {"@/*": ["./src/*"],}}}'
    files["packages/core/package.json"] = '{"name": "@shop/core"}'
    assert find(files, "src/main.ts", module, family="javascript") == expected


def test_a_broken_tsconfig_is_as_none() -> None:
    assert find({"tsconfig.json": "{", "main.ts": ""}, "main.ts", "openai", family="javascript") is None


def test_the_trees_own_package_is_first_party_even_where_a_part_is_missing() -> None:
    files = {"pyproject.toml": '[project]\nname = "langchain-kit"', "src/langchain/__init__.py": "", "tools/x.py": ""}
    assert find(files, "tools/x.py", "langchain.made_by_the_build", "x") == ""
    assert find(files, "tools/x.py", "langchain", "Anything") == "src/langchain/__init__.py"
    del files["pyproject.toml"]
    assert find(files, "tools/x.py", "langchain.made_by_the_build", "x") is None


@pytest.mark.parametrize("asked", ["openai", "openai>=1", "OpenAI == 1.2"])
def test_a_project_that_asks_for_its_own_name_is_a_sample_of_it(asked: str) -> None:
    files = {
        "pyproject.toml": f'[project]\nname = "openai"\ndependencies = ["{asked}"]',
        "openai/__init__.py": "",
        "app.py": "",
    }
    assert find(files, "app.py", "openai.made_by_the_build", "x") is None


def test_a_package_json_outside_the_workspace_does_not_claim_a_vendors_name() -> None:
    files = {"package.json": '{"workspaces": ["packages/*"]}', "samples/a/package.json": '{"name": "openai"}'}
    assert find(files, "samples/a/index.js", "openai", "default", family="javascript") is None
    files["packages/a/package.json"] = '{"name": "openai"}'
    assert find(files, "samples/a/index.js", "openai", "default", family="javascript") == ""
