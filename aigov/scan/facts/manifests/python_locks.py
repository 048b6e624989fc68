"""Lock files of the Python world: poetry.lock, uv.lock, pdm.lock, pylock.toml (PEP 751), Pipfile.lock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from aigov.model import Scope
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.locked_toml import parse_lock
from aigov.scan.facts.manifests.nodes import Node
from aigov.scan.facts.manifests.records import Dependencies, Locked, canonical, group_scope, manifest_scope
from aigov.scan.files import Document

_FIRST_PARTY_SOURCES = ("editable", "virtual", "directory", "workspace")


def wants(path: str) -> bool:
    """The files by their names; PEP 751 allows ``pylock.<name>.toml``, and uv fixes ``<script>.py.lock``."""
    name = path.rpartition("/")[2]
    return (
        name in ("poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock")
        or name.endswith(".py.lock")
        or (name.startswith("pylock.") and name.endswith(".toml"))
    )


def read(document: Document) -> Dependencies:
    """Every package that the file fixes, with what it knows of who asked for it.

    :raises SyntaxFault: not TOML, or for Pipfile.lock not JSON.
    """
    name = document.path.rpartition("/")[2]
    text = document.data.decode("utf-8", "replace")
    scope = manifest_scope(document.path)
    if name == "Pipfile.lock":
        return Dependencies(locked=tuple(_pipenv(parse_json(text), scope)))
    root = parse_lock(text)
    if name == "uv.lock" or name.endswith(".py.lock"):
        return Dependencies(locked=tuple(_uv(root, scope)))
    packages = root.elements("packages" if name.startswith("pylock.") else "package")
    return Dependencies(locked=tuple(_flat(packages, scope)))


def _flat(packages: list[Node], path_scope: Scope) -> Iterator[Locked]:
    """poetry.lock, pdm.lock and pylock.toml: packages with no word on which of them the project asks for."""
    for package in packages:
        name, version = package.text("name"), package.text("version")
        if name and version and not package.get("directory"):
            groups = [item.value for item in package.elements("groups") if isinstance(item.value, str)]
            scopes = {group_scope("" if group in ("main", "default") else group, path_scope) for group in groups}
            yield Locked(
                ecosystem="pypi",
                name=canonical(name),
                version=version,
                line=(package.get("name") or package).line,
                direct=None,
                scope=None if not scopes or "app" in scopes else min(scopes),
                requires=frozenset(_names_required(package)),
            )


def _names_required(package: Node) -> Iterator[str]:
    for extra in package.members("optional-dependencies").values():
        # uv: what an extra needs, whoever asks for it
        yield from (canonical(item.text("name") or "") for item in extra.elements())
    for name in package.members("dependencies"):
        yield canonical(name)
    for item in package.elements("dependencies"):
        text = item.text() or item.text("name")
        if text:
            yield canonical(text.partition(" ")[0].partition("[")[0].partition("=")[0].rstrip("<>=!~;"))


def _pipenv(root: Node, path_scope: Scope) -> Iterator[Locked]:
    for section, group in (("default", ""), ("develop", "dev")):
        for name, node in root.members(section).items():
            version = (node.text("version") or "").removeprefix("==")
            if version:
                yield Locked(
                    ecosystem="pypi",
                    name=canonical(name),
                    version=version,
                    line=node.line,
                    direct=None,
                    scope=group_scope(group, path_scope),
                )


def _uv(root: Node, path_scope: Scope) -> Iterator[Locked]:
    """The members of the workspace are packages too, and what they depend on is direct; a script's are listed apart."""
    asked: dict[str, set[Scope]] = defaultdict(set)
    importers: dict[str, set[str]] = defaultdict(set)
    members: set[str] = set()
    scripted = root.elements("manifest", "requirements")
    for item in scripted:
        asked[canonical(item.text("name") or "")].add(path_scope)
    for package in root.elements("package"):
        folder = next((place for kind in _FIRST_PARTY_SOURCES if (place := package.text("source", kind))), None)
        if folder is None:
            continue
        members.add(canonical(package.text("name") or ""))
        lists = [(package.elements("dependencies"), path_scope)]
        for group, node in package.members("optional-dependencies").items():
            lists.append((node.elements(), group_scope(group, path_scope)))
        for group, node in package.members("dev-dependencies").items():
            lists.append((node.elements(), group_scope(group, path_scope)))
        for items, scope in lists:
            for item in items:
                name = canonical(item.text("name") or "")
                asked[name].add(scope)
                importers[name].add("" if folder == "." else folder)
    for package in root.elements("package"):
        name, version = canonical(package.text("name") or ""), package.text("version")
        if name in members or not version:
            continue
        scopes = asked.get(name, set())
        yield Locked(
            ecosystem="pypi",
            name=name,
            version=version,
            line=(package.get("name") or package).line,
            direct=bool(scopes) if members or scripted else None,
            scope=None if not scopes or "app" in scopes else min(scopes),
            importers=frozenset(importers.get(name, ())),
            requires=frozenset(_names_required(package)),
        )
