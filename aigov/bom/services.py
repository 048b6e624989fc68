"""What the app reaches over the network: provider APIs, model servers, vector stores, and MCP servers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from aigov.addresses import exposure_of, uses_tls
from aigov.bom import properties as p
from aigov.bom.addresses import hostname, is_address, publishable
from aigov.bom.document import ExternalReference, Organization, Property, Service, ServiceData
from aigov.bom.proof import Proof, weakness
from aigov.canonical import canonical_json, sha256_hex
from aigov.catalogue import Catalogue
from aigov.catalogue.agent_rules import load_agent_rules
from aigov.catalogue.entry import Entry
from aigov.model import Call, Endpoint, Flow, Inventory, Kind, McpServer, ModelUse, Scope, Unresolved, Use

_SERVED: tuple[Kind, ...] = ("provider", "model-host", "vector-db", "eval")
_FROM_MANIFESTS = ("manifest", "lockfile")


@dataclass(slots=True)
class Usage:
    """All that an inventory says of one slug as a service: the rows that prove that it is reached, and every flow."""

    kind: Kind | None = None
    uses: list[Use] = field(default_factory=list)
    """Beyond manifests and lock files."""
    calls: list[Call] = field(default_factory=list)
    endpoints: list[Endpoint] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    models: list[ModelUse] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)
    local_flows: list[Flow] = field(default_factory=list)
    """Data that stays within the process: said with the others, and no proof of a service."""

    @property
    def scope(self) -> Scope:
        """The strongest scope of any row."""
        rows = (self.uses, self.calls, self.endpoints, self.flows, self.models, self.unresolved)
        return p.strongest(row.scope for part in rows for row in part)

    def is_service(self, entry: Entry | None) -> bool:
        """Whether a network peer is proven: an address, or a use of what is served over the network.

        A package alone is none: chromadb in a manifest may run inside the process. Nor is a framework through which
        data flows to a provider that the source does not name.
        """
        kind = entry.kind if entry else self.kind
        if self.endpoints or (self.flows and kind in (*_SERVED, None)):
            return True
        if kind not in _SERVED:
            return False
        on_network = entry is not None and bool(entry.hosts or entry.ports or entry.default_endpoint)
        if on_network and (self.uses or self.calls or self.models or self.unresolved):
            return True
        return any(use.how != "import" for use in self.uses)

    @property
    def weakness(self) -> str | None:
        """``aigov:evidence``: what the only evidence is, where it is weak."""
        seen = self.calls or self.endpoints or self.flows or self.unresolved
        return None if seen else weakness(self.uses, self.models)


def service_ref(slug: str) -> str:
    """``bom-ref`` of the service of a catalogue entry."""
    return f"service:{slug}"


def collect_usage(inventory: Inventory, catalogue: Catalogue, proof: Proof) -> dict[str, Usage]:
    """The usage of every slug that is a service, by slug, sorted."""
    found: defaultdict[str, Usage] = defaultdict(Usage)
    for use in inventory.uses:
        if use.how not in _FROM_MANIFESTS and proof.counts(use):
            found[use.name].uses.append(use)
            found[use.name].kind = use.kind
    for call in filter(proof.counts, inventory.calls):
        found[call.name].calls.append(call)
    for endpoint in inventory.endpoints:
        found[endpoint.provider].endpoints.append(endpoint)
    for flow in inventory.flows:
        usage = found[flow.provider]
        (usage.flows if proof.counts(flow) else usage.local_flows).append(flow)
    for model in filter(proof.counts, inventory.models):
        found[model.provider].models.append(model)
    for unresolved in filter(proof.counts, inventory.unresolved):
        if unresolved.what != "use":  # what is off by default is no service that is used
            found[unresolved.name].unresolved.append(unresolved)
    return {slug: found[slug] for slug in sorted(found) if found[slug].is_service(catalogue.get(slug))}


def service(slug: str, usage: Usage, catalogue: Catalogue) -> Service:
    """The service of one slug. What only tests, docs and examples reach is kept apart where the app uses it too."""
    entry = catalogue.get(slug)
    scope = usage.scope
    judged = p.SHIPPED if scope in p.SHIPPED else p.SCOPES
    endpoints = [_endpoint(row) for row in usage.endpoints if row.scope in judged]
    apart = [_endpoint(row) for row in usage.endpoints if row.scope not in judged]
    if default := _default_endpoint(entry, usage, judged):
        endpoints.append(default)
    classes = {name for flow in usage.flows if flow.scope in judged for name in flow.data}
    links = (entry.homepage,) if entry and entry.homepage else ()
    return Service(
        bom_ref=service_ref(slug),
        provider=_provider(entry, endpoints, catalogue),
        name=entry.title if entry else slug,
        endpoints=tuple(sorted({row["url"] for row in endpoints if is_address(row["url"])})),
        x_trust_boundary=_crosses_boundary(entry, endpoints, usage),
        data=tuple(ServiceData(flow="outbound", classification=name) for name in sorted(classes)),
        external_references=tuple(ExternalReference(type="website", url=link) for link in links),
        properties=(
            *p.state(p.NAME, slug),
            *p.state(p.KIND, entry.kind if entry else usage.kind),
            *p.state_traits((slug,), catalogue),
            *p.state(p.SCOPE, scope),
            *p.state(p.JURISDICTION, entry.jurisdiction if entry else None),
            *p.state_json(p.ENDPOINT, endpoints),
            *p.state_json(p.ENDPOINT_OUTSIDE_APP, apart),
            *p.state_flows((*usage.flows, *usage.local_flows), catalogue),
            *p.state(p.EVIDENCE, usage.weakness),
            *_occurrences((*usage.uses, *usage.calls, *usage.endpoints, *usage.flows)),
        ),
    )


def mcp_services(inventory: Inventory) -> tuple[tuple[Service, tuple[McpServer, ...]], ...]:
    """One service for each MCP server, with the rows that say what it is. Servers that share a name and differ in what
    they run get a digest in their ``bom-ref``."""
    groups: defaultdict[tuple[str, ...], list[McpServer]] = defaultdict(list)
    for server in sorted(inventory.mcp_servers, key=lambda server: (server.file, server.line)):
        parts = (server.name, server.transport, server.package, server.version, server.url, server.command)
        groups[tuple(part or "" for part in parts)].append(server)
    names = [identity[0] for identity in groups]
    found = []
    for identity, servers in groups.items():
        mark = "" if names.count(identity[0]) == 1 else f"#{sha256_hex(canonical_json(identity))[:8]}"
        found.append((_mcp_service(f"mcp:{identity[0]}{mark}", servers), tuple(servers)))
    return tuple(sorted(found, key=lambda pair: pair[0].bom_ref))


def _mcp_service(ref: str, servers: list[McpServer]) -> Service:
    first = servers[0]
    url = publishable(first.url) if first.url else None
    exposure = exposure_of(hostname(url)) if url else None
    states = {server.pinned for server in servers}
    return Service(
        bom_ref=ref,
        name=first.name,
        version=first.version,
        endpoints=(url,) if url and is_address(url) else (),
        x_trust_boundary=None if exposure in (None, "unknown") else exposure == "public",
        properties=(
            *p.state(p.KIND, "mcp"),
            *p.state(p.SCOPE, p.strongest(server.scope for server in servers)),
            *p.state(p.MCP_TRANSPORT, first.transport),
            *p.state(p.MCP_PACKAGE, first.package),
            *p.state(p.MCP_VERSION, first.version),
            *p.state(p.MCP_PINNED, "no" if "no" in states else "unresolved" if "unresolved" in states else "yes"),
            *p.state_each(p.MCP_ENV, (name for server in servers for name in server.env)),
            *_mcp_abilities(first),
            *p.state_json(
                p.ENDPOINT,
                [{"url": url, "exposure": exposure, "tls": uses_tls(url), "source": "code"}] if url else (),
            ),
            *_occurrences(servers),
        ),
    )


def _mcp_abilities(server: McpServer) -> tuple[Property, ...]:
    """What its tools can do, where that is known: ``none`` where they are known to do nothing of the kind."""
    abilities = load_agent_rules().of_server(server.package, server.url)
    return () if abilities is None else p.state_each(p.MCP_ABILITY, abilities or ("none",))


def _endpoint(row: Endpoint) -> dict[str, Any]:
    url = publishable(row.url)
    return {
        "url": url,
        "exposure": row.exposure,
        "region": row.region,
        "tls": uses_tls(url),
        "source": "code",
        "scope": row.scope,
        "file": row.file,
        "line": row.line,
        "deployment": row.deployment,
        "variable": row.variable,
    }


def _default_endpoint(entry: Entry | None, usage: Usage, judged: tuple[Scope, ...]) -> dict[str, Any] | None:
    """Where the SDK goes when nobody tells it: unless the source does tell, or has it told at run time."""
    if entry is None or entry.default_endpoint is None:
        return None
    told = any(row.scope in judged for row in usage.endpoints)
    open_question = any(row.what != "model" and row.scope in judged for row in usage.unresolved)
    if told or open_question:
        return None
    url = entry.default_endpoint
    return {"url": url, "exposure": exposure_of(hostname(url)), "tls": uses_tls(url), "source": "catalogue-default"}


def _provider(entry: Entry | None, endpoints: list[dict[str, Any]], catalogue: Catalogue) -> Organization | None:
    """The vendor, where the vendor runs the service. Who runs a server on an own machine is not known."""
    if entry is None:
        return None
    hosted = entry.kind == "provider" or any(catalogue.host(hostname(row["url"])) is entry for row in endpoints)
    return Organization(name=entry.vendor or entry.title) if hosted else None


def _crosses_boundary(entry: Entry | None, endpoints: list[dict[str, Any]], usage: Usage) -> bool | None:
    """``x-trust-boundary``: whether data leaves the own network; None where the addresses do not tell."""
    exposures = {row["exposure"] for row in endpoints}
    if "public" in exposures:
        return True
    if "unknown" in exposures:
        return None
    if exposures:
        return False
    if any(row.what != "model" for row in usage.unresolved):
        return None
    return True if entry is not None and entry.kind == "provider" and entry.hosts else None


def _occurrences(rows: Iterable[Use | Call | Endpoint | Flow | McpServer]) -> Iterator[Property]:
    places = {(row.file, row.line, getattr(row, "symbol", None) or "") for row in rows}
    named = {(file, line) for file, line, symbol in places if symbol}
    yield from p.state_json(
        p.OCCURRENCE,
        (
            {"file": file, "line": line, "symbol": symbol or None}
            for file, line, symbol in places
            if symbol or (file, line) not in named
        ),
    )
