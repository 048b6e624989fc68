"""Collect findings: one row a (file, name), a (file, model, provider), a (file, url), the best-founded first."""

from __future__ import annotations

from dataclasses import replace

from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Entry
from aigov.model import Asset, Call, Endpoint, Flow, How, Indicator, McpServer, ModelUse, Secret, Unresolved, Use
from aigov.scan.hosted import Hosts, rehost

_HOW_ORDER: dict[How, int] = {
    "import": 0,
    "sdk-call": 1,
    "http": 2,
    "manifest": 3,
    "lockfile": 4,
    "iac": 5,
    "container": 6,
    "config": 7,
    "env": 8,
}


def _keep_first(uses: dict[tuple[str, str, str | None], Use], use: Use) -> None:
    # Several packages of one manifest may belong to one entry; each is a library of its own.
    key = (use.file, use.name, use.package if use.how in ("manifest", "lockfile") else None)
    known = uses.get(key)
    if known is None or (use.line, _HOW_ORDER[use.how]) < (known.line, _HOW_ORDER[known.how]):
        uses[key] = use


class Rows:
    """Everything that was found so far."""

    def __init__(self) -> None:
        self._uses: dict[tuple[str, str, str | None], Use] = {}
        self.lines: dict[str, set[int]] = {}
        """Every line that proved a use, by file."""
        self._suggestions: list[Use] = []
        self._models: dict[tuple[str, str, str], tuple[bool, ModelUse]] = {}
        self._open: list[ModelUse] = []
        self._endpoints: dict[tuple[str, str, str], Endpoint] = {}
        self._calls: dict[tuple[str, int, str, str], Call] = {}
        self._flows: dict[tuple[str, int, str, str], Flow] = {}
        self._unresolved: dict[tuple[str, int, str, str], Unresolved] = {}
        self._indicators: dict[tuple[str, str, str], Indicator] = {}
        self._secrets: dict[tuple[str, int, str], Secret] = {}
        self._secret_values: set[str] = set()
        self._assets: dict[tuple[str, int, str, str], Asset] = {}
        self._servers: dict[tuple[str, int, str], McpServer] = {}
        self._lists = False
        self._read_servers: list[Unresolved] = []

    def use(self, use: Use) -> None:
        """Keep the first line that proves a use; of several proofs on one line the strongest."""
        _keep_first(self._uses, use)
        self.lines.setdefault(use.file, set()).add(use.line)

    def suggestion(self, use: Use) -> None:
        """A use that the model id in its symbol suggests: it counts unless a call gives that id to another provider."""
        self._suggestions.append(use)

    def model(self, model: ModelUse, *, called: bool) -> None:
        """Keep a model id; what a call proves replaces what a literal suggests."""
        key = (model.file, model.model, model.provider)
        known = self._models.get(key)
        if known is None:
            self._models[key] = (called, model)
            return
        best, other = (model, known[1]) if (called, -model.line) > (known[0], -known[1].line) else (known[1], model)
        merged = replace(
            best,
            line=min(model.line, known[1].line),
            variable=best.variable or other.variable,
        )
        self._models[key] = (called or known[0], merged)

    def open_model(self, model: ModelUse) -> None:
        """A model whose name says who made it and not who serves it: the provider of the row holds if nothing else
        does."""
        self._open.append(model)

    def endpoint(self, endpoint: Endpoint) -> None:
        """Keep an endpoint; later ones fill in what is missing."""
        key = (endpoint.file, endpoint.url, endpoint.provider)
        known = self._endpoints.get(key)
        if known is None:
            self._endpoints[key] = endpoint
            return
        best, other = (endpoint, known) if endpoint.line < known.line else (known, endpoint)
        self._endpoints[key] = replace(
            best,
            region=best.region or other.region,
            deployment=best.deployment or other.deployment,
            variable=best.variable or other.variable,
            how="sdk-call" if "sdk-call" in (best.how, other.how) else best.how,
        )

    def call(self, call: Call) -> None:
        self._calls.setdefault((call.file, call.line, call.name, call.symbol), call)

    def flow(self, flow: Flow) -> None:
        self._flows.setdefault((flow.file, flow.line, flow.provider, flow.symbol), flow)

    def unresolved(self, row: Unresolved) -> None:
        self._unresolved.setdefault((row.file, row.line, row.what, row.name), row)

    def indicator(self, row: Indicator) -> None:
        key = (row.file, row.indicator, row.signal)
        known = self._indicators.get(key)
        if known is None or row.line < known.line:
            self._indicators[key] = row

    def secret(self, row: Secret, value: str) -> None:
        """Note a key. The value stays here: what is written down is cleaned of it."""
        self._secret_values.add(value)
        key = (row.file, row.line, row.name)
        if key not in self._secrets or row.how == "form":
            self._secrets[key] = row

    def hide(self, value: str) -> None:
        """Note what has the form of a key and is nobody's for certain: it is no finding, and it is not shown."""
        self._secret_values.add(value)

    def asset(self, row: Asset) -> None:
        self._assets.setdefault((row.file, row.line, row.what, row.symbol), row)

    def server(self, row: McpServer, *, listed: bool = False) -> None:
        """:param listed: whether a configuration file lists it."""
        self._servers.setdefault((row.file, row.line, row.name), row)
        self._lists = self._lists or listed

    def read_servers(self, row: Unresolved) -> None:
        """Servers that code reads from somewhere: not known unless configuration files of the tree list some."""
        self._read_servers.append(row)

    def settle(self, catalogue: Catalogue) -> None:
        """Once all is found: give ids that bear a publisher's name to the host that serves them in this tree."""
        hosts = Hosts(catalogue, self._uses.values())
        judged = [(use, hosts.hosting(use)) for use in self._suggestions]
        self._suggestions = [use for use, found in judged if not found and not hosts.shared(use)]
        moved: dict[str, list[tuple[Use, tuple[Entry, ...]]]] = {}
        for use, found in judged:
            if found:
                moved.setdefault(use.file, []).append((use, found))
        known, self._models = self._models, {}
        for called, row in known.values():
            self.model(row if called else rehost(row, moved.get(row.file, ()), catalogue), called=called)
        placed = {(file, model) for file, model, _ in self._models}
        for row in self._open:
            if (row.file, row.model) not in placed:
                self.model(hosts.placed(row, catalogue), called=False)
        for missing in () if self._lists else self._read_servers:
            self.unresolved(missing)

    def tells_of(self, file: str, name: str) -> bool:
        """Whether anything of one entry was found in a file."""
        return any(key[:2] == (file, name) for key in self._uses) or any(
            (key[0], key[2]) == (file, name) for key in self._models
        )

    def knows(self, file: str) -> bool:
        """Whether anything was found in a file."""
        found = (*self._uses, *self._models, *((use.file,) for use in self._suggestions))
        return any(key[0] == file for key in found)

    def names_in(self, file: str) -> frozenset[str]:
        """The entries of which a use was found in a file."""
        return frozenset(name for path, name, _ in self._uses if path == file)

    # --- reading back -----------------------------------------------------------------------------------------------

    @property
    def uses(self) -> tuple[Use, ...]:
        called: dict[tuple[str, int], list[ModelUse]] = {}
        for sure, row in self._models.values():
            if sure:
                called.setdefault((row.file, row.line), []).append(row)
        uses = dict(self._uses)
        for use in self._suggestions:
            takers = called.get((use.file, use.line), ())
            if not any(row.provider != use.name and (use.symbol or "").endswith(row.model) for row in takers):
                _keep_first(uses, use)
        return tuple(sorted(uses.values(), key=lambda u: (u.file, u.line, u.name, u.package or "")))

    @property
    def models(self) -> tuple[ModelUse, ...]:
        called: dict[tuple[str, int], list[str]] = {}
        for (file, model, _), (sure, row) in self._models.items():
            if sure:
                called.setdefault((file, row.line), []).append(model)
        named = {(file, model) for (file, model, _), (sure, _) in self._models.items() if sure}
        kept = [
            row
            for (file, model, _), (sure, row) in self._models.items()
            # "groq/llama-3" that a call took apart is the model "llama-3" of that line.
            if sure
            or (
                (file, model) not in named
                and not any(model.endswith(known) for known in called.get((file, row.line), ()))
            )
        ]
        return tuple(sorted(kept, key=lambda m: (m.file, m.line, m.model, m.provider)))

    @property
    def endpoints(self) -> tuple[Endpoint, ...]:
        # A call's endpoint says more than the bare URL of the same provider on the same line.
        return tuple(sorted(self._endpoints.values(), key=lambda e: (e.file, e.line, e.url, e.provider)))

    @property
    def calls(self) -> tuple[Call, ...]:
        return tuple(sorted(self._calls.values(), key=lambda c: (c.file, c.line, c.name, c.symbol)))

    @property
    def flows(self) -> tuple[Flow, ...]:
        return tuple(sorted(self._flows.values(), key=lambda f: (f.file, f.line, f.provider, f.symbol)))

    @property
    def missing(self) -> tuple[Unresolved, ...]:
        return tuple(sorted(self._unresolved.values(), key=lambda u: (u.file, u.line, u.what, u.name)))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(sorted(self._indicators.values(), key=lambda i: (i.file, i.line, i.indicator, i.signal)))

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """One row a (file, line, slug). A key whose form tells its vendor is nobody else's."""
        told = {(row.file, row.line) for row in self._secrets.values() if row.how == "form"}
        kept = [row for row in self._secrets.values() if row.how == "form" or (row.file, row.line) not in told]
        return tuple(sorted(kept, key=lambda s: (s.file, s.line, s.name)))

    @property
    def secret_values(self) -> frozenset[str]:
        """What must never be written down."""
        return frozenset(self._secret_values)

    @property
    def assets(self) -> tuple[Asset, ...]:
        return tuple(row for _, row in sorted(self._assets.items()))

    @property
    def servers(self) -> tuple[McpServer, ...]:
        return tuple(sorted(self._servers.values(), key=lambda s: (s.file, s.line, s.name)))
