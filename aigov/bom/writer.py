"""Write an inventory as a CycloneDX AI-BOM. The mapping and its properties are documented in docs/aibom.md.

The same inventory gives the same bytes: order is fixed, the serial number is derived from the content, and the
timestamp is the subject's.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from aigov import __version__
from aigov.bom import properties as p
from aigov.bom.agents import observer_properties, reach_of, surface_properties
from aigov.bom.artifacts import artifact_components
from aigov.bom.checks import check_references
from aigov.bom.document import (
    Bom,
    Citation,
    Component,
    Composition,
    Dependency,
    Metadata,
    Property,
    Service,
    SpecVersion,
    Tools,
)
from aigov.bom.libraries import Libraries, Library, library_component
from aigov.bom.models import model_components
from aigov.bom.proof import Proof
from aigov.bom.services import collect_usage, mcp_services, service, service_ref
from aigov.bom.validate import check_schema
from aigov.canonical import canonical_json, pretty_json, sha256_hex
from aigov.catalogue import Catalogue
from aigov.catalogue.own import OwnCatalogue
from aigov.errors import AigovError
from aigov.model import Coverage, Inventory, Problem, Subject

_TOOL = Component(type="application", bom_ref="tool:aigov", name="aigov", version=__version__)
_SERIAL_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://aigov.dev/aibom/v1")
_MOST_NAMED = 20
"""Packages that a gap names; the AI-BOM is no place for hundreds."""
_FROM_CATALOGUE = {
    "components": ("manufacturer", "publisher", "externalReferences"),
    "services": ("provider", "name", "externalReferences"),
}
"""Values that aigov's catalogue supplies for a slug, not the source."""


def write_bom(inventory: Inventory, catalogue: Catalogue, *, spec_version: SpecVersion = "1.6") -> dict[str, Any]:
    """The AI-BOM of ``inventory``, valid under the strict schema of ``spec_version`` and under ``check_references``.

    :raises AigovError: the document is not valid: a defect of aigov, never of the scanned code.
    """
    bom = _assemble(inventory, catalogue, spec_version)
    if spec_version == "1.7" and bom.metadata.timestamp:
        bom = replace(bom, citations=_cite(bom.to_dict(), bom.metadata.timestamp))
    content = bom.to_dict()
    number = uuid.uuid5(_SERIAL_NAMESPACE, sha256_hex(canonical_json(content)))
    document: dict[str, Any] = {}
    for key, value in content.items():
        document[key] = value
        if key == "specVersion":
            document["serialNumber"] = f"urn:uuid:{number}"
    _prove_valid(document, spec_version)
    return document


def dump_bom(bom: dict[str, Any]) -> str:
    """``bom`` as text: two spaces, keys in the order of the document, one trailing newline."""
    return pretty_json(bom)


def _assemble(inventory: Inventory, catalogue: Catalogue, spec_version: SpecVersion) -> Bom:
    proof = Proof(inventory, catalogue)
    usage = collect_usage(inventory, catalogue, proof)
    libraries = tuple(Libraries(inventory, catalogue, served=usage))
    models = model_components(inventory, catalogue)
    artifacts = artifact_components(inventory)
    services = [service(slug, rows, catalogue) for slug, rows in usage.items()]
    servers = mcp_services(inventory)
    app_ref = f"app:{inventory.subject.name}"
    components = tuple(library_component(library, catalogue) for library in libraries) + models + artifacts
    edges = _connect(app_ref, libraries, services, models, proof.reached)
    for mcp, rows_of_server in servers:
        edges[app_ref].add(mcp.bom_ref)
        edges[mcp.bom_ref].update(
            library.ref for library in libraries if library.purl and library.purl == rows_of_server[0].package
        )
    reach = reach_of(inventory, servers, models)
    edges[app_ref] |= reach.roots
    for ref, targets in reach.edges.items():
        edges[ref] |= targets
    edges[app_ref].update(artifact.bom_ref for artifact in artifacts)
    app = _app(inventory, app_ref)
    return Bom(
        spec_version=spec_version,
        metadata=Metadata(
            timestamp=_timestamp(inventory.subject.timestamp),
            tools=Tools(components=(_TOOL,)),
            component=app,
            properties=(
                *_scan_properties(inventory.subject),
                *_catalogue_properties(catalogue),
                *p.state(p.FINDINGS, len(app.properties)),
                *_coverage_properties(inventory),
            ),
        ),
        components=tuple(
            sorted((*components, *reach.components), key=lambda component: (component.type, component.bom_ref))
        ),
        services=tuple(
            sorted((*services, *(mcp for mcp, _ in servers), *reach.services), key=lambda service: service.bom_ref)
        ),
        dependencies=tuple(
            Dependency(ref=ref, depends_on=tuple(sorted(targets)))
            for ref, targets in sorted(edges.items(), key=lambda edge: (edge[0] != app_ref, edge[0]))
            if targets
        ),
        compositions=_compose(app_ref, inventory, libraries, services, models + artifacts),
    )


