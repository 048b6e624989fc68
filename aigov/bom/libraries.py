"""Which packages the app uses: manifests and lock files name them, imports and calls prove their use."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from packageurl import PackageURL

from aigov.bom import properties as p
from aigov.bom.document import Component, Evidence, ExternalReference, Occurrence, Property
from aigov.bom.licences import Stated, licence_choices, state_other_versions, state_sources
from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Entry
from aigov.model import Call, Flow, How, Inventory, Kind, PackageLicence, Scope, Transitive, Use

_DECLARING = ("manifest", "lockfile")
_CALLING = ("import", "sdk-call")

_ECOSYSTEMS = {
    "pypi": (".py", ".pyi", ".ipynb"),
    "npm": (".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte", ".astro"),
    "golang": (".go",),
    "maven": (".java", ".kt", ".kts", ".scala", ".groovy"),
    "nuget": (".cs", ".fs", ".vb"),
    "gem": (".rb",),
    "cargo": (".rs",),
    "composer": (".php",),
    "swift": (".swift",),
    "pub": (".dart",),
    "hex": (".ex", ".exs"),
}
"""purl type by the suffixes of the source files that import its packages."""
_ECOSYSTEM_OF = {suffix: ecosystem for ecosystem, suffixes in _ECOSYSTEMS.items() for suffix in suffixes}

_KIND_ORDER: tuple[Kind, ...] = (
    "agent-framework",
    "framework",
    "mcp",
    "vector-db",
    "eval",
    "model-host",
    "provider",
    "ml-runtime",
)
"""An adapter is what it is built for first: langchain-openai is langchain's, and reaches openai."""


@dataclass(slots=True)
class Library:
    """A package while its evidence is gathered. ``purl`` is without version; None for what no package provides."""

    purl: str | None
    version: str | None
    kinds: dict[str, Kind] = field(default_factory=dict)
    """Catalogue slug to kind."""
    folders: set[PurePosixPath] = field(default_factory=set)
    """Where manifests and lock files name it."""
    constraints: set[str] = field(default_factory=set)
    occurrences: set[tuple[str, int, str, str]] = field(default_factory=set)
    scopes: set[Scope] = field(default_factory=set)
    flows: set[Flow] = field(default_factory=set)
    """Data that it hands on to a provider that the source does not name."""
    direct: bool = True
    """False: no manifest asks for it, a lock file fixes it for another package."""
    imported: bool = False
    optional: bool = False
    """Whether a manifest installs it only for those who ask."""
    needed: bool = False
    """Whether the app's code uses it, or a manifest of the app always installs it."""
    licences: set[Stated] = field(default_factory=set)
    other_versions: list[PackageLicence] = field(default_factory=list)
    """What was found of versions that the tree does not use, if nothing was of this one."""
    via: set[str] = field(default_factory=set)
    """purls without version of the listed packages that bring it along."""

    @property
    def slugs(self) -> tuple[str, ...]:
        """Catalogue slugs, what it is built for first."""
        return tuple(sorted(self.kinds, key=lambda slug: (_KIND_ORDER.index(self.kinds[slug]), slug)))

    @property
    def ref(self) -> str:
        """``bom-ref``: the purl with version, or ``library:<slug>``."""
        return _with_version(self.purl, self.version) if self.purl else f"library:{self.slugs[0]}"

    @property
    def undeclared(self) -> bool:
        """Whether it is imported, and no manifest asks for it."""
        return self.purl is not None and (not self.folders or (self.imported and not self.direct))

    @property
    def comes_along(self) -> bool:
        """Whether the app has it only because another package needs it."""
        return not self.direct and not self.imported

    def add(self, row: Use | Transitive | Call | Flow) -> None:
        """Take a use, what comes along, a call or a flow as evidence."""
        symbol = ""
        if isinstance(row, Transitive):
            how: How = "lockfile"
        else:
            symbol = row.symbol or ""
            how = row.how if isinstance(row, Use) else "sdk-call"
            self.imported = self.imported or how in _CALLING
            self.optional = self.optional or (isinstance(row, Use) and row.optional is True)
            # A lock file fixes what is optional too.
            always = how != "lockfile" and not (isinstance(row, Use) and row.optional)
            self.needed = self.needed or (always and row.scope == "app")
        context = f"how={how} scope={row.scope}"
        if isinstance(row, Call) and row.enclosing:
            context += f" in={row.enclosing}"
        if not isinstance(row, Transitive) and row.cell:
            context += f" cell={row.cell}"
        self.scopes.add(row.scope)
        self.occurrences.add((row.file, row.line, symbol, context))


