"""The shape of the project, as docs/architecture.md tells it: floors, sizes, late imports, words that stay out."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "aigov"

FLOOR_0 = {
    "model",
    "coverage",
    "material",
    "surface",
    "reach",
    "terms",
    "control",
    "errors",
    "explanation",
    "canonical",
    "resources",
    "spdx",
    "schema",
    "addresses",
    "settings",
    "text",
    "located_yaml",
    "strict_json",
    "jws",
}
FLOOR_1 = {
    "catalogue",
    "declared",
    "declarations",
    "declarations_check",
    "policy_settings",
    "scan_plan",
    "scan_settings",
}
STAGES = {"scan", "bom", "policy", "evidence", "report"}
FLOORS = {
    **dict.fromkeys(FLOOR_0, 0),
    **dict.fromkeys(FLOOR_1, 1),
    **dict.fromkeys(STAGES, 2),
    "pipeline": 3,
    "deployment": 3,
    "workbench": 4,
    "cli": 5,
    "__main__": 6,
}
CLI_STAGES = {"report", "evidence"}
"""What the command line may call without the pipeline: it renders, and signing and verifying are one stage alone."""

COSTLY = (
    "opa_client",
    "requests",
    "rich",
    "jsonschema",
    "cryptography",
    "cyclonedx",
    "securesystemslib",
    "regorus",
    "yaml",
)
"""Imports of 30 ms and more, or whole engines, that ``aigov --help`` must not pay for."""

MAX_LINES = 400


@dataclass(frozen=True, slots=True)
class Import:
    """One import statement's target, as an absolute module name."""

    module: str
    line: int


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if "_shipped" in path.parts:
            continue
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(name: str) -> ast.Module:
    path = modules()[name]
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def imports(name: str) -> tuple[Import, ...]:
    """What a module imports anywhere: at the top, inside functions, for types only."""
    return tuple(_imports_of(name))


def _imports_of(name: str) -> Iterator[Import]:
    package = name if modules()[name].name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *([base] if base else [])])
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield Import(whole if whole in modules() else base, node.lineno)


def own_imports(name: str) -> tuple[Import, ...]:
    return tuple(found for found in imports(name) if found.module == "aigov" or found.module.startswith("aigov."))


def part(module: str) -> str | None:
    """``scan`` of ``aigov.scan.facts.engine``; None for the package itself, which holds the version only."""
    _, _, rest = module.partition(".")
    return rest.partition(".")[0] or None


def where(name: str, found: Import) -> str:
    return f"{modules()[name].relative_to(ROOT)}:{found.line} imports {found.module}"


def test_every_module_stands_on_a_floor() -> None:
    unplaced = sorted({name for name in modules() if (own := part(name)) and own not in FLOORS})
    assert not unplaced, f"give these a floor, here and in docs/architecture.md: {unplaced}"


def test_imports_go_to_a_lower_floor_only() -> None:
    wrong = []
    for name in modules():
        own = part(name)
        for found in own_imports(name):
            target = part(found.module)
            if target is None or target == own:
                continue
            if own is None or FLOORS[target] > FLOORS[own] or (FLOORS[target] == FLOORS[own] and FLOORS[own] > 1):
                wrong.append(where(name, found))
    assert not wrong, "\n".join(wrong)


def test_pipeline_deployment_and_workbench_alone_join_stages() -> None:
    wrong = [
        where(name, found)
        for name in modules()
        for found in own_imports(name)
        if part(found.module) in STAGES
        and part(name) != part(found.module)
        and part(name) not in {"pipeline", "deployment", "workbench"}
        and not (part(name) == "cli" and part(found.module) in CLI_STAGES)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_module_takes_part_in_an_import_cycle() -> None:
    graph = {name: {found.module for found in own_imports(name)} & modules().keys() - {name} for name in modules()}

    def reachable(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            fresh = graph[waiting.pop()] - seen
            seen |= fresh
            waiting += fresh
        return seen

    cyclic = sorted(name for name in graph if name in reachable(name))
    assert not cyclic, f"these import one another in a circle: {cyclic}"


@pytest.mark.parametrize("name", sorted(modules()))
def test_module_is_small_and_says_what_it_is(name: str) -> None:
    path = modules()[name]
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MAX_LINES, f"{path.relative_to(ROOT)} has {lines} lines: one module, one job"
    if path.name != "__init__.py" or lines:
        assert ast.get_docstring(tree(name)), f"{path.relative_to(ROOT)} has no docstring"


def test_only_the_command_line_and_reports_print() -> None:
    wrong = [
        f"{modules()[name].relative_to(ROOT)}:{node.lineno}"
        for name in modules()
        if part(name) not in {"cli", "report"}
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not wrong, f"print( in {wrong}"


def loaded_after(statement: str) -> set[str]:
    """Top-level modules that a fresh interpreter holds after a statement."""
    script = (
        f"import json, sys\n{statement}\nprint(json.dumps(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(json.loads(run.stdout))


def test_the_command_line_starts_without_costly_imports() -> None:
    assert not loaded_after("import aigov.cli") & set(COSTLY)


def test_the_scan_needs_no_engine_and_no_network() -> None:
    loaded = loaded_after("import aigov.scan.scan")
    assert not loaded & {"opa_client", "requests", "aiohttp", "rich", "cryptography", "regorus"}


FORBIDDEN = {
    "a path of somebody's machine": re.compile(r"(?<![\w.~}/-])/(?:work|" + "root" + r"|tmp/w|home/\w+)/"),
    # Joined here, so that this file does not hold them.
    "the host of a package registry": re.compile(
        "|".join(
            re.escape(".".join(parts))
            for parts in (
                ("pypi", "org"),
                ("files", "pythonhosted", "org"),
                ("registry", "npmjs", "org"),
                ("registry", "yarnpkg", "com"),
                ("proxy", "golang", "org"),
                ("sum", "golang", "org"),
                ("deb", "debian", "org"),
            )
        )
    ),
}


def project_files() -> list[Path]:
    """Every file that is, or would be, committed."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            capture_output=True,
            check=True,
            cwd=ROOT,
        )
        names = listed.stdout.decode().split("\0")
        return [path for name in names if name and (path := ROOT / name).is_file() and not path.is_symlink()]
    skip = {".venv", ".tools", "__pycache__", "node_modules", "aigov-out"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not skip & set(path.relative_to(ROOT).parts)]


def test_no_file_names_a_machine_or_a_registry() -> None:
    wrong = []
    for path in project_files():
        text = path.read_bytes().decode("utf-8", errors="replace")
        for what, pattern in FORBIDDEN.items():
            if (match := pattern.search(text)) is not None:
                line = text.count("\n", 0, match.start()) + 1
                wrong.append(f"{path.relative_to(ROOT)}:{line}: {what}: {match.group()}")
    assert not wrong, "\n".join(wrong)


def test_the_examples_with_and_without_declarations_hold_the_same_code() -> None:
    apart = {"README.md", "aigov.yaml"}
    declared, undeclared = (
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in project_files()
            if path.is_relative_to(folder) and path.name not in apart
        }
        for folder in (ROOT / "examples" / "support-desk", ROOT / "examples" / "support-desk-undeclared")
    )
    assert declared
    assert declared == undeclared
    assert not (ROOT / "examples" / "support-desk-undeclared" / "aigov.yaml").exists()
