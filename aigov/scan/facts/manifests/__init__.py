"""Readers of what is not program code: manifests, lock files, environment samples, MCP configurations, images."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from aigov.model import Asset, Endpoint, McpServer, ModelUse, Problem, Transitive, Unlisted, Unresolved, Use
from aigov.scan.facts.infra import names as infrastructure
from aigov.scan.facts.manifests import inline, settings, workloads
from aigov.scan.facts.manifests.nodes import SyntaxFault
from aigov.scan.facts.manifests.readers import DependencyReader, GroupReader, reader_of, reader_of_kind
from aigov.scan.facts.manifests.records import Dependencies, faulty
from aigov.scan.facts.manifests.resolve_locks import uses_of
from aigov.scan.files import Document, Findings, Switch

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

__all__ = ["read_manifests", "takes", "wants"]


def wants(path: str) -> bool:
    """Whether a reader wants the file at ``path``, relative to the root. ``setup.py`` is wanted, and source as well."""
    return reader_of(path) is not None


def takes(document: Document) -> bool:
    """Whether a reader wants the document, and it can say anything. Of settings files most cannot, and they are many:
    none is kept. Of sources those are taken that name dependencies of their own."""
    if document.kind.role == "manifest" or wants(document.path):
        return (
            document.kind.name != settings.KIND
            or settings.worth_reading(document)
            or infrastructure.is_pulumi(document)
        )
    return inline.claims(document)


def read_manifests(documents: Iterable[Document], catalogue: Catalogue) -> Findings:
    """Findings of every document that a reader ``wants``; others are passed over. Sorted, without duplicates.

    Several packages of one file may fire the same entry, so that (file, name) pairs occur more than once: the
    inventory keeps the first line, the AI-BOM every package. A broken file yields a ``Problem``, never an exception.
    """
    dependencies: dict[str, Dependencies] = {}
    uses: set[Use] = set()
    models: set[ModelUse] = set()
    endpoints: set[Endpoint] = set()
    servers: set[McpServer] = set()
    switches: set[Switch] = set()
    unresolved: set[Unresolved] = set()
    assets: set[Asset] = set()
    problems: set[Problem] = set()
    templates: list[Document] = []
    described: list[Findings] = []
    for document in documents:
        reader = reader_of(document.path) or reader_of_kind(document.kind.name)
        if reader is None:
            if inline.claims(document):
                try:
                    dependencies[document.path] = inline.read(document)
                except SyntaxFault as fault:
                    problems.add(faulty(document.path, fault))
            continue
        if infrastructure.claims(document):
            templates.append(document)
            continue
        if isinstance(reader, GroupReader):
            continue  # one by name, and none by what it holds
        try:
            if reader.kind == settings.KIND and workloads.claims(document):
                found = workloads.read(document, catalogue)
            elif isinstance(reader, DependencyReader):
                dependencies[document.path] = reader.read(document)
                if reader.also is None:
                    continue
                found = reader.also(document, catalogue)
            else:
                found = reader.read(document, catalogue)
        except SyntaxFault as fault:
            problems.add(faulty(document.path, fault))
            continue
        uses.update(found.uses)
        models.update(found.models)
        endpoints.update(found.endpoints)
        servers.update(found.mcp_servers)
        unresolved.update(found.unresolved)
        assets.update(found.assets)
        switches.update(found.switches)
        problems.update(found.problems)
        described.append(found)
    if templates:
        from aigov.scan.facts.infra.read import read  # its readers need what is defined here

        found = read(templates, catalogue)
        described.append(found)
        uses.update(found.uses)
        models.update(found.models)
        endpoints.update(found.endpoints)
        switches.update(found.switches)
        unresolved.update(found.unresolved)
        problems.update(found.problems)
    asked, transitive, unlisted = uses_of(dependencies, catalogue)
    uses.update(asked)
    problems.update(problem for file in dependencies.values() for problem in file.problems)
    return Findings(
        uses=tuple(sorted(uses, key=_place)),
        models=tuple(sorted(models, key=_place)),
        endpoints=tuple(sorted(endpoints, key=_place)),
        mcp_servers=tuple(sorted(servers, key=_place)),
        agents=tuple(row for part in described for row in part.agents),
        tools=tuple(row for part in described for row in part.tools),
        switches=tuple(sorted(switches, key=_place)),
        transitive=tuple(sorted(set(transitive), key=_place)),
        unresolved=tuple(sorted(unresolved, key=_place)),
        assets=tuple(sorted(assets, key=_place)),
        unlisted=tuple(sorted({row for row in unlisted if row.package}, key=_place)),
        problems=tuple(sorted(problems, key=_place)),
    )


def _place(
    row: Use | Transitive | ModelUse | Endpoint | McpServer | Unresolved | Switch | Asset | Unlisted | Problem,
) -> tuple[str, int, str]:
    """File and line, then everything else: rows come from sets, so the order must be total."""
    return row.file, row.line or 0, repr(row)
