"""Parsers and queries of each language, and what keeps a hostile file from taking the process with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tree_sitter import Language as Grammar
from tree_sitter import Node, Parser, Query, QueryCursor, Tree

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import LANGUAGES, Language
from aigov.scan.facts.scope_table import Captures
from aigov.scan.facts.spans import joined_spans

_CHUNK = 1 << 16
_FREE_STEPS = 2000
_MOST_OPEN = 1024
"""Matches of a query that may be begun at once. Programs of sixteen languages stay below 64."""
_SAMPLES = 64
_FREE_DEPTH = 16_000_000
"""Depths that the nodes of any tree may have together: a text joined of 3,000 parts comes to 14 million."""
_MEAN_DEPTH = 40
"""Levels that the nodes of a tree lie deep on average; those of real programs at most 22."""
_NAMES = "; === names ===\n"
_STRINGS = "; === strings ===\n"


class Compiled(NamedTuple):
    """What reading a file of one language takes."""

    row: Language
    parser: Parser
    imports: Query
    names: Query
    strings: Query
    reader: ExpressionReader


@cache
def compiled(name: str) -> Compiled:
    """Parser, queries and reader of a language, made once a process."""
    row = LANGUAGES[name]
    grammar = Grammar(row.grammar())
    folder = Path(__file__).parent / "languages"
    imports, names, strings = "", "", ""
    for query in row.queries:
        text = (folder / query).read_text(encoding="utf-8")
        front, _, third = text.partition(_STRINGS)
        first, _, second = front.partition(_NAMES)
        imports, names, strings = imports + first, names + second, strings + third
    return Compiled(
        row=row,
        parser=Parser(grammar),
        imports=Query(grammar, imports),
        names=Query(grammar, names),
        strings=Query(grammar, strings),
        reader=(row.reader or ExpressionReader)(row),
    )


def grouped(matches: Iterable[tuple[int, Captures]]) -> dict[str, list[Captures]]:
    """Matches by the first part of their capture names: ``import``, ``function``, ``assign``."""
    kinds: dict[int, str] = {}
    groups: dict[str, list[Captures]] = {}
    for pattern, captures in matches:
        kind = kinds.get(pattern)
        if kind is None:
            kind = kinds[pattern] = next(iter(captures)).partition(".")[0]
        groups.setdefault(kind, []).append(captures)
    return groups


def import_matches(made: Compiled, root: Node, data: bytes) -> Iterator[tuple[int, Captures]]:
    """Matches of the import patterns. Most files import in a few places only, so the rest is not searched."""
    spans = joined_spans(match.span() for match in made.row.import_words.finditer(data))
    cursor = QueryCursor(made.imports)
    seen: set[tuple[int, ...]] = set()
    for start, end in spans:
        cursor.set_byte_range(start, end)
        for pattern, captures in cursor.matches(root):
            if len(spans) > 1:
                # A statement that two places touch is found at both.
                key = (pattern, *(nodes[0].id for nodes in captures.values()))
                if key in seen:
                    continue
                seen.add(key)
            yield pattern, captures


def indented_beyond(levels: int | None, data: bytes) -> bool:
    """Whether a file may be indented more than ``levels`` deep: its lines then begin in as many columns."""
    # A tab is up to eight columns, so fewer characters than this cannot begin in so many.
    if levels is None or not re.search(rb"\n[ \t\f]{%d}" % (levels // 8), data):
        return False
    return len({len(blank.expandtabs(8)) for blank in set(re.findall(rb"^[ \t\f]+", data, re.MULTILINE))}) > levels


def parsed(made: Compiled, data: bytes) -> Tree | None:
    """The syntax tree; None where the grammar needs more steps for it than for any text of the language.

    Only what is read piece by piece can be stopped, but each text of such a tree is then asked of ``read`` again, at
    80 times the cost of a slice. The second parse takes the first one's nodes as they are, and slices.
    """
    left = iter(range(_FREE_STEPS + int(made.row.max_steps * len(data))))

    def read(offset: int, _: object) -> bytes:
        return data[offset : offset + _CHUNK]

    try:
        guarded = made.parser.parse(read, progress_callback=lambda *_: next(left, None) is None)
    except ValueError:  # py-tree-sitter raises it where the callback has stopped the parser
        made.parser.reset()
        return None
    return made.parser.parse(data, guarded)


def name_matches(made: Compiled, root: Node) -> Sequence[tuple[int, Captures]] | None:
    """Matches of the patterns of names; None where finding them, or what is around each, takes more than for any text
    of the language: the engine asks for parents, and each costs as much as its node lies deep."""
    if _lies_deep(root):
        return None
    cursor = QueryCursor(made.names, match_limit=_MOST_OPEN)
    matches = cursor.matches(root)
    return None if cursor.did_exceed_match_limit else matches


def _lies_deep(root: Node) -> bool:
    """Whether the depths of all nodes, as some of them tell that lie evenly apart, come to too much."""
    count = root.descendant_count
    if count * count < _FREE_DEPTH:
        return False
    depth = 0
    for sample in range(_SAMPLES):
        cursor = root.walk()
        cursor.goto_descendant(count * sample // _SAMPLES)
        depth += cursor.depth
    return depth * count > _SAMPLES * (_FREE_DEPTH + _MEAN_DEPTH * count)