def _app(inventory: Inventory, ref: str) -> Component:
    subject = inventory.subject
    indicators = (
        {
            "id": row.indicator,
            "signal": row.signal,
            "term": row.term,
            "file": row.file,
            "line": row.line,
            "scope": row.scope,
        }
        for row in inventory.indicators
    )
    unresolved = (
        {
            "what": row.what,
            "slug": row.name,
            "reason": row.reason,
            "variable": row.variable,
            "file": row.file,
            "line": row.line,
            "scope": row.scope,
            "symbol": row.symbol,
        }
        for row in inventory.unresolved
    )
    secrets = (
        {
            "slug": row.name,
            "how": row.how,
            "variable": row.variable,
            "file": row.file,
            "line": row.line,
            "scope": row.scope,
        }
        for row in inventory.secrets
    )
    assets = (
        {
            "what": row.what,
            "name": row.name,
            "slug": row.provider,
            "data": row.data,
            "revision": row.revision,
            "pinned": row.pinned,
            "unsafe": row.unsafe,
            "variable": row.variable,
            "sha256": row.sha256,
            "file": row.file,
            "line": row.line,
            "scope": row.scope,
            "symbol": row.symbol,
        }
        for row in inventory.assets
    )
    return Component(
        type="application",
        bom_ref=ref,
        name=subject.name,
        version=subject.version,
        description=subject.description,
        purl=subject.purl,
        properties=(
            *p.state_json(p.INDICATOR, indicators),
            *p.state_json(p.UNRESOLVED, unresolved),
            *p.state_json(p.SECRET, secrets),
            *observer_properties(inventory),
            *surface_properties(inventory),
            *p.state_json(p.ASSET, assets),
        ),
    )


def _scan_properties(subject: Subject) -> tuple[Property, ...]:
    dirty = subject.dirty if subject.commit else None
    return (*p.state(p.SCHEMA, 1), *p.state(p.SCAN_COMMIT, subject.commit), *p.state(p.SCAN_DIRTY, dirty))


def _catalogue_properties(catalogue: Catalogue) -> tuple[Property, ...]:
    """Entries that aigov does not ship, or not in this form: a reader must be able to tell them."""
    own = catalogue.own if isinstance(catalogue, OwnCatalogue) else ()
    return p.state_json(p.CATALOGUE_OWN, ({"id": row.id, "change": row.change, "sha256": row.digest} for row in own))


