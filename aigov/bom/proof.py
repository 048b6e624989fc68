"""Which rows of an inventory prove that a service is reached, and which prove that it is not.

A package of one vendor may only lead to another (``AnthropicBedrock``, ``OpenAI(base_url="https://api.groq.com")``) or
work within the process (``chromadb.PersistentClient``). Such calls, and the imports that they account for, are a
library and no service. Whatever leaves a doubt counts as proof: a service too many is seen and struck out, a service
too few is never missed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

from aigov.bom import properties as p
from aigov.catalogue import Catalogue
from aigov.model import Call, Flow, Inventory, Kind, ModelUse, Scope, Unresolved, Use

_FAMILIES = {
    "python": (".py", ".pyi", ".ipynb"),
    "javascript": (".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte", ".astro"),
}
"""The languages in which the scan follows calls, by suffix of the file."""
_FAMILY_OF = {suffix: family for family, suffixes in _FAMILIES.items() for suffix in suffixes}

_NEVER_REACHED: tuple[Kind, ...] = ("framework", "agent-framework", "mcp")
_TYPES_ONLY = frozenset(("types", "resources", "errors", "error", "exceptions", "_exceptions"))

_Place = tuple[str, int, str]


class Proof:
    """What the calls of one inventory say of its imports."""

    def __init__(self, inventory: Inventory, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._owned: dict[str, dict[str, set[str]]] = {family: self._packages(family) for family in _FAMILIES}
        self._own: defaultdict[str, list[Call]] = defaultdict(list)
        """Calls that may reach the slug."""
        self._elsewhere: defaultdict[str, list[Call]] = defaultdict(list)
        """Calls of the slug's package that do not reach it."""
        self.reached: defaultdict[str, set[str]] = defaultdict(set)
        """Slugs that the calls of a slug's package reach in place of it."""
        places: defaultdict[_Place, list[Call]] = defaultdict(list)
        for call in inventory.calls:
            places[call.file, call.line, call.symbol].append(call)
        for calls in places.values():
            self._read(calls)
        self._reaching = {(slug, call) for slug, calls in self._own.items() for call in calls}
        self._local_places = {(c.name, c.file, c.line, c.symbol) for c in inventory.calls if c.runs == "local"}
        elsewhere = {(call.name, call.symbol) for call in inventory.calls if call.runs != "local"}
        self._local_symbols = {(c.name, c.symbol) for c in inventory.calls if c.runs == "local"} - elsewhere

    def counts(self, row: Use | Call | Flow | ModelUse | Unresolved) -> bool:
        """Whether a row may prove that its service is reached."""
        match row:
            case Use():
                return row.how not in ("import", "sdk-call") or not self._accounted_for(row)
            case Call():
                # A method of a client that leads elsewhere tells nothing that its constructor did not.
                return (row.name, row) in self._reaching or row.name not in self._elsewhere
            case ModelUse():
                return (row.provider, row.symbol) not in self._local_symbols
            case Flow():
                return (row.provider, row.file, row.line, row.symbol) not in self._local_places
            case Unresolved():
                return (row.name, row.file, row.line, row.symbol) not in self._local_places

    def _packages(self, family: str) -> dict[str, set[str]]:
        """By ``owner tail``, such as ``aws-bedrock AnthropicBedrock``: the slugs whose package has this constructor."""
        found: dict[str, set[str]] = {}
        plain = self._catalogue.constructors(family)
        pairs = [(symbol, entry) for symbol, (entry, _) in plain.items()]
        pairs += [(s, entry) for s, rules in self._catalogue.conditional(family).items() for entry, _ in rules]
        for symbol, entry in pairs:
            module, _, tail = symbol.rpartition(".")
            slugs = {found.id for found in self._catalogue.imports(family, module)} | {entry.id}
            key = f"{entry.id} {tail}"
            # One tail in several modules (``google.genai.Client``, ``vertexai.Client``) proves only what all share.
            found[key] = found[key] & slugs if key in found else slugs
        return found

    def _read(self, calls: list[Call]) -> None:
        """One call site: for each slug whether it is reached, or only its package leads elsewhere."""
        family = _family(calls[0].file)
        names = {call.name for call in calls if not self._is_never_reached(call.name)}
        tail = calls[0].symbol.rpartition(".")[2]
        owned = self._owned.get(family or "", {})
        makers = {name for name in names if f"{name} {tail}" in owned}
        for call in calls:
            others = names - {call.name}
            if call.runs == "local":
                self._elsewhere[call.name].append(call)
            elif others and call.name in makers:
                self._elsewhere[call.name].append(call)
                self.reached[call.name] |= others
            elif makers or not others:
                self._own[call.name].append(call)
            for slug in owned.get(f"{call.name} {tail}", set()) - names:
                if not self._is_never_reached(slug):
                    self._elsewhere[slug].append(call)
                    self.reached[slug].add(call.name)

    def _is_never_reached(self, slug: str) -> bool:
        entry = self._catalogue.get(slug)
        return entry is not None and entry.kind in _NEVER_REACHED

    def _accounted_for(self, use: Use) -> bool:
        """Whether followed calls show that an import, or the first call of a file, leads elsewhere."""
        own, elsewhere = self._own.get(use.name, []), self._elsewhere.get(use.name, [])
        if any(call.file == use.file for call in own):
            return False
        if any(call.file == use.file for call in elsewhere):
            return True
        if not self._names_no_client(use):
            return False
        return any(_family(call.file) == _family(use.file) and _as_strong(call.scope, use.scope) for call in elsewhere)

    def _names_no_client(self, use: Use) -> bool:
        """Whether what a file imports is a type or an exception, and so nothing that reaches anybody by itself."""
        family, symbol = _family(use.file), use.symbol or ""
        module, _, name = symbol.rpartition(".")
        if family is None or use.how != "import":
            return False
        if _TYPES_ONLY & {part for whole in symbol.split(".") for part in whole.split("/")}:
            return True
        return bool(module) and name[:1].isupper() and f"{use.name} {name}" not in self._owned[family]


def weakness(uses: Iterable[Use], models: Iterable[ModelUse]) -> str | None:
    """What the only evidence of a service is, where no call, address or flow was seen: ``import-only`` or
    ``named-only``; None where something stronger was."""
    hows = {use.how for use in uses} | {model.how for model in models}
    if not hows <= {"import", "env", "config"}:
        return None
    return "import-only" if hows == {"import"} else "named-only"


def _family(file: str) -> str | None:
    return _FAMILY_OF.get(PurePosixPath(file).suffix.lower())


def _as_strong(scope: Scope, other: Scope) -> bool:
    """Calls of tests say nothing of what the app does."""
    return p.SCOPES.index(scope) <= p.SCOPES.index(other)
