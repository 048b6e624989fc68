"""Which calls an observer copies, as far as the tree proves it; and which may be copied, for all that it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from aigov.catalogue import Catalogue
from aigov.catalogue.agent_rules import ObserverRule, Subject
from aigov.model import Call, Flow, Use
from aigov.reach import Observer
from aigov.scan.agents.units import Units, shown, within

_ASKS_MODEL = re.compile(
    r"complet|respons|messages|generat|stream|invoke|converse|chat|embed|predict|\.(?:a?run|a?call|query|create)\b",
    re.IGNORECASE,
)
"""Calls that instrumentation of a whole program watches: speech, search and scraping services are not among them."""
_MOST_UNITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where files of another unit take in the unit, or the very file, that switches an observer on."""

    file: str
    line: int
    runs: bool
    """Whether what switches it on runs there for sure."""


@dataclass(slots=True, kw_only=True)
class Seen:
    """A place that switches an observer on, before its calls are told."""

    row: Observer
    rule: ObserverRule
    family: str | None
    """The language whose calls it copies; None: all."""
    lines: frozenset[int] | None = None
    """Lines of the file whose calls it copies; None: those of the file, or of the unit."""
    client: str | None = None
    """The variable that holds the wrapped client, whose calls alone it copies."""
    whole: bool = False
    """Whether it copies the calls of the whole deployable unit."""
    subject: Subject | None = None
    """The vendor or framework whose calls alone it copies."""
    serves: str | None = None
    """The folder that is built and run with the variable, where the file says so."""
    needs: str | None = None
    """What else must be seen before anything is copied."""
    inside: str | None = None
    """The function that switches it on when it is called; None at the level of the module."""
    links: dict[str, Link] = field(default_factory=dict)
    """By unit."""


class Copies:
    """Tells which of the calls of one scan an observer copies."""

    def __init__(
        self,
        units: Units,
        families: Mapping[str, str],
        calls: Iterable[Call],
        uses: Iterable[Use],
        catalogue: Catalogue,
    ) -> None:
        """:param families: the language family of each file that was read as code."""
        self._units = units
        self._families = families
        self._catalogue = catalogue
        self._makers: dict[tuple[str, int], set[str]] = {}
        for call in calls:
            self._makers.setdefault((call.file, call.line), set()).add(call.name)
        self._used: dict[str, set[str]] = {}
        for use in uses:
            self._used.setdefault(use.file, set()).add(use.name)

    def judge(self, found: Seen, flows: Iterable[Flow]) -> tuple[list[Flow], str | None, str | None]:
        """The flows that are copied, the evidence for it, and what cannot be told."""
        candidates = [flow for flow in flows if self._may(found, flow)]
        if found.needs is not None:
            return [], None, found.needs
        if not found.whole:
            return candidates, self._nearby(found) if candidates else None, None
        own = found.serves if found.serves is not None else self._units.of(found.row.file, found.family)
        by_unit: dict[str, list[Flow]] = {}
        for flow in candidates:
            by_unit.setdefault(self._units.of(flow.file, self._families.get(flow.file)), []).append(flow)
        below = [unit for unit in by_unit if unit != own and within(unit, own)]
        alone = below[0] if found.family is None and own not in by_unit and len(below) == 1 else None
        copied: list[Flow] = []
        reasons: list[str] = []
        undecided: list[str] = []
        for unit, held in sorted(by_unit.items()):
            link = found.links.get(unit)
            if unit == own:
                reasons.append(f"it is switched on in their deployable unit, {shown(unit)}")
            elif found.serves and within(unit, found.serves):
                reasons.append(f"the variable is set for what {found.serves} is built into")
            elif unit == alone:
                reasons.append(f"{unit} is the only unit that could read the variable")
            elif link is not None and link.runs:
                reasons.append(f"{link.file}, line {link.line}, runs it in {shown(unit)}")
            else:
                if link is not None or unit in below:
                    undecided.append(unit)
                continue
            copied += held
        if candidates and not by_unit.get(own) and not copied and not undecided and found.family is None:
            undecided = sorted(by_unit)
        return copied, self._said(found, reasons) if copied else None, _unsaid(undecided)

    def _may(self, found: Seen, flow: Flow) -> bool:
        """Whether the kind of the call, its scope and its place allow that the observer copies it."""
        row = found.row
        if row.how == "proxy" or flow.provider == row.name or not self._is_about(found, flow):
            return False
        if not found.whole:
            if found.client is not None and found.client not in flow.symbol.split("."):
                return False
            return flow.file == row.file and (found.lines is None or flow.line in found.lines)
        entry = self._catalogue.get(flow.provider)
        if not (_ASKS_MODEL.search(flow.symbol) and entry is not None and entry.models):
            return False
        if flow.scope != row.scope and row.scope not in ("app", "build"):
            return False
        if flow.scope not in ("app", "build") and flow.file != row.file:
            return False
        return found.family is None or self._families.get(flow.file) == found.family

    def _is_about(self, found: Seen, flow: Flow) -> bool:
        """Whether a call is one of the vendor or framework that the instrument names."""
        subject = found.subject
        if subject is None or (found.row.how == "wrapper" and found.client is not None):
            return True
        makers = self._makers.get((flow.file, flow.line), set())
        if subject.providers:
            return flow.provider in subject.providers or bool(makers & subject.providers)
        if makers & subject.frameworks:
            return True
        tail = flow.symbol.rpartition(".")[2]
        return tail in subject.methods and bool(self._used.get(flow.file, set()) & subject.frameworks)

    def _nearby(self, found: Seen) -> str:
        how = found.row.how
        if how == "decorator":
            return "they stand within the function that it decorates"
        if found.client is not None:
            return f"they are made with the wrapped client, {found.client}"
        return self._said(found, ["they stand in the file that takes it in"])

    def _said(self, found: Seen, reasons: list[str]) -> str:
        text = "; ".join(list(dict.fromkeys(reasons))[:_MOST_UNITS])
        return f"{text}; of {found.subject.title} alone" if found.subject is not None else text


def _unsaid(units: list[str]) -> str | None:
    if not units:
        return None
    named = ", ".join(shown(unit) for unit in units[:_MOST_UNITS])
    more = f" and {len(units) - _MOST_UNITS} more" if len(units) > _MOST_UNITS else ""
    return f"calls in {named}{more} may be copied too: whether it is switched on there is not seen"
