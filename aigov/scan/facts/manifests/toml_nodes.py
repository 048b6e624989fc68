"""TOML 1.0 with lines: ``tomli`` says whether a document is right, this says where things are in it."""

from __future__ import annotations

import re

import tomli

from aigov.scan.facts.manifests.nodes import MAX_DEPTH, Node, Scalar, SyntaxFault
from aigov.scan.toml_text import load_toml

_VALIDATED = 1 << 18
"""Larger documents (lock files, written by tools) are not validated: tomli reads about 5 MB/s."""
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)+")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}\n#]+")
_WORDS: dict[str, Scalar] = {"true": True, "false": False}


def parse_toml(text: str) -> Node:
    """The document's tree. Numbers and dates stay strings.

    :raises SyntaxFault: not TOML.
    """
    if len(text) <= _VALIDATED:
        _validate(text)
    return _Scanner(text).scan()


def _validate(text: str) -> None:
    try:
        load_toml(text)
    except ValueError as error:
        place = re.search(r"at line (\d+)", str(error))
        message = re.sub(r" \(at .*\)$", "", str(error))
        raise SyntaxFault(message, int(place[1]) if place else None) from error


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0

    def scan(self) -> Node:
        root = Node({}, 1)
        table = root
        while self._skip(_BLANK) and self._at < len(self._text):
            if self._text.startswith("[", self._at):
                table = self._header(root)
            else:
                self._member(table, 0)
        return root

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()
        return True

    def _here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _fault(self, message: str) -> SyntaxFault:
        return SyntaxFault(message, self._here())

    def _expect(self, mark: str) -> None:
        if not self._text.startswith(mark, self._at):
            raise self._fault(f"expected {mark!r}")
        self._at += len(mark)

    def _header(self, root: Node) -> Node:
        line = self._here()
        is_array = self._text.startswith("[[", self._at)
        self._at += 2 if is_array else 1
        keys = self._dotted_key()
        self._expect("]]" if is_array else "]")
        parent = self._descend(root, keys[:-1], line)
        members = parent.members()
        if is_array:
            node = members.setdefault(keys[-1], Node([], line))
            if not isinstance(node.value, list):
                raise SyntaxFault(f"{keys[-1]!r} is not an array of tables", line)
            node.value.append(Node({}, line))
            return node.value[-1]
        return self._descend(parent, keys[-1:], line)

    def _descend(self, node: Node, keys: list[str], line: int) -> Node:
        for key in keys:
            if isinstance(node.value, list) and node.value:
                node = node.value[-1]
            if not isinstance(node.value, dict):
                raise SyntaxFault(f"{key!r} is below something that is no table", line)
            node = node.value.setdefault(key, Node({}, line))
        if isinstance(node.value, list) and node.value:
            node = node.value[-1]
        return node

    def _member(self, table: Node, depth: int) -> None:
        line = self._here()
        keys = self._dotted_key()
        self._expect("=")
        self._skip(_SPACE)
        parent = self._descend(table, keys[:-1], line)
        value = self._value(depth)
        if not isinstance(parent.value, dict):
            raise SyntaxFault(f"{keys[-1]!r} is below something that is no table", line)
        parent.value[keys[-1]] = Node(value.value, line)

    def _dotted_key(self) -> list[str]:
        keys = []
        while True:
            self._skip(_SPACE)
            if self._text[self._at : self._at + 1] in ('"', "'"):
                keys.append(self._string())
            elif found := _BARE.match(self._text, self._at):
                keys.append(found[0])
                self._at = found.end()
            else:
                raise self._fault("expected a key")
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return keys
            self._at += 1

    def _string(self) -> str:
        found = _STRING.match(self._text, self._at)
        if not found:
            raise self._fault("a string that does not end")
        self._at = found.end()
        raw = found[0]
        if raw[0] == "'" or "\\" not in raw:
            width = 3 if raw.startswith(("'''", '"""')) else 1
            return raw[width:-width].removeprefix("\n") if width == 3 else raw[1:-1]
        try:
            text: str = tomli.loads(f"x = {raw}")["x"]
        except tomli.TOMLDecodeError as error:
            raise self._fault("a string with a bad escape") from error
        return text

    def _value(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise self._fault(f"nested more than {MAX_DEPTH} deep")
        line = self._here()
        mark = self._text[self._at : self._at + 1]
        if mark in ('"', "'"):
            return Node(self._string(), line)
        if mark == "[":
            return Node(self._array(depth), line)
        if mark == "{":
            return Node(self._inline_table(depth, line), line)
        found = _SCALAR.match(self._text, self._at)
        if not found:
            raise self._fault("expected a value")
        self._at = found.end()
        raw = found[0].strip()
        return Node(_WORDS.get(raw, raw), line)

    def _array(self, depth: int) -> list[Node]:
        self._at += 1
        elements = []
        while self._skip(_BLANK) and not self._text.startswith("]", self._at):
            elements.append(self._value(depth + 1))
            self._skip(_BLANK)
            if not self._text.startswith(",", self._at):
                break
            self._at += 1
        self._expect("]")
        return elements

    def _inline_table(self, depth: int, line: int) -> dict[str, Node]:
        self._at += 1
        table = Node({}, line)
        while self._skip(_BLANK) and not self._text.startswith("}", self._at):
            self._member(table, depth + 1)
            self._skip(_BLANK)
            if not self._text.startswith(",", self._at):
                break
            self._at += 1
        self._expect("}")
        return table.members()
