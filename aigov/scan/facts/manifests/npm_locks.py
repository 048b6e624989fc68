"""Lock files of the JavaScript world: package-lock.json (v1 to v3), npm-shrinkwrap.json, yarn.lock (v1 and berry),
pnpm-lock.yaml (v5 to v9), bun.lock."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from aigov.model import Scope
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault
from aigov.scan.facts.manifests.package_json import npm_requirement
from aigov.scan.facts.manifests.records import Dependencies, Locked, group_scope, manifest_scope, stated_licences
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document

_SECTIONS = {"dependencies": "", "optionalDependencies": "", "peerDependencies": "", "devDependencies": "dev"}
_NAMES = frozenset(("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock"))
_YARN_VERSION = re.compile(r'  version:? "?([^"\s]+)"?')
_YARN_SPEC = re.compile(r"((?:@[^/@]+/)?[^@]+)@(.*)")


def wants(path: str) -> bool:
    """The files by their names. bun.lockb is binary, and bun writes bun.lock since 1.2."""
    return path.rpartition("/")[2] in _NAMES


def read(document: Document) -> Dependencies:
    """The packages that the file fixes, with what it knows of who asked for them.

    :raises SyntaxFault: not the format that the file's name promises.
    """
    name = document.path.rpartition("/")[2]
    text = document.data.decode("utf-8", "replace")
    scope = manifest_scope(document.path)
    if name == "yarn.lock":
        berry = "__metadata:" in text[:2000]
        return Dependencies(locked=tuple(_yarn_berry(text, scope) if berry else _yarn_classic(text)))
    if name == "pnpm-lock.yaml":
        return Dependencies(locked=tuple(_merged(_pnpm(text, scope))))
    root = parse_json(text)
    if name == "bun.lock":
        return Dependencies(locked=tuple(_bun(root, scope)))
    if root.get("packages") is not None:
        return Dependencies(locked=tuple(_npm(root, scope)))
    return Dependencies(locked=tuple(_npm_1(root, scope)))


class _Asked:
    """Who asks for which package: the dependency tables of the workspace's members."""

    def __init__(self, path_scope: Scope) -> None:
        self._path_scope = path_scope
        self.scopes: dict[str, set[Scope]] = defaultdict(set)
        self.importers: dict[str, set[str]] = defaultdict(set)
        self.ranges: dict[str, set[str]] = defaultdict(set)
        """As the lock file spells them."""
        self._answered: dict[str, set[str]] = defaultdict(set)

    def add_tables(self, folder: str, tables: Mapping[str, Node]) -> None:
        """Read the sections of one member's manifest, as the lock file repeats them."""
        for section, group in _SECTIONS.items():
            node = tables.get(section)
            for key, constraint in node.members().items() if node is not None else ():
                self.add(folder, key, constraint.text() or "", group_scope(group, self._path_scope))

    def add(self, folder: str, key: str, constraint: str, scope: Scope) -> None:
        """Note one dependency of the member in ``folder``."""
        found = npm_requirement(key, constraint, 1, scope)
        if found is not None:
            self.scopes[key].add(scope)
            self.importers[key].add("" if folder == "." else folder)
            self.ranges[key].add(constraint)
            self._answered[key].add(found.constraint or "")

    def locked(self, key: str, name: str, version: str, line: int) -> Locked:
        """The row of a package installed as ``key`` (an alias, or ``name`` itself)."""
        scopes = self.scopes.get(key, set())
        return Locked(
            ecosystem="npm",
            name=name.lower() if name.startswith("@") else name,
            version=version,
            line=line,
            direct=bool(scopes),
            scope=None if not scopes or "app" in scopes else min(scopes),
            ranges=frozenset(self._answered.get(key, ())),
            importers=frozenset(self.importers.get(key, ())),
        )


