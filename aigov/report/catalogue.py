"""The catalogue for people at a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from aigov.catalogue.entry import Entry, OwnEntry
from aigov.text import printable

_LANGUAGES = (
    ("python", "py"),
    ("javascript", "js"),
    ("go", "go"),
    ("java", "jvm"),
    ("csharp", "c#"),
    ("rust", "rs"),
    ("ruby", "rb"),
    ("php", "php"),
    ("swift", "swift"),
    ("dart", "dart"),
    ("elixir", "ex"),
)


_INDENT = 22


def languages(entry: Entry) -> list[str]:
    """Languages in which the entry recognises imports or constructors, as the catalogue names them."""
    own = {rule.language for rule in entry.imports} | {rule.language for rule in entry.constructors}
    return [name for name, _ in _LANGUAGES if name in own]


def list_document(entries: Iterable[Entry], own: Iterable[OwnEntry]) -> dict[str, Any]:
    """The entries in short."""
    changes = {row.id: row.change for row in own}
    return {
        "schema": "aigov.dev/catalogue-list/v1",
        "entries": [
            _said(
                {
                    "id": entry.id,
                    "title": entry.title,
                    "kind": entry.kind,
                    "vendor": entry.vendor,
                    "jurisdiction": entry.jurisdiction,
                    "homepage": entry.homepage,
                    "languages": languages(entry),
                    "own": changes.get(entry.id),
                }
            )
            for entry in entries
        ],
    }


def entry_document(entry: Entry, own: OwnEntry | None) -> dict[str, Any]:
    """All that an entry says. What it does not say is left out."""
    return {"schema": "aigov.dev/catalogue-entry/v1", **_said({**asdict(entry), "own": asdict(own) if own else None})}


def _said(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _said(item) for key, item in value.items() if item not in (None, (), [], {}, False)}
    if isinstance(value, (list, tuple)):
        return [_said(item) for item in value]
    return value


def print_list(entries: Sequence[Entry], own: Iterable[OwnEntry], console: Console) -> None:
    """A line an entry."""
    changes = {row.id: row.change for row in own}
    short = dict(_LANGUAGES)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for header in ("entry", "kind", "title", "seat", "languages"):
        table.add_column(header, no_wrap=header in ("entry", "kind"))
    for entry in entries:
        name = Text(entry.id)
        if entry.id in changes:
            name.append(f" ({changes[entry.id]})", style="yellow")
        known = " ".join(short[language] for language in languages(entry))
        cells = (entry.kind, printable(entry.title), entry.jurisdiction or "", known)
        table.add_row(name, *(Text(cell) for cell in cells))
    console.print(table)
    console.print(Text(f"{len(entries)} entries", style="dim"))


def print_entry(entry: Entry, own: OwnEntry | None, console: Console) -> None:
    """All that an entry recognises, and the terms with their sources."""
    head = Text(printable(entry.title), style="bold").append(f"  {entry.id}, {entry.kind}", style="dim")
    if own:
        head.append(f"  {own.change} by you, sha256 {own.digest[:12]}", style="yellow")
    console.print(head)
    facts = [entry.vendor, f"seat {entry.jurisdiction}" if entry.jurisdiction else None, entry.homepage]
    console.print(Text(printable("  " + ", ".join(fact for fact in facts if fact)), style="dim"))
    if entry.default_endpoint:
        protocol = " (OpenAI's protocol)" if entry.openai_compatible else ""
        _print_rules(console, "endpoint", [entry.default_endpoint + protocol])
    by_language: dict[str, list[str]] = {}
    for rule in entry.imports:
        names = f" names {', '.join(rule.names)}" if rule.names else ""
        names += f" but {', '.join((*rule.exclude, *rule.apart_from))}" if rule.exclude or rule.apart_from else ""
        by_language.setdefault(rule.language, []).append(rule.module + names)
    for language, modules in sorted(by_language.items()):
        _print_rules(console, f"import, {language}", modules)
    _print_rules(console, "package", [package.purl for package in entry.packages])
    _print_rules(console, "host", [*entry.hosts, *(f"port {port} of an own machine" for port in entry.ports)])
    _print_rules(console, "variable", entry.env)
    _print_rules(console, "image", entry.images)
    _print_rules(console, "call", sorted({f"{c.symbol} ({c.language})" for c in entry.constructors}))
    _print_rules(console, "method", sorted({m.path or "(the client itself)" for m in entry.methods}))
    _print_rules(console, "model id", [m.regex + (" (served here)" if m.shared else "") for m in entry.models])
    _print_rules(console, "model, in a call", entry.exact_in_call)
    _print_rules(console, "routing prefix", entry.prefixes)
    _print_rules(console, "sign in text", [sign.regex for sign in entry.signs])
    _print_rules(console, "settings key", entry.settings)
    _print_rules(console, "shell command", sorted({str(command.name) for command in entry.commands}))
    _print_rules(console, "indicator", entry.indicators)
    _print_terms(entry, console)


def _print_rules(console: Console, title: str, rules: Sequence[str]) -> None:
    for number, rule in enumerate(rules):
        line = Text("" if number else f"  {title}", style="cyan")
        line.append(" " * max(_INDENT - len(line), 1))
        console.print(line.append(printable(rule), style="default"), soft_wrap=True)


def _print_terms(entry: Entry, console: Console) -> None:
    terms = entry.terms
    if terms is None:
        console.print(Text("  data terms: not known", style="yellow" if entry.kind == "provider" else "dim"))
        return
    console.print(Text(printable(f"  data terms by default, as of {terms.as_of} ({terms.confidence} confidence)")))
    known: list[tuple[str, object]] = [
        ("retention", None if terms.default_retention_days is None else f"{terms.default_retention_days} days"),
        ("trains on data", {True: "yes", False: "no", None: None}[terms.trains_by_default]),
        ("zero retention", terms.zdr),
        ("agreement", {True: "a DPA is offered", False: "no DPA", None: None}[terms.dpa_available]),
        ("regions", terms.regions),
    ]
    for title, value in known:
        _print_rules(console, f"  {title}", [str(value) if value is not None else "not known"])
    if terms.note:
        _print_rules(console, "  note", [terms.note])
    _print_rules(console, "  source", terms.sources)