def _coverage_properties(inventory: Inventory) -> Iterator[Property]:
    coverage = inventory.coverage
    yield from p.state(p.COVERAGE_COMPLETE, coverage.complete)
    yield from p.state(p.COVERAGE_FILES_SEEN, coverage.files_seen)
    yield from p.state(p.COVERAGE_FILES_SCANNED, coverage.files_scanned)
    yield from p.state(p.COVERAGE_BYTES_SEEN, coverage.bytes_seen)
    gaps = tuple(_gaps(coverage))
    yield from p.state(p.COVERAGE_SUSPECTS, sum(gap["suspects"] for gap in gaps))
    yield from p.state_each(
        p.COVERAGE_LANGUAGE, (f"{language}={files}" for language, files in coverage.languages.items())
    )
    yield from p.state_json(p.COVERAGE_GAP, gaps)
    yield from p.state_json(
        p.COVERAGE_SKIPPED,
        (
            {"reason": skip.reason, "language": skip.language, "files": skip.files, "suspects": skip.suspects}
            for skip in coverage.skipped
            if not skip.gap
        ),
    )
    yield from p.state_json(
        p.COVERAGE_UNLISTED,
        ({"package": row.package, "file": row.file, "line": row.line, "scope": row.scope} for row in coverage.unlisted),
    )
    yield from p.state_each(p.COVERAGE_NOT_AI, coverage.not_ai)
    yield from p.state_json(
        p.COVERAGE_SCOPE, ({"pattern": row.pattern, "scope": row.scope, "files": row.files} for row in coverage.scopes)
    )
    if word := coverage.stated:
        yield from p.state_json(p.COVERAGE_STATED, ({"by": word.by, "on": word.on, "expires": word.expires},))
    yield from p.state_json(p.COVERAGE_PROBLEM, map(_problem, inventory.problems))


def _gaps(coverage: Coverage) -> Iterator[dict[str, Any]]:
    for skip in coverage.skipped:
        if skip.gap:
            yield {
                "reason": skip.reason,
                "language": skip.language,
                "files": skip.files,
                "suspects": skip.suspects,
                "suspect_files": list(skip.suspect_files) or None,
            }
    lost: defaultdict[str, list[bool]] = defaultdict(list)
    for loss in coverage.parse_losses:
        lost[loss.language].append(loss.suspect)
    for language, suspects in lost.items():
        yield {"reason": "parse-error", "language": language, "files": len(suspects), "suspects": sum(suspects)}
    if coverage.classic_ml_left:
        left = coverage.classic_ml_left
        yield {"reason": "classic-ml-left-out", "files": left, "suspects": left}
    if unlisted := coverage.unlisted_in_app:
        files = len({row.file for row in unlisted})
        named = [f"{row.file}:{row.line} {row.package}" for row in unlisted[:_MOST_NAMED]]
        yield {"reason": "unlisted-package", "files": files, "suspects": files, "suspect_files": named}
    if coverage.lapsed:
        yield {"reason": "lapsed-statement", "files": coverage.lapsed, "suspects": coverage.lapsed}
    if coverage.truncated:
        yield {"reason": f"truncated: {coverage.truncated}", "files": 0, "suspects": 0}


def _problem(problem: Problem) -> dict[str, Any]:
    return {"reason": problem.reason, "file": problem.file, "line": problem.line, "message": problem.message}


def _connect(
    app_ref: str,
    libraries: tuple[Library, ...],
    services: list[Service],
    models: tuple[Component, ...],
    through: Mapping[str, set[str]],
) -> defaultdict[str, set[str]]:
    """app -> libraries -> services -> models; what nothing in between is known to reach hangs on the app.

    A library that only comes along hangs on the listed ones that bring it, and no service on it.

    :param through: slugs that calls of a package reach in place of its own vendor.
    """
    edges: defaultdict[str, set[str]] = defaultdict(set)
    service_refs = {service.bom_ref for service in services}
    by_slug: defaultdict[str, set[str]] = defaultdict(set)
    for library in libraries:
        if library.comes_along:
            continue
        edges[app_ref].add(library.ref)
        for slug in library.slugs:
            by_slug[slug].add(library.ref)
            refs = {service_ref(name) for name in (slug, *through.get(slug, ()))}
            edges[library.ref] |= refs & service_refs
    _bring_along(app_ref, libraries, edges)
    reached = {ref for targets in edges.values() for ref in targets}
    edges[app_ref] |= service_refs - reached
    for model in models:
        provider = next(prop.value for prop in model.properties if prop.name == p.MODEL_PROVIDER)
        if (ref := service_ref(provider)) in service_refs:
            edges[ref].add(model.bom_ref)
        else:
            for owner in by_slug[provider] or {app_ref}:
                edges[owner].add(model.bom_ref)
    return edges


