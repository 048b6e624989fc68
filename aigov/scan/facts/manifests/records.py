"""What readers of manifests and lock files hand on: dependencies, before the catalogue is asked about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from packageurl import PackageURL

from aigov.model import Problem, Scope
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault
from aigov.scan.scopes import scope_of

Ecosystem = Literal[
    "pypi",
    "npm",
    "conda",
    "golang",
    "maven",
    "nuget",
    "gem",
    "cargo",
    "composer",
    "swift",
    "cocoapods",
    "pub",
    "hex",
    "cran",
    "julia",
]
"""purl types. A name is spelled as its registry compares it (PEP 503 for PyPI); Maven's is ``group:artifact``,
SwiftPM's ``github.com/owner/repository``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One direct dependency, as a manifest states it."""

    ecosystem: Ecosystem
    name: str
    """May hold variables (``${project.groupId}:core``) until ``inherit.settle`` has filled them in."""
    line: int
    scope: Scope
    version: str | None = None
    """Only where the manifest pins exactly one."""
    constraint: str | None = None
    """As written, without credentials."""
    extras: tuple[str, ...] = ()
    compiled: bool = False
    """Whether a tool resolved it (pip-compile): the file is a lock file in all but name."""
    alias: str | None = None
    """The name under which another file of the tree keeps what is meant: ``libs.spring.ai`` of a Gradle catalogue."""
    direct: bool = True
    """False where the manifest itself says that only a dependency asks for it (``// indirect`` in go.mod)."""
    optional: bool = False
    """Installed only for those who ask for it: an extra, an optional dependency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """One package that a lock file fixes."""

    ecosystem: Ecosystem
    name: str
    version: str
    line: int
    direct: bool | None
    """Whether the lock file itself says that the project asks for it; None where only the manifest can tell."""
    scope: Scope | None = None
    """Where the lock file tells development dependencies apart."""
    ranges: frozenset[str] = frozenset()
    """The constraints that this version answers (yarn)."""
    importers: frozenset[str] = frozenset()
    """Folders, relative to the lock file's, of the workspace members that ask for it; ``""`` is its own."""
    requires: frozenset[str] = frozenset()
    """Names that it depends on, where the lock file knows no root."""
    licences: tuple[str, ...] = ()
    """As the lock file repeats them from the package: SPDX ids, expressions or names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependencies:
    """What one manifest or lock file says."""

    requirements: tuple[Requirement, ...] = ()
    locked: tuple[Locked, ...] = ()
    pins: tuple[tuple[str, str], ...] = ()
    """(name, version) pairs that bind others without asking for them: pip's constraint files."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """What ``${name}`` stands for here and in the files that inherit from this one."""
    managed: Mapping[str, str] = field(default_factory=dict)
    """Version ranges for those that name a package without one, by package."""
    aliases: Mapping[str, tuple[Requirement, ...]] = field(default_factory=dict)
    """What ``Requirement.alias`` of another file means."""
    names: tuple[str, ...] = ()
    """Under which others may inherit from it, beside its path (``maven:group:artifact``)."""
    inherits: tuple[str, ...] = ()
    """Paths or names of the files whose variables, versions and aliases hold here, nearest first."""
    alone: bool = False
    """Whether it is installed by itself, so that no lock file of the tree fixes what it asks for."""
    problems: tuple[Problem, ...] = ()


_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]*")
_CREDENTIALS = re.compile(r"(?<=//)[^/@\s]*@")
_GROUPS: tuple[tuple[Scope, re.Pattern[str]], ...] = (
    ("test", re.compile(r"(?:.*[-_.])?(?:tests?|testing|pytest|e2e|qa|evals?|coverage|bench(?:marks?)?)(?:[-_.].*)?")),
    ("doc", re.compile(r"(?:.*[-_.])?(?:docs?|documentation|sphinx|mkdocs)(?:[-_.].*)?")),
    ("example", re.compile(r"(?:.*[-_.])?(?:examples?|samples?|demos?|notebooks?|tutorials?)(?:[-_.].*)?")),
    (
        "build",
        re.compile(
            r"(?:.*[-_.])?(?:dev|develop|development|lint|linting|linters?|typing|types|typecheck|type-check|mypy|ruff"
            r"|format|formatting|ci|build|building|release|pre-commit|precommit|packaging|style|quality)(?:[-_.].*)?"
        ),
    ),
)


def stated_licences(package: Node) -> tuple[str, ...]:
    """What a package of a JSON lock file says under ``license``; nothing where that only names a file to read.

    A list is a choice (https://getcomposer.org/doc/04-schema.md#license).
    """
    listed = [node.text() for node in package.elements("license")] or [package.text("license")]
    names = sorted({text for text in listed if text and not text.upper().startswith("SEE LICEN")})
    if len(names) < 2:
        return tuple(names)
    return (" OR ".join(f"({name})" if " " in name else name for name in names),)


def canonical(name: str) -> str:
    """A PyPI name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def purl_of(ecosystem: Ecosystem, name: str) -> str:
    """purl without version; empty for what names no package (``@scope/``)."""
    if _PLAIN.fullmatch(name) and ecosystem != "pub":
        return f"pkg:{ecosystem}/{name}"  # nothing in it to normalise or to encode
    namespace, _, rest = name.strip().rpartition(":" if ecosystem == "maven" else "/")
    return PackageURL(ecosystem, namespace or None, rest).to_string() if rest else ""


def group_scope(group: str, path_scope: Scope) -> Scope:
    """Scope of a dependency group or extra by its name, in a manifest of ``path_scope``."""
    if path_scope != "app":
        return path_scope
    return next((scope for scope, names in _GROUPS if names.fullmatch(group.lower())), "app")


def manifest_scope(path: str) -> Scope:
    """Scope of what a manifest asks for: its folder's. (``setup.py`` is build tooling, its dependencies are not.)"""
    folder = path.rpartition("/")[0]
    return scope_of(f"{folder}/_" if folder else "_")


def folders_above(path: str) -> Iterator[str]:
    """The folder of a file and every folder above it, nearest first, each with a ``/`` at its end; last the root."""
    folder = path.rpartition("/")[0]
    while folder:
        yield f"{folder}/"
        folder = folder.rpartition("/")[0]
    yield ""


def without_credentials(text: str) -> str:
    """A constraint fit to be shown: URLs lose ``user:password@``."""
    return _CREDENTIALS.sub("", text)


def bad_manifest(path: str, message: str, line: int | None = None) -> Problem:
    """A manifest, or a part of one, that could not be read."""
    return Problem(file=path, reason="bad-manifest", message=without_credentials(message)[:300], line=line)


def faulty(path: str, fault: SyntaxFault) -> Problem:
    """A manifest that breaks its format."""
    return bad_manifest(path, fault.message, fault.line)