def _npm(root: Node, path_scope: Scope) -> Iterator[Locked]:
    """Versions 2 and 3: paths of installation; those outside node_modules are the workspace's own members."""
    packages = root.members("packages")
    asked = _Asked(path_scope)
    for path, package in packages.items():
        if "node_modules/" not in path:
            asked.add_tables(path, package.members())
    for path, package in packages.items():
        importer, found, key = path.rpartition("node_modules/")
        version = package.text("version")
        if not found or not version or package.get("link") is not None:
            continue
        importer = importer.rstrip("/")
        requires = frozenset((*package.members("dependencies"), *package.members("peerDependencies")))
        row = replace(
            asked.locked(key, package.text("name") or key, version, package.line),
            requires=requires,
            licences=stated_licences(package),
        )
        is_development = package.get("dev")
        if not row.direct and is_development is not None and is_development.value is True:
            row = replace(row, scope=group_scope("dev", path_scope))
        if "node_modules" in importer.split("/"):
            # Below another package: nobody's direct dependency.
            yield replace(row, direct=False, ranges=frozenset(), importers=frozenset())
            continue
        # A copy in a member's own node_modules serves that member alone.
        if importer and row.direct:
            row = replace(row, direct=importer in asked.importers[key], importers=frozenset((importer,)))
        yield row


def _npm_1(root: Node, path_scope: Scope) -> Iterator[Locked]:
    """Packages of the outermost ``node_modules``, and the copies that others hold within their own."""
    waiting = [(root, True)]
    while waiting:
        holder, outermost = waiting.pop()
        for name, package in holder.members("dependencies").items():
            waiting.append((package, False))
            version = package.text("version")
            if not version:
                continue
            if version.startswith("npm:"):
                name, _, version = version.removeprefix("npm:").rpartition("@")
            is_development = package.get("dev") is not None
            yield Locked(
                ecosystem="npm",
                name=name.lower() if name.startswith("@") else name,
                version=version,
                line=package.line,
                direct=None if outermost else False,
                importers=frozenset(("",) if outermost else ()),
                scope=group_scope("dev", path_scope) if is_development else None,
                requires=frozenset(package.members("requires")),
            )


def _yarn_classic(text: str) -> Iterator[Locked]:
    """Version 1: blocks whose first line lists the ranges that one version answers."""
    specs: list[str] = []
    line = 0
    version = ""
    requires: set[str] = set()
    in_dependencies = False
    for number, raw in enumerate([*text.splitlines(), "end:"], 1):
        if not raw.strip() or raw.startswith("#"):
            continue
        if not raw.startswith(" "):
            if specs and version:
                yield from _yarn_rows(specs, version, line, frozenset(requires))
            if not raw.rstrip().endswith(":"):
                raise SyntaxFault("expected a line that ends in ':'", number)
            specs = [spec.strip().strip('"') for spec in raw.rstrip()[:-1].split(",")]
            line, version, requires, in_dependencies = number, "", set(), False
        elif found := _YARN_VERSION.fullmatch(raw.rstrip()):
            version = found[1]
        elif not raw.startswith("    "):
            in_dependencies = raw.strip() in ("dependencies:", "optionalDependencies:")
        elif in_dependencies:
            requires.add(raw.strip().partition(" ")[0].strip('"'))


def _yarn_rows(specs: Iterable[str], version: str, line: int, requires: frozenset[str]) -> Iterator[Locked]:
    ranges: dict[str, set[str]] = defaultdict(set)
    for spec in specs:
        found = _YARN_SPEC.fullmatch(spec)
        if not found:
            continue
        asked = npm_requirement(found[1], found[2], line, "app")
        if asked is not None:
            ranges[asked.name].add(asked.constraint or "")
    for name, answered in ranges.items():
        yield Locked(
            ecosystem="npm",
            name=name,
            version=version,
            line=line,
            direct=None,
            ranges=frozenset(answered),
            requires=requires,
        )


def _yarn_berry(text: str, path_scope: Scope) -> Iterator[Locked]:
    """Versions 2 and later: YAML, in which the members of the workspace are entries too."""
    asked = _Asked(path_scope)
    packages: list[tuple[str, str, str, Node]] = []
    for root in parse_yaml(text):
        for specs, package in root.members().items():
            resolution, version = package.text("resolution") or "", package.text("version")
            if "@workspace:" in resolution:
                asked.add_tables(resolution.rpartition("@workspace:")[2], _without_npm_protocol(package))
            elif version:
                packages.append((specs, resolution, version, package))
    for specs, resolution, version, package in packages:
        name = (_YARN_SPEC.fullmatch(resolution) or [""] * 2)[1]
        needs = frozenset(package.members("dependencies"))
        for spec in specs.split(", "):
            found = _YARN_SPEC.fullmatch(spec)
            constraint = found[2].removeprefix("npm:") if found else ""
            key = found[1] if found else ""
            if constraint in asked.ranges.get(key, ()) or f"npm:{constraint}" in asked.ranges.get(key, ()):
                yield replace(asked.locked(key, name or key, version, package.line), requires=needs)
                break
        else:
            if name:
                yield Locked(
                    ecosystem="npm", name=name, version=version, line=package.line, direct=False, requires=needs
                )


