"""pyproject.toml: PEP 621, PEP 735, build requirements, and the tables of Poetry, PDM, uv, Rye and Hatch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from aigov.model import Problem, Scope
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.pixi import pixi_requirements
from aigov.scan.facts.manifests.poetry_version import exact_poetry_version
from aigov.scan.facts.manifests.python_requirement import read_requirement
from aigov.scan.facts.manifests.records import (
    Dependencies,
    Requirement,
    bad_manifest,
    canonical,
    group_scope,
    manifest_scope,
    without_credentials,
)
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.files import Document

KIND = "pyproject.toml"


def wants(path: str) -> bool:
    """The file that PEP 518 names."""
    return path.rpartition("/")[2] == "pyproject.toml"


def read(document: Document) -> Dependencies:
    """Direct dependencies of every table, without those that are folders of the same repository.

    :raises SyntaxFault: not TOML.
    """
    root = parse_toml(document.data.decode("utf-8", "replace"))
    scope = manifest_scope(document.path)
    collected = _Collected(document.path, _local_names(root))
    collected.strings(root.elements("project", "dependencies"), scope)
    for group, node in root.members("project", "optional-dependencies").items():
        collected.strings(node.elements(), group_scope(group, scope), optional=True)
    for group, node in root.members("dependency-groups").items():
        collected.strings(node.elements(), group_scope(group, scope))
    collected.strings(root.elements("build-system", "requires"), group_scope("build", scope))
    for tool in ("pdm", "rye", "uv"):
        table = root.get("tool", tool, "dev-dependencies")
        if table is not None and isinstance(table.value, list):
            collected.strings(table.value, group_scope("dev", scope))
        for group, node in table.members().items() if table is not None else ():
            collected.strings(node.elements(), group_scope(group, scope))
    for name, environment in root.members("tool", "hatch", "envs").items():
        for key in ("dependencies", "extra-dependencies"):
            collected.strings(environment.elements(key), group_scope(name, scope))
    _poetry(root, scope, collected)
    pixi = root.get("tool", "pixi")
    if pixi is not None:
        collected.requirements.extend(pixi_requirements(pixi, scope))
    return Dependencies(requirements=tuple(collected.requirements), problems=tuple(collected.problems))


class _Collected:
    def __init__(self, path: str, local: frozenset[str]) -> None:
        self.requirements: list[Requirement] = []
        self.problems: list[Problem] = []
        self._path = path
        self._local = local

    def strings(self, nodes: Iterable[Node], scope: Scope, *, optional: bool = False) -> None:
        """PEP 508 strings; tables (``include-group``) refer to what is read anyway."""
        for node in nodes:
            if isinstance(node.value, str):
                text = node.value
                read = partial(read_requirement, text, node.line, scope)
                self.add(read, node.line, optional=optional)

    def add(self, make: Callable[[], Requirement | None], line: int, *, optional: bool = False) -> None:
        try:
            found = make()
        except ValueError as error:
            self.problems.append(bad_manifest(self._path, f"no requirement: {error}", line))
            return
        if found is not None and found.name not in self._local:
            self.requirements.append(replace(found, optional=found.optional or optional))


def _local_names(root: Node) -> frozenset[str]:
    """Names that uv or Poetry take from a folder of the repository: first-party code, whatever it is called."""
    found = set()
    for name, node in root.members("tool", "uv", "sources").items():
        tables = node.elements() or [node]
        if any(table.get("path") or table.get("workspace") for table in tables):
            found.add(canonical(name))
    return frozenset(found)


def _poetry(root: Node, scope: Scope, collected: _Collected) -> None:
    poetry = root.get("tool", "poetry")
    if poetry is None:
        return
    tables = [(poetry.members("dependencies"), scope), (poetry.members("dev-dependencies"), group_scope("dev", scope))]
    for group, node in poetry.members("group").items():
        tables.append((node.members("dependencies"), group_scope(group, scope)))
    for members, table_scope in tables:
        for name, node in members.items():
            if name != "python":
                # A list holds alternatives for several Python versions.
                for option in node.elements() or [node]:
                    collected.add(partial(_poetry_requirement, name, option, node.line, table_scope), node.line)


def _poetry_requirement(name: str, node: Node, line: int, scope: Scope) -> Requirement | None:
    if node.get("path") is not None:
        return None
    constraint = node.text() or node.text("version") or node.text("git") or node.text("url")
    flag = node.get("optional")
    is_range = node.text() is not None or node.get("version") is not None
    return Requirement(
        ecosystem="pypi",
        name=canonical(name),
        line=line,
        scope=scope,
        version=exact_poetry_version(constraint) if constraint and is_range else None,
        constraint=without_credentials(constraint) if constraint else None,
        extras=tuple(sorted(canonical(item.value) for item in node.elements("extras") if isinstance(item.value, str))),
        optional=flag is not None and flag.value is True,
    )
