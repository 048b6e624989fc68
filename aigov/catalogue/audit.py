"""What is wrong with a catalogue beyond the schema of one file: two owners of one thing, names that lead nowhere,
expressions that could run for ages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from aigov.catalogue.entry import Entry
from aigov.catalogue.index import Catalogue

_LONGEST_REGEX = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueFault:
    """One thing that is wrong."""

    entry: str
    where: str
    """File of the entry, as the user named it."""
    what: str
    fix: str = "docs/catalogue.md describes the fields"


def audit(catalogue: Catalogue, files: Mapping[str, str]) -> list[CatalogueFault]:
    """Everything that is wrong with the entries of ``files`` (path by id), in order of id."""
    found = [*references(catalogue, files), *rivals(catalogue, files), *expressions(catalogue, files)]
    return sorted(found, key=lambda fault: (fault.entry, fault.what))


def references(catalogue: Catalogue, files: Mapping[str, str]) -> Iterator[CatalogueFault]:
    """Ids of other entries and of indicators that do not exist, and entries that no source could ever fire."""
    for id, where in files.items():
        entry = catalogue.entries[id]
        named = {c.provider for c in entry.constructors} | {c.interface for c in entry.constructors}
        named |= {pattern.publisher for pattern in entry.models}
        for other in sorted(name for name in named if name is not None and name not in catalogue.entries):
            yield CatalogueFault(entry=id, where=where, what=f"names the entry {other}, which does not exist")
        for indicator in sorted(set(entry.indicators) - set(catalogue.indicators)):
            yield CatalogueFault(entry=id, where=where, what=f"names the indicator {indicator}, which does not exist")
        if not any(rules for _, rules in _rules(entry)):
            yield CatalogueFault(
                entry=id, where=where, what="has no import, package, host, image, variable or sign: it can never fire"
            )


def _rules(entry: Entry) -> Iterator[tuple[str, int]]:
    for name in ("imports", "packages", "hosts", "images", "env", "signs", "models", "ports"):
        yield name, len(getattr(entry, name))


def rivals(catalogue: Catalogue, files: Mapping[str, str]) -> Iterator[CatalogueFault]:
    """Hosts, variables, ports, images, prefixes, model ids and constructors that two entries claim."""
    owners: dict[tuple[str, str], list[str]] = {}
    for entry in catalogue.entries.values():
        for what, names in _claims(entry):
            for name in names:
                owners.setdefault((what, name), []).append(entry.id)
    for (what, name), ids in sorted(owners.items()):
        for id in ids if len(ids) > 1 else ():
            if id in files:
                others = ", ".join(sorted(other for other in ids if other != id)) or "itself, twice"
                yield CatalogueFault(
                    entry=id,
                    where=files[id],
                    what=f"the {what} {name} belongs to {others} too",
                    fix="leave it to one of them",
                )


def _claims(entry: Entry) -> Iterator[tuple[str, list[str]]]:
    yield "host", list(entry.hosts)
    yield "variable", list(entry.env)
    yield "port", [str(port) for port in entry.ports]
    yield "image", list(entry.images)
    yield "prefix", list(entry.prefixes)
    yield "model id", list(entry.exact_in_call)
    yield (
        "constructor",
        [f"{c.symbol} ({c.language})" + (f" when {dict(c.when)}" if c.when else "") for c in entry.constructors],
    )


def expressions(catalogue: Catalogue, files: Mapping[str, str]) -> Iterator[CatalogueFault]:
    """Regular expressions that do not compile, or whose time may grow faster than a small power of the text."""
    for id, where in files.items():
        entry = catalogue.entries[id]
        found = [("models", pattern.regex) for pattern in entry.models]
        found += [("models", pattern.pinned) for pattern in entry.models if pattern.pinned]
        found += [("signs", sign.regex) for sign in entry.signs]
        found += [("keys", form.regex) for form in entry.keys]
        for section, regex in found:
            if reason := regex_fault(regex):
                yield CatalogueFault(entry=id, where=where, what=f"{section}: the expression {regex!r} {reason}")


_UNBOUNDED = re.compile(r"[*+]|\{\d*,\}")
_OPENING = re.compile(r"\(\?(?:[:=!>]|<[=!]|P?<\w+>|[a-zA-Z-]+:?)")


def regex_fault(regex: str) -> str | None:
    """Why an expression is refused; None where it compiles and its time stays bounded by a polynomial.

    ``(a+)+`` and ``(a|ab)*`` take time exponential in the length of the text on an engine that backtracks. A group that
    is repeated without bound may hold another such repetition only where a separator, which the inner one cannot
    match, parts the turns (``(-\\w+)*``), and may be a choice only of alternatives none of which begins another.
    """
    if len(regex) > _LONGEST_REGEX:
        return f"is longer than {_LONGEST_REGEX} characters"
    try:
        re.compile(regex)
    except re.error as error:
        return f"is not a regular expression: {error}"
    groups = [_Group(start=0)]
    index = 0
    while index < len(regex):
        char = regex[index]
        group = groups[-1]
        if char == "\\":
            index += 2
        elif char == "[":
            index = _class_end(regex, index)
        elif char == "(":
            opening = _OPENING.match(regex, index)
            index = opening.end() if opening else index + 1
            groups.append(_Group(start=index, first=_start_of(regex, index) == group.start))
        elif char == ")":
            groups.pop()
            ambiguous = group.ambiguous or _one_begins_another(regex[group.start : index], group.bars, group.start)
            if _UNBOUNDED.match(regex, index + 1) and (group.repeats or ambiguous):
                return "repeats a group that itself " + ("repeats" if group.repeats else "chooses")
            groups[-1].repeats |= group.repeats
            groups[-1].ambiguous |= ambiguous and group.first
            index += 1
        else:
            if char == "|":
                group.bars.append(index)
            elif _UNBOUNDED.match(regex, index):
                group.repeats |= not _is_parted(regex, group.start, index)
            index += 1
    return None


@dataclass(slots=True, kw_only=True)
class _Group:
    """A group that is open while an expression is read."""

    start: int
    first: bool = False
    """Whether the group around it begins with it."""
    repeats: bool = False
    """Something in it is repeated without bound."""
    ambiguous: bool = False
    """It begins with a choice of which one alternative begins another."""
    bars: list[int] = field(default_factory=list)


def _start_of(regex: str, inside: int) -> int:
    """Index of the parenthesis of the group whose content begins at ``inside``."""
    return regex.rindex("(", 0, inside)


def _one_begins_another(body: str, bars: list[int], start: int) -> bool:
    cuts = [-1, *(bar - start for bar in bars), len(body)]
    parts = sorted(body[before + 1 : after] for before, after in pairwise(cuts))
    return len(parts) > 1 and any(second.startswith(first) for first, second in pairwise(parts))


def _is_parted(regex: str, start: int, quantifier: int) -> bool:
    return regex[start] in "-/:" and regex[quantifier - 2 : quantifier] in (r"\w", r"\d")


def _class_end(regex: str, start: int) -> int:
    """Index behind the ``]`` that closes the class at ``start``."""
    index = start + 1
    if regex.startswith("^", index):
        index += 1
    if regex.startswith("]", index):
        index += 1
    while regex[index] != "]":
        index += 2 if regex[index] == "\\" else 1
    return index + 1