class Libraries:
    """The libraries of one inventory, by package and version.

    :param served: slugs that are services: what no package stands for is listed there, not here.
    """

    def __init__(self, inventory: Inventory, catalogue: Catalogue, served: Collection[str]) -> None:
        self._catalogue = catalogue
        self._by_purl: dict[str, dict[str | None, Library]] = {}
        self._bare: dict[str, Library] = {}
        mcp_files = {server.file for server in inventory.mcp_servers}
        declared = [use for use in inventory.uses if use.how in _DECLARING and use.package]
        others = [use for use in inventory.uses if not (use.how in _DECLARING and use.package)]
        # Pins before ranges, which attach to them; imports, which make libraries, before what only finds them; those
        # whose package is told before those that must be matched. Within that any order will do.
        for use in sorted(declared, key=lambda use: use.version is None):
            self._declare(use)
        for row in inventory.transitive:
            self._bring_along(row)
        for use in sorted(others, key=lambda use: (use.how != "import", use.package is None)):
            listed_as_service = use.name in served or (use.kind == "mcp" and use.file in mcp_files)
            if listed_as_service and use.how not in (*_DECLARING, *_CALLING):
                continue  # a request, a variable or a container is no evidence of a package
            if not self._prove(use) and (use.how in _DECLARING or not listed_as_service):
                self._add_bare(use)
        for call in inventory.calls:
            found = self._find(call.name, None, call.symbol, call.file)
            for library in found or ([] if call.name in served else [self._unproven(call.name)]):
                library.add(call)
        for flow in inventory.flows:
            if flow.provider not in served:
                found = self._find(flow.provider, None, flow.symbol, flow.file)
                for library in found or [self._unproven(flow.provider)]:
                    library.flows.add(flow)
                    library.add(flow)
        self._license(inventory.licences)

    def __iter__(self) -> Iterator[Library]:
        packages = (library for versions in self._by_purl.values() for library in versions.values())
        return iter(sorted((*packages, *self._bare.values()), key=lambda library: library.ref))

    def _declare(self, use: Use) -> None:
        purl = _without_version(use.package or "")
        folder = PurePosixPath(use.file).parent
        versions = self._by_purl.setdefault(purl, {})
        if use.version is None:
            owners = _nearest([library for library in versions.values() if library.version], folder)
        else:
            owners = []
        for library in owners or [versions.setdefault(use.version, Library(purl=purl, version=use.version))]:
            library.kinds[use.name] = use.kind
            library.folders.add(folder)
            library.licences.update(Stated(said, "lockfile", use.file) for said in use.licences)
            if use.constraint:
                library.constraints.add(use.constraint)
            library.add(use)

    def _license(self, rows: Collection[PackageLicence]) -> None:
        for row in rows:
            if library := self._by_purl.get(row.package, {}).get(row.version):
                library.licences.add(Stated(row.said or row.licence, row.source, row.file))
        for row in rows:
            versions = self._by_purl.get(row.package, {})
            for library in versions.values() if row.version not in versions else ():
                if not library.licences:
                    library.other_versions.append(row)

    def _bring_along(self, row: Transitive) -> None:
        versions = self._by_purl.setdefault(_without_version(row.package), {})
        library = versions.get(row.version)
        if library is None:
            library = versions[row.version] = Library(
                purl=_without_version(row.package), version=row.version, direct=False
            )
        if not library.direct:
            library.kinds[row.name] = row.kind
            library.folders.add(PurePosixPath(row.file).parent)
            library.via.update(row.via)
            library.add(row)

    def _prove(self, use: Use) -> bool:
        found = self._find(use.name, use.package, use.symbol, use.file)
        if not found and use.how == "import":
            found = [self._undeclared(use)]
        for library in found:
            library.kinds[use.name] = use.kind
            library.add(use)
        return bool(found)

    def _undeclared(self, use: Use) -> Library:
        purl = use.package or _first_package(self._catalogue.get(use.name), _ecosystem(use.file))
        if purl is None:
            return self._bare.setdefault(use.name, Library(purl=None, version=None))
        purl = _without_version(purl)
        return self._by_purl.setdefault(purl, {}).setdefault(None, Library(purl=purl, version=None))

    def _unproven(self, slug: str) -> Library:
        """A library that is called, and that nothing imports."""
        entry = self._catalogue.get(slug)
        library = self._bare.setdefault(slug, Library(purl=None, version=None))
        library.kinds.setdefault(slug, entry.kind if entry else "framework")
        return library

    def _add_bare(self, use: Use) -> None:
        """List what neither a package nor a service stands for under its own name: no finding may be lost."""
        library = self._bare.setdefault(use.name, Library(purl=None, version=None))
        library.kinds[use.name] = use.kind
        library.add(use)

    def _find(self, slug: str, purl: str | None, symbol: str | None, file: str) -> list[Library]:
        """The libraries that a file's import or call of ``slug`` means; empty if none is known."""
        ecosystem = _ecosystem(file)
        if purl is not None:
            candidates = list(self._by_purl.get(_without_version(purl), {}).values())
        else:
            candidates = [
                library
                for key, versions in self._by_purl.items()
                for library in versions.values()
                if slug in library.kinds and _type_of(key) == ecosystem
            ]
            # What the app asks for itself comes first: what comes along is rarely imported.
            candidates = [library for library in candidates if library.direct] or candidates
            candidates = self._narrow(candidates, slug, symbol)
        if not candidates and slug in self._bare:
            return [self._bare[slug]]
        return _nearest(candidates, PurePosixPath(file).parent) or candidates

    def _narrow(self, candidates: list[Library], slug: str, symbol: str | None) -> list[Library]:
        """Of several packages of one slug, the one that the imported module names, else the catalogue's first."""
        if len({library.purl for library in candidates}) < 2:
            return candidates
        named = [library for library in candidates if symbol and _names(symbol, library.purl or "")]
        entry = self._catalogue.get(slug)
        order = [package.purl for package in entry.packages] if entry else []

        def rank(library: Library) -> tuple[int, str]:
            return (order.index(library.purl) if library.purl in order else len(order), library.purl or "")

        best = min(named or candidates, key=rank).purl
        return [library for library in candidates if library.purl == best]


