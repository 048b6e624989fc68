"""YAML whose every value knows its line, read for documents that people write and that must not run anything.

Only the part of YAML that a reader cannot mistake: plain ``true`` and ``false`` are booleans (``yes``, ``no``, ``on``
are words: YAML 1.1 turns the key ``on`` into ``true`` and Norway into ``false``), dates stay text, tags are refused.
Aliases are followed within a bound, so that a short file cannot unfold into a huge one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

MAX_BYTES = 512 * 1024
MAX_NODES = 50_000
MAX_DEPTH = 20

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_DEFAULT_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong in a document."""

    line: int
    """1-based."""
    what: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A document and where each part of it stands."""

    value: Any
    """dict, list, str, int, float, bool or None."""
    lines: Mapping[Path, int]
    """1-based line of each value, by its path; of a mapping's entry the line of its key."""
    faults: tuple[Fault, ...] = ()
    """Duplicate keys, tags and what else was left out of ``value``."""

    def line(self, path: Path) -> int:
        """Line of the value at ``path``, or of the nearest part around it that exists."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class Unreadable(Exception):
    """The text is no YAML document that can be read at all."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.what)
        self.fault = fault


def read_yaml(data: bytes) -> Located:
    """Read one YAML document.

    :raises Unreadable: it is no UTF-8, no YAML, empty, too large, too deep, or unfolds into too much.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(
            Fault(
                line=1,
                what=f"the file is larger than {MAX_BYTES // 1024} KiB",
                fix="keep evidence elsewhere and link to it",
            )
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(Fault(line=line, what="the file is not UTF-8 text", fix="save the file as UTF-8")) from error
    try:
        # The Python composer: the C one would run out of stack, not of patience, on a deeply nested file.
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise Unreadable(_syntax_fault(error, text)) from error
    except RecursionError as error:
        raise Unreadable(_too_much("the file is nested too deeply")) from error
    if root is None:
        raise Unreadable(Fault(line=1, what="the file is empty", fix="`aigov init` writes one to start from"))
    walk = _Walk()
    value = walk.read(root, (), 0)
    return Located(value=value, lines=walk.lines, faults=tuple(walk.faults))


def _syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be parsed"
    # A ReaderError (a control character) has no mark, only an offset.
    line = mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0)) + 1
    fix = "indent with spaces" if "'\\t'" in problem else "check indentation and quotes around this line"
    return Fault(line=line, what=f"not valid YAML: {' '.join(str(problem).split())}", fix=fix)


def _too_much(what: str, line: int = 1) -> Fault:
    return Fault(line=line, what=what, fix="write the entries out, a line each")


class _Walk:
    """From composed nodes to values, with lines and faults on the way."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {}
        self.faults: list[Fault] = []
        self._nodes = 0

    def read(self, node: yaml.Node, path: Path, depth: int, line: int | None = None) -> Any:
        here = node.start_mark.line + 1
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise Unreadable(_too_much(f"the file unfolds into more than {MAX_NODES} values", here))
        if depth > MAX_DEPTH:  # also an alias to the node that it stands in
            raise Unreadable(_too_much(f"the file is nested more than {MAX_DEPTH} deep", here))
        self.lines[path] = line or here
        if node.tag not in _DEFAULT_TAGS:
            self.faults.append(Fault(line=here, what=f"the YAML tag {node.tag} is not allowed", fix="remove it"))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, index), depth + 1) for index, item in enumerate(node.value)]
        if _HALF_CHARACTER.search(node.value):  # "\ud800" in quotes: no UTF-8 can hold it, so no digest either
            self.faults.append(Fault(line=here, what="half a character", fix="write the whole character"))
            return ""
        return _scalar(node.value, plain=isinstance(node, yaml.ScalarNode) and node.style is None)

    def _mapping(self, node: yaml.MappingNode, path: Path, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self.faults.append(Fault(line=line, what="a key that is no word", fix="write `key: value`"))
                continue
            key = _HALF_CHARACTER.sub("?", " ".join(key_node.value.split()))
            if key in mapping:
                first = self.lines[(*path, key)]
                self.faults.append(
                    Fault(
                        line=line,
                        what=f"the key `{key}` stands here twice, first on line {first}",
                        fix="keep one of them",
                    )
                )
                continue
            mapping[key] = self.read(value_node, (*path, key), depth + 1, line)
        return mapping


def _scalar(text: str, *, plain: bool) -> str | int | float | bool | None:
    if not plain:  # quoted, or a block
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    return text
