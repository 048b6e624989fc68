"""Models that stand among models: of ``["gpt-4o", "gpt-5", "gpt-6-luna"]`` the last is one, too.

Items of one list, fields of one name in a list of records, keys of one table, values of one enumeration, constants of
one block that are called after their values (``COMET_2 = "comet-2"``). What the catalogue cannot know yet, or what only
a gateway calls so, is told by its neighbours, where most of them are models.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tree_sitter import Node

from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Entry
from aigov.catalogue.settings_keys import settings_keys, squashed
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.engine import Text as Literal
from aigov.scan.facts.languages import Language
from aigov.scan.facts.nodes import node_text, part_of
from aigov.scan.named_models import FAMILIES, maker_of

_CLIMB = 6
_FEWEST, _FEWEST_CONSTANTS = 2, 3
"""Models that must stand there for others to be told by them."""
_WIDEST, _MOST_HOMES, _MOST_MEMBERS = 40, 100, 2000
"""Parts of a record, lists of a file and items of a list that are looked at, so that data in code cost nothing."""
_SHARE = 0.5
_SHARE_OF_PATHS = 0.25
"""The same of names with a maker (``sao10k/l3-lunaris-8b``): gateways list hundreds, and little else looks so there."""
_ID = re.compile(r"(?=.*[\d-])[A-Za-z][\w.:@+-]{1,80}")
_PATH = re.compile(r"(?!(?:src|lib|test|tests|docs?|models|data|api|v\d)/)[A-Za-z0-9][\w.-]*/[\w.-]+(?::[\w-]+)?")
_FILE = re.compile(r"\.(?:py|[jt]sx?|json|ya?ml|toml|md|txt|gguf|bin|onnx|pt|png|svg|css|html)$")
_NO_ID = re.compile(
    r"(?:your|my|custom|default|other|some|test|fake|mock|dummy)[-_.].*|.*[-_](?:default|custom|other)|\d+|\d[\d.-]*|20\d\d-\d\d-\d\d"
    r"|[a-z]{2}(?:-gov)?-(?:north|south|east|west|central)\w{0,5}-?\d",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"label|title|display|descri|name$|note|tag|vendor|provider|date|url|icon|group|famil", re.IGNORECASE
)
_OF_MODELS = re.compile(r"models?(?!_?-?(?:config|settings|options|param))", re.IGNORECASE)
_LISTS = ("array", "list", "set", "tuple", "literal_value", "initializer", "object", "dictionary", "hash", "map")
_NO_LISTS = ("argument", "parameter", "declaration", "creation", "type", "import", "pattern")
_LIST_CALLS = frozenset("listOf mutableListOf setOf arrayOf of asList Set List Seq Vector Array".split())  # noqa: SIM905
_MODEL_NAMES = re.compile(r"^(?:model|api)_?-?name$", re.IGNORECASE)


class _Home(NamedTuple):
    node: Node
    shape: tuple[str, ...]
    """What lies between the list and the string, the same for all that are told by one another."""


def beside(
    catalogue: Catalogue, facts: FileFacts, known: Mapping[int, tuple[Literal, Entry]]
) -> Iterator[tuple[Literal, Entry, bool]]:
    """Strings that stand among models, whose they are, and whether the list is called after who serves them.

    :param known: the models of the file, by offset.
    """
    if len({text.value for text, _ in known.values()}) < _FEWEST:
        return
    homes: dict[tuple[int, tuple[str, ...]], tuple[_Home, dict[str, Entry]]] = {}
    for text, entry in known.values():
        for home in _homes(text.node, facts.row):
            homes.setdefault((home.node.id, home.shape), (home, {}))[1][text.value] = entry
    told: set[int] = set(known)
    for text, entry in _constants(facts, known):
        told.add(text.offset)
        yield text, maker_of(catalogue, text.value) or entry, False
    several = [(home, models) for home, models in homes.values() if len(models) >= _FEWEST]
    several.sort(key=lambda pair: (pair[0].node.end_byte - pair[0].node.start_byte, pair[0].node.start_byte))
    for home, models in several[:_MOST_HOMES]:
        texts, _ = facts.strings_at([(home.node.start_byte, home.node.end_byte)])
        members = [text for text in texts[:_MOST_MEMBERS] if _stands(text.node, home, facts.row)]
        for text in _like(members, models):
            if text.offset not in told:
                told.add(text.offset)
                yield text, *_served(catalogue, facts, text, models)


def _constants(facts: FileFacts, known: Mapping[int, tuple[Literal, Entry]]) -> Iterator[tuple[Literal, Entry]]:
    """Constants of a block in which most of those that are called after their values are models."""
    blocks: dict[tuple[int, int], list[Entry]] = {}
    for text, entry in known.values():
        if _is_called_so(facts, text):
            block = facts.block_of(text.offset, text.node.end_byte)
            blocks.setdefault(block, []).append(entry)
    for block, entries in blocks.items():
        if len(entries) < _FEWEST_CONSTANTS:
            continue
        texts = [text for text in facts.strings_at([block])[0][:_MOST_MEMBERS] if _ID.fullmatch(text.value)]
        called = [
            text
            for text in texts
            if _is_called_so(facts, text) and facts.block_of(text.offset, text.node.end_byte) == block
        ]
        if len(entries) >= _SHARE * len(called):
            first = min(entries, key=lambda entry: (-entries.count(entry), entry.id))
            yield from ((text, first) for text in called if text.offset not in known)


def _is_called_so(facts: FileFacts, text: Literal) -> bool:
    """Whether a string is what a constant is called after."""
    position = facts.position(text)
    return position.kind == "assign" and squashed(text.value) in squashed(position.name or "")


def _like(members: list[Literal], models: Mapping[str, Entry]) -> list[Literal]:
    """The members that are models, too."""
    values = {text.value for text in members if not _NO_ID.fullmatch(text.value)}
    paths = {value for value in values if _PATH.fullmatch(value) and not _FILE.search(value)}
    named = sum(value in models for value in paths)
    found: set[str] = set()
    if named >= _FEWEST and named >= _SHARE_OF_PATHS * len(paths):
        found |= paths
    if len(models) >= _SHARE * len(values - FAMILIES):
        found |= {value for value in values if _ID.fullmatch(value)}
    return [text for text in members if text.value in found and text.value not in models]


def _served(catalogue: Catalogue, facts: FileFacts, text: Literal, models: Mapping[str, Entry]) -> tuple[Entry, bool]:
    """Whose model it is: theirs after whom the list is called, else theirs whose the most around it are."""
    node, keys = text.node.parent, settings_keys(catalogue)
    for _ in range(_CLIMB):
        if node is None:
            break
        if node.type in facts.row.pair:
            key = part_of(node, facts.row.pair[node.type][0])
            named = keys.named(node_text(key).strip(":\"'`")) if key is not None else None
            if named is not None and named.kind in ("provider", "model-host"):
                return named, True
        node = node.parent
    maker = maker_of(catalogue, text.value)
    if maker is not None:
        return maker, False
    counted = Counter(entry.id for entry in models.values())
    first = min(counted, key=lambda id: (-counted[id], id))
    return next(entry for entry in models.values() if entry.id == first), False


def _homes(node: Node, row: Language) -> Iterator[_Home]:
    """The lists, tables and enumerations around a string, inside out."""
    steps: list[str] = []
    child, parent = node, node.parent
    for _ in range(_CLIMB):
        if parent is None or parent.parent is None or (parent.type in row.blocks and not _is_enum(parent)):
            return
        if _holds_many(parent, row):
            fields = child.type in row.pair and bool(steps) and steps[-1].startswith("=")
            below = [*steps[:-1], "value"] if fields else steps
            # What a record says may be about anything, but for the values of a table of models.
            if below != ["value"] or _is_of_models(parent):
                yield _Home(parent, ("field" if fields else "item", *reversed(below)))
        step = _step(child, parent, row)
        if step is None:
            return
        steps.append(step)
        child, parent = parent, parent.parent


def _stands(node: Node, home: _Home, row: Language) -> bool:
    return any(found.node.id == home.node.id and found.shape == home.shape for found in _homes(node, row))


def _step(child: Node, parent: Node, row: Language) -> str | None:
    """How a node lies in another: by the name of its field, else by its place; None where it cannot be a model, or
    stands among too many."""
    for part in (row.pair, row.keyword):
        if child.type in part:
            return "of"  # a field, wherever in its record it stands
        if parent.type in part:
            key, value = part_of(parent, part[parent.type][0]), part_of(parent, part[parent.type][1])
            if key is not None and value is not None:
                name = node_text(key).strip(":\"'` ")
                told = key.id == child.id or not _NAMES.search(name) or _MODEL_NAMES.search(name)
                return None if not told else "key" if key.id == child.id else f"={name}"
    if parent.named_child_count > _WIDEST:
        return None
    at = next((index for index, other in enumerate(parent.named_children) if other.id == child.id), 0)
    return f"{parent.type} {at}"


def _is_of_models(table: Node) -> bool:
    """Whether a table is called after models: ``DEFAULT_MODELS = {…}``."""
    node: Node | None = table.parent
    for _ in range(3):
        if node is None or "block" in node.type or "body" in node.type:
            return False
        for field in ("name", "left"):
            name = node.child_by_field_name(field)
            if name is not None:
                return _OF_MODELS.search(node_text(name)) is not None
        node = node.parent
    return False


def _holds_many(node: Node, row: Language) -> bool:
    """Whether a node is a list, a table or an enumeration."""
    form, name = row.forms.get(node.type), node.type
    if name in row.enums or "enum" in name or _is_enum(node):
        return True
    if "arguments" in name or "argument_list" in name:
        return _is_list_call(node)
    if form is not None and form.kind in ("sequence", "table", "elided"):
        return True
    return any(word in name for word in _LISTS) and not any(word in name for word in _NO_LISTS)


def _is_list_call(arguments: Node) -> bool:
    before = arguments.prev_named_sibling
    if before is None and arguments.parent is not None:
        before = arguments.parent.prev_named_sibling
    return before is not None and node_text(before).rpartition(".")[2] in _LIST_CALLS


def _is_enum(node: Node) -> bool:
    """Whether a node is the body of a class whose values are those of an enumeration (Python)."""
    owner = node.parent
    if owner is None or owner.type != "class_definition":
        return False
    bases = owner.child_by_field_name("superclasses")
    return bases is not None and "Enum" in node_text(bases)
