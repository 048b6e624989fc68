"""SQL scripts: stores of vectors that a migration sets up, functions that call a model, addresses, and model ids.

No grammar: dialects differ, and what tells is a call, a type or an operator that only AI has. Comments are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from aigov.catalogue.signs import Signs
from aigov.model import How, ModelUse, Scope, Use
from aigov.scan.facts.manifests.settings_values import address, model_of
from aigov.scan.files import Document, Findings
from aigov.scan.scopes import scope_of

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

KIND = "sql"

_WANTED = re.compile(r".*\.(?:sql|ddl|psql)", re.IGNORECASE)
_KNOWN = re.compile(
    rb"extension[^;]{1,40}vector|\b(?:hnsw|ivfflat)\b|embeddings?\"?\s+(?:half)?vec(?:tor)?\(|<=>|vec(?:tor)?_\w+_ops"
    rb"|model\"?\s+[\w() ]{3,40}default\s+'"
    rb"|default\s+'(?:[\w-]+/)*(?:gpt-\d|text-embedding-|claude-|gemini-\d|all-minilm)"
    rb"|cortex\.\w+\(|\bai_query\(|\bml\.generate_\w+\(|invoke_model|create_embeddings|\bembedding\('|\bgoogle_ml\.|https?://",
    re.IGNORECASE,
)
_TEXT = r"'[^'\n]{0,400}'"
"""A string; one with a doubled quote in it is taken for two."""
_COMMENT = re.compile(rf"{_TEXT}|(?P<comment>--[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z))")
_STATEMENT = re.compile(rf"(?:{_TEXT}|[^;']+)+|'")
_LITERAL = re.compile(r"'([^'\s]{3,200})'")
_MODEL = re.compile(r"[A-Za-z0-9][\w.:/@+-]{2,80}")
_INSERT = re.compile(
    r"\binto\s+[\w.\"`\[\]]{1,120}\s*\((?P<columns>[\w\s,\"`\[\]]{1,2000})\)\s*values\b", re.IGNORECASE
)
_PART = re.compile(rf"{_TEXT}|[(),]")
_SHOWN = re.compile(r"label|title|caption|descri|display|pretty|human", re.IGNORECASE)
"""Columns of what people read, beside the id."""
_LONGEST = 20_000
"""Characters of a statement that are looked at: the rows of a dump are data."""


def wants(path: str) -> bool:
    """``.sql`` and its like."""
    return _WANTED.fullmatch(path) is not None


def knows(data: bytes) -> bool:
    """Whether a script that names AI does so in a form that is read here; else nobody can tell how it uses it."""
    return _KNOWN.search(data) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """Uses of a script, one for each entry, and the models that its strings name."""
    if not knows(document.data):
        return Findings()
    rows = _Rows(document.path, catalogue, scope_of(document.path))
    text = _COMMENT.sub(_blank, document.data.decode("utf-8", "replace"))
    line = at = 0
    for found in _STATEMENT.finditer(text):
        line, at = line + text.count("\n", at, found.start()), found.start()
        rows.statement(found[0][:_LONGEST], line + 1)
    return Findings(uses=tuple(rows.uses.values()), models=tuple(rows.models.values()))


def read_statement(path: str, text: str, line: int, scope: Scope, catalogue: Catalogue) -> Findings:
    """What a statement tells that stands as text in a file of another kind, at ``line``."""
    if not knows(text.encode("utf-8", "replace")):
        return Findings()
    rows = _Rows(path, catalogue, scope)
    rows.statement(_COMMENT.sub(_blank, text)[:_LONGEST], line)
    return Findings(uses=tuple(rows.uses.values()), models=tuple(rows.models.values()))


def _blank(found: re.Match[str]) -> str:
    return found[0] if found["comment"] is None else re.sub(r"[^\n]", " ", found[0])


def _shown(text: str) -> frozenset[int]:
    """Where the strings of an INSERT's rows begin that stand in columns of what people read."""
    insert = _INSERT.search(text)
    columns = insert["columns"].split(",") if insert is not None else []
    wanted = {index for index, name in enumerate(columns) if _SHOWN.search(name)}
    if insert is None or not wanted:
        return frozenset()
    found: set[int] = set()
    depth = column = 0
    for part in _PART.finditer(text, insert.end()):
        if part[0] == "(":
            depth, column = depth + 1, column if depth else 0
        elif part[0] == ")":
            depth -= 1
        elif part[0] == ",":
            column += depth == 1
        elif depth == 1 and column in wanted:
            found.add(part.start())
    return frozenset(found)


@lru_cache(maxsize=4)
def _signs(catalogue: Catalogue) -> Signs:
    return Signs(catalogue.entries.values())


class _Rows:
    """Collects the findings of one script."""

    def __init__(self, path: str, catalogue: Catalogue, scope: Scope) -> None:
        self._path, self._catalogue, self._scope = path, catalogue, scope
        self.uses: dict[str, Use] = {}
        self.models: dict[tuple[str, str], ModelUse] = {}

    def statement(self, text: str, line: int) -> None:
        """What one statement tells; ``line`` is where its text begins."""
        begin = line + text[: len(text) - len(text.lstrip())].count("\n")
        served = None
        for entry, sign in _signs(self._catalogue).find_all(" ".join(text.split())):
            self._use(entry, begin, None, sign.how)
            served = entry if entry.kind in ("provider", "model-host") else served
        shown = _shown(text)
        for literal in _LITERAL.finditer(text):
            if literal.start() in shown:
                continue
            self._literal(literal[1], line + text.count("\n", 0, literal.start()), served)

    def _literal(self, text: str, line: int, served: Entry | None) -> None:
        if "://" in text:
            reached = address(self._catalogue, text, about_ai=False)
            if reached is not None and reached[1] is not None:
                self._use(reached[1], line, reached[0].host)
            return
        named = model_of(self._catalogue, text, served, free=False) if _MODEL.fullmatch(text) else None
        if named is None:
            return
        text, provider = named.model, named.provider.id
        self.models.setdefault(
            (text, provider),
            ModelUse(
                file=self._path,
                line=line,
                model=text,
                provider=provider,
                how="config",
                scope=self._scope,
                publisher=self._catalogue.publisher(provider, text),
                pinned=self._catalogue.pinned(provider, text),
                mention=None if served is not None else True,
            ),
        )

    def _use(self, entry: Entry, line: int, symbol: str | None, how: How = "config") -> None:
        row = Use(file=self._path, line=line, name=entry.id, kind=entry.kind, how=how, scope=self._scope, symbol=symbol)
        self.uses.setdefault(entry.id, row)