def _without_npm_protocol(package: Node) -> dict[str, Node]:
    tables = {}
    for section in _SECTIONS:
        members = {
            key: Node(re.sub(r"^npm:(?=[^@]*$)", "", node.text() or ""), node.line)
            for key, node in package.members(section).items()
        }
        tables[section] = Node(members, package.line)
    return tables


def _pnpm(text: str, path_scope: Scope) -> Iterator[Locked]:
    """The importers are the members; each says what its dependencies resolved to."""
    for root in parse_yaml(text):
        importers = root.members("importers") or {".": root}
        for folder, importer in importers.items():
            for section, group in _SECTIONS.items():
                for key, node in importer.members(section).items():
                    version = node.text("version") or node.text() or ""
                    if version.startswith(("link:", "file:", "workspace:")):
                        continue
                    name, version = _pnpm_version(key, version)
                    specifier = node.text("specifier") or root.text("specifiers", key) or ""
                    asked = npm_requirement(key, specifier, node.line, "app")
                    yield Locked(
                        ecosystem="npm",
                        name=name.lower() if name.startswith("@") else name,
                        version=version,
                        line=node.line,
                        direct=True,
                        scope=group_scope(group, path_scope) if group else None,
                        ranges=frozenset([asked.constraint or ""] if asked is not None else []),
                        importers=frozenset(("" if folder == "." else folder,)),
                    )
        # Every package with its needs; from version 9 on these are listed apart.
        for key, package in (root.members("snapshots") or root.members("packages")).items():
            name, version = _pnpm_version("", key)
            if name:
                needs = (*package.members("dependencies"), *package.members("optionalDependencies"))
                yield Locked(
                    ecosystem="npm",
                    name=name.lower() if name.startswith("@") else name,
                    version=version,
                    line=package.line,
                    direct=False,
                    requires=frozenset(needs),
                )


def _pnpm_version(key: str, version: str) -> tuple[str, str]:
    """Name and version without the peers that they were resolved with: ``1.2.3(zod@3)``, ``1.2.3_zod@3``,
    and for an alias ``/real/1.2.3`` or ``real@1.2.3``."""
    version = version.partition("(")[0].partition("_")[0]
    if alias := re.fullmatch(r"/?((?:@[^/@]+/)?[^/@]+)[@/](\d.*)", version):
        return alias[1], alias[2]
    return key, version


def _merged(rows: Iterable[Locked]) -> Iterator[Locked]:
    """One row for each name and version, at its first line, asked for by all the members that ask for it."""
    groups: dict[tuple[str, str], list[Locked]] = defaultdict(list)
    for row in rows:
        groups[row.name, row.version].append(row)
    for same in groups.values():
        asked = [row for row in same if row.direct] or same
        scopes = {row.scope for row in asked}
        yield replace(
            asked[0],
            line=min(row.line for row in asked),
            requires=frozenset[str]().union(*(row.requires for row in same)),
            scope=None if None in scopes else min(scope for scope in scopes if scope),
            ranges=frozenset[str]().union(*(row.ranges for row in same)),
            importers=frozenset[str]().union(*(row.importers for row in same)),
        )


def _bun(root: Node, path_scope: Scope) -> Iterator[Locked]:
    asked = _Asked(path_scope)
    for folder, member in root.members("workspaces").items():
        asked.add_tables(folder, member.members())
    for key, node in root.members("packages").items():
        items = node.elements()
        resolved = items[0].text() if items else None
        found = _YARN_SPEC.fullmatch(resolved or "")
        # A key with a path (``app/zod``) is a copy for one parent.
        if found and key.count("/") <= key.startswith("@") and "workspace:" not in found[2]:
            yield asked.locked(key, found[1], found[2], node.line)