def library_component(library: Library, catalogue: Catalogue) -> Component:
    """The component of a library whose evidence is complete."""
    entries = [entry for slug in library.slugs if (entry := catalogue.get(slug))]
    entry = entries[0] if len(entries) == 1 else None
    own = entry is not None and library.purl == _first_package(entry, _type_of(library.purl))
    scope = p.strongest(library.scopes)
    listed = bool(library.folders)
    locked = None if library.purl is None else "unresolved" if not listed else "yes" if library.version else "no"
    direct = None if library.purl is None or not listed else "yes" if library.direct else "no"
    jurisdictions = {entry.jurisdiction for entry in entries if entry.jurisdiction}
    package = PackageURL.from_string(library.purl) if library.purl else None
    return Component(
        type="library",
        bom_ref=library.ref,
        # The catalogue knows who makes a product: of its packages only the first is surely the maker's own.
        publisher=entry.vendor if entry and own else None,
        group=package.namespace if package else None,
        name=package.name if package else entry.title if entry else library.slugs[0],
        version=library.version,
        scope="excluded" if scope != "app" else "optional" if library.optional and not library.needed else "required",
        licenses=licence_choices(stated.said for stated in library.licences),
        purl=_with_version(library.purl, library.version) if library.purl else None,
        external_references=(
            (ExternalReference(type="website", url=entry.homepage),) if entry and own and entry.homepage else ()
        ),
        evidence=Evidence(occurrences=_occurrences(library.occurrences)),
        properties=(
            *(property for slug in library.slugs for property in p.state(p.NAME, slug)),
            *_kinds(library),
            *p.state_traits(library.slugs, catalogue),
            *p.state(p.SCOPE, scope),
            *p.state(p.DIRECT, direct),
            *p.state(p.LOCKED, locked),
            *p.state_each(p.CONSTRAINT, library.constraints),
            *p.state(p.UNDECLARED, True if library.undeclared else None),
            *state_sources(library.licences),
            *state_other_versions(library.other_versions),
            *p.state_flows(library.flows, catalogue),
            *p.state(p.JURISDICTION, jurisdictions.pop() if len(jurisdictions) == 1 else None),
        ),
    )


def _kinds(library: Library) -> Iterator[Property]:
    for kind in dict.fromkeys(library.kinds[slug] for slug in library.slugs):
        yield from p.state(p.KIND, kind)


def _occurrences(rows: set[tuple[str, int, str, str]]) -> tuple[Occurrence, ...]:
    # Two entries may claim one line, one of them with a symbol (the extra of "anthropic[bedrock]"): say it once.
    named = {(file, line, context) for file, line, symbol, context in rows if symbol}
    return tuple(
        Occurrence(location=file, line=line, symbol=symbol or None, additional_context=context)
        for file, line, symbol, context in sorted(rows)
        if symbol or (file, line, context) not in named
    )


def _nearest(libraries: list[Library], folder: PurePosixPath) -> list[Library]:
    """Those named in the closest folder at or above ``folder``: a workspace member is locked by the lock above it."""
    for ancestor in (folder, *folder.parents):
        if found := [library for library in libraries if ancestor in library.folders]:
            return found
    return []


def _ecosystem(file: str) -> str | None:
    return _ECOSYSTEM_OF.get(PurePosixPath(file).suffix.lower())


def _first_package(entry: Entry | None, ecosystem: str | None) -> str | None:
    """The purl of the entry's first package of this ecosystem."""
    packages = entry.packages if entry else ()
    purls = (package.purl for package in packages if not package.purl.endswith("*"))
    return next((purl for purl in purls if _type_of(purl) == ecosystem), None)


def _type_of(purl: str | None) -> str | None:
    return purl.removeprefix("pkg:").partition("/")[0] if purl else None


def _names(symbol: str, purl: str) -> bool:
    """Whether an imported name is the package's own: ``langchain_openai.ChatOpenAI`` and pkg:pypi/langchain-openai."""
    package = PackageURL.from_string(purl)
    whole = f"{package.namespace}/{package.name}" if package.namespace else package.name
    return _normalize(whole) in (_normalize(symbol), _normalize(symbol.partition(".")[0]))


def _normalize(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _without_version(purl: str) -> str:
    return PackageURL.from_string(purl)._replace(version=None).to_string()


def _with_version(purl: str, version: str | None) -> str:
    return PackageURL.from_string(purl)._replace(version=version).to_string()