def _bring_along(app_ref: str, libraries: tuple[Library, ...], edges: defaultdict[str, set[str]]) -> None:
    """Hang what comes along on those that bring it; on the app where the lock file leaves open who does."""
    bringing: defaultdict[str, list[Library]] = defaultdict(list)
    for library in libraries:
        if library.comes_along:
            for purl in library.via:
                bringing[purl].append(library)
    reached: set[str] = set()
    waiting = [library for library in libraries if not library.comes_along]
    rest = [library for library in libraries if library.comes_along]
    while waiting or rest:
        if not waiting:
            library = rest.pop(0)
            if library.ref in reached:
                continue
            edges[app_ref].add(library.ref)
        else:
            library = waiting.pop()
        for brought in bringing.get(library.purl or "", ()):
            if brought.ref != library.ref:
                edges[library.ref].add(brought.ref)
                if brought.ref not in reached:
                    waiting.append(brought)
        reached.add(library.ref)
        reached.update(brought.ref for brought in bringing.get(library.purl or "", ()))


def _compose(
    app_ref: str,
    inventory: Inventory,
    libraries: tuple[Library, ...],
    services: list[Service],
    models: tuple[Component, ...],
) -> tuple[Composition, ...]:
    """``incomplete`` where a known gap was left; else ``unknown``, "best-effort, the completeness is inconclusive".

    Never ``complete``: a scan of source sees what the source names, and what a package or a provider itself depends
    on is outside it.
    """
    whole = inventory.coverage.complete and not any(row.reason == "bad-manifest" for row in inventory.problems)
    others = {library.ref for library in libraries} | {service.bom_ref for service in services}
    app = Composition(aggregate="unknown" if whole else "incomplete", assemblies=(app_ref,), dependencies=(app_ref,))
    rest = tuple(sorted(others | {model.bom_ref for model in models}))
    return (app, Composition(aggregate="unknown", dependencies=rest)) if rest else (app,)


def _timestamp(seconds: int) -> str | None:
    """RFC 3339; None for 0, which means that the tree has no time of its own: no date is better than a wrong one."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if seconds else None


def _cite(document: Mapping[str, Any], timestamp: str) -> tuple[Citation, ...]:
    """Tell what the scanner read in the source from what aigov's catalogue adds to it."""
    scanned = [f"/{key}" for key in ("components", "services", "dependencies") if document.get(key)]
    added = list(_added_by_catalogue(document))
    citations = [_citation(["/metadata/component", *scanned], timestamp, "found by static analysis of the source")]
    if added:
        citations.append(_citation(added, timestamp, "from aigov's catalogue of products, not from the source"))
    return tuple(citations)


def _citation(pointers: Iterable[str], timestamp: str, note: str) -> Citation:
    return Citation(pointers=tuple(pointers), timestamp=timestamp, attributed_to=_TOOL.bom_ref, note=note)


def _added_by_catalogue(document: Mapping[str, Any]) -> Iterator[str]:
    for array, keys in _FROM_CATALOGUE.items():
        for index, item in enumerate(document.get(array, ())):
            if array == "services" and not item["bom-ref"].startswith("service:"):
                continue
            for key in keys:
                if key in item:
                    yield f"/{array}/{index}/{key}"


def _prove_valid(document: dict[str, Any], spec_version: SpecVersion) -> None:
    refusal = check_schema(document, spec_version)
    fault = str(refusal) if refusal else None
    if fault is None and (found := check_references(document)):
        fault = f"{found[0].pointer}: {found[0].message}"
    if fault:
        raise AigovError(
            f"aigov wrote an AI-BOM that is not valid CycloneDX {spec_version}: {fault}",
            fix="this is a defect of aigov, not of your code: please report it with this line",
        )
