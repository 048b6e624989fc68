"""Find hard-coded keys of AI providers: that there is one, where, and whose. The value never leaves the process.

Three things tell a key: the form that a vendor gives its keys (``keys`` of catalogue entries), the variable that it is
assigned to, and the argument of a client as which it is passed. Placeholders are no keys, whatever their form.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from ahocorasick_rs import BytesAhoCorasick, Implementation

from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Entry, KeyForm
from aigov.catalogue.tokens import exact_literals
from aigov.model import Secret
from aigov.scan.files import Document, FileKind
from aigov.scan.rows import Rows
from aigov.scan.scopes import scope_of

HIDDEN = "[key]"
"""What stands in the place of a key wherever a text is shown."""

KEY_ARGUMENTS = (
    "api_key",
    "apiKey",
    "ApiKey",
    "api_token",
    "apiToken",
    "auth_token",
    "authToken",
    "access_token",
    "accessToken",
    "openai_api_key",
    "openAIApiKey",
    "anthropic_api_key",
    "google_api_key",
    "azure_api_key",
    "hf_token",
    "use_auth_token",
    "token",
)
"""Arguments under which clients of the catalogue take their key."""

_PLACEHOLDER = re.compile(
    r"your|example|sample|placeholder|dummy|fake|mock|change|replace|insert|redact|xxxx|\*\*|\.\.\.|[<>{}$%]|todo"
    r"|test[-_]?key|key[-_]?here|not[-_]|invalid|12345678|abcdefgh|01234567|98765432|^my[-_]?|(.)\1{5}",
    re.IGNORECASE,
)
_WORD = r"(?:[A-Za-z]?[a-z]+\d{0,4}|[A-Z]+\d{0,4}|\d{1,4}[a-z]{0,12})"
_SPELLED = re.compile(rf"{_WORD}(?:[._-]+{_WORD})*")
"""Words and numbers: the name of something, and no random text."""
_WORDS_TELL = (b"APIKEY", b"_TOKEN", b"_KEY", b"_SECRET")
_NAME_BEFORE = re.compile(rb"[A-Z][A-Z0-9_]{1,60}\Z")
_ASSIGNED = re.compile(
    rb"""S?["'\]]{0,3}\)?\s{0,4}(?:\n\s{0,40}["']?value["']?\s*)?(?::\s{0,2}[A-Za-z][\w.]{0,20}\s{0,2}(?==))?
    (?:=>|:=|\?=|=|:|,|[ ](?=[A-Za-z0-9]))[ \t]{0,4}(?:\\?["'`])?([A-Za-z0-9][\w./+=-]{15,200})(?![\w(.\[])""",
    re.VERBOSE,
)
_QUOTED = re.compile(rb"[\"'`]\Z")
_LONGEST = 400
"""Bytes around a literal in which the rest of a key must stand."""
_JOINED = (b"-", b"_")
"""What stands before a key that is a part of a longer name."""
_RUN = r"[\w./+=-]*"
_TOKEN = re.compile(r"[A-Za-z0-9][\w.+-]{15,}={0,2}")

_T = TypeVar("_T")


def is_key(value: str) -> bool:
    """Whether a text can be a key by itself: long, mixed, and no placeholder."""
    mixed = re.search(r"\d", value) and re.search(r"[A-Za-z]", value) and not re.search(r"[\s/]", value)
    return bool(mixed) and _is_random(value) and not _SPELLED.fullmatch(value)


def _is_random(value: str) -> bool:
    """Whether a text of a key's form is one, and no placeholder."""
    if not 16 <= len(value) <= 600 or _PLACEHOLDER.search(value):
        return False
    counts = Counter(value)
    entropy = -sum(n / len(value) * math.log2(n / len(value)) for n in counts.values())
    return len(counts) >= 9 and entropy >= 3.0


class KeyFinder:
    """Searches the bytes of files for keys; files without a token of the catalogue need not be asked about."""

    def __init__(self, catalogue: Catalogue, rows: Rows) -> None:
        self._catalogue = catalogue
        self._rows = rows
        literals: dict[bytes, list[tuple[Entry, KeyForm, re.Pattern[bytes]]]] = {}
        for entry in catalogue.entries.values():
            for form in entry.keys:
                pattern = re.compile(rb"(?<![A-Za-z0-9])(?:" + form.regex.encode() + rb")(?![A-Za-z0-9_])")
                for literal in exact_literals(form.regex):
                    literals.setdefault(literal.encode(), []).append((entry, form, pattern))
        self._names = sorted({*literals, *_WORDS_TELL})
        self._forms = [literals.get(word, []) for word in self._names]
        self._automaton = BytesAhoCorasick(self._names, implementation=Implementation.DFA)

    def inspect(self, path: str, kind: FileKind, data: bytes) -> None:
        """Note the keys of one file."""
        breaks: list[int] = []
        for line_at, name, how, variable, value in self._found(kind, data):
            if not breaks:
                breaks = [-1, *(found.start() for found in re.finditer(rb"\n", data))]
            row = Secret(
                file=path,
                line=bisect_right(breaks, line_at - 1),
                name=name,
                scope=scope_of(path),
                how="variable" if how == "variable" else "form",
                variable=variable,
            )
            self._rows.secret(row, value)

    def _found(self, kind: FileKind, data: bytes) -> Iterator[tuple[int, str, str, str | None, str]]:
        last = -1
        for index, start, end in self._automaton.find_matches_as_indexes(data, overlapping=True):
            for entry, form, pattern in self._forms[index]:
                area = max(0, start - _LONGEST)
                for match in pattern.finditer(data, area, end + _LONGEST):
                    if not (match.start() <= start and end <= match.end()) or match.start() <= last:
                        continue
                    value = match[0].decode("ascii", "replace")
                    if not _is_random(value):
                        continue
                    if data[max(0, match.start() - 1) : match.start()] in _JOINED or not _is_near(form, data):
                        self._rows.hide(value)  # whoever's it is, it is not shown
                        continue
                    last = match.end()
                    yield match.start(), entry.id, "form", self._variable_before(data, match.start()), value
            if self._names[index] in _WORDS_TELL and (found := self._assigned(kind, data, start, end)):
                yield found

    def _assigned(
        self, kind: FileKind, data: bytes, start: int, end: int
    ) -> tuple[int, str, str, str | None, str] | None:
        """The key that is assigned to the variable whose name ends at ``end``."""
        match = _ASSIGNED.match(data, end)
        before = _NAME_BEFORE.search(data[max(0, start - 60) : end])
        if match is None or before is None:
            return None
        if kind.role == "source" and not _QUOTED.search(data[end : match.start(1)]):
            return None
        if data[match.start(1) - 1 : match.start(1)] == b" " and b"ENV" not in data[max(0, start - 80) : start]:
            separator = data[end : match.start(1)].strip()
            if not separator:
                return None
        name, value = before[0].decode(), match[1].decode("ascii", "replace")
        entry = self._catalogue.env(name)
        if entry is None or not is_key(value):
            return None
        return match.start(1), entry.id, "variable", name, value

    def _variable_before(self, data: bytes, at: int) -> str | None:
        """The variable that a key is assigned to, on the same line."""
        line = data[max(data.rfind(b"\n", 0, at) + 1, at - 120) : at]
        named = re.findall(rb"\b[A-Z][A-Z0-9]*_[A-Z0-9_]*(?:KEY|TOKEN|SECRET)\b", line)
        return named[-1].decode() if named else None


def _is_near(form: KeyForm, data: bytes) -> bool:
    """Whether the file speaks of the vendor, where the form alone does not tell."""
    return not form.near or any(re.search(re.escape(word.encode()), data, re.IGNORECASE) for word in form.near)


class Redactor:
    """Takes keys out of texts that leave the process."""

    def __init__(self, values: frozenset[str]) -> None:
        heads = sorted({value[:14] for value in values})
        self._pattern = re.compile(f"(?:{'|'.join(map(re.escape, heads))}){_RUN}") if heads else None

    def text(self, text: str) -> str:
        """The text without them, also where only the beginning of one stands."""
        return self._pattern.sub(HIDDEN, text) if self._pattern else text

    def everything(self, value: _T) -> _T:
        """A row, or a tree of rows, without them."""
        return self._cleaned(value) if self._pattern else value

    def _cleaned(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple):
            cleaned = tuple(self._cleaned(item) for item in value)
            return cleaned if any(a is not b for a, b in zip(cleaned, value, strict=True)) else value
        if is_dataclass(value) and not isinstance(value, type):
            changed = {
                field.name: new
                for field in fields(value)
                if (new := self._cleaned(old := getattr(value, field.name))) is not old
            }
            return replace(value, **changed) if changed else value
        return value


def redactor_of(catalogue: Catalogue, item: object) -> Redactor:
    """What takes everything that has the form of a key out of the lines of one file."""
    rows = Rows()
    if isinstance(item, Document):
        KeyFinder(catalogue, rows).inspect(item.path, item.kind, item.data)
    return Redactor(rows.secret_values)


def hide_keys(line: str) -> str:
    """A line of source that is known to hold a key, without it."""
    return _TOKEN.sub(lambda found: HIDDEN if _is_random(found[0]) else found[0], line)
