"""JSON (RFC 8259), and its relaxed form with comments and trailing commas that editors and bun write."""

from __future__ import annotations

import json
import re

from aigov.scan.facts.manifests.nodes import MAX_DEPTH, Node, Scalar, SyntaxFault
from aigov.scan.facts.manifests.printed_json import parse_printed
from aigov.text import well_formed

_BLANK = r"(?:\s+|//[^\n]*|/\*.*?\*/)*+"
_PIECE = re.compile(
    _BLANK
    + r"""(?:(?P<string>"(?:[^"\\\n]|\\.)*")
      |(?P<mark>[{}\[\]:,])
      |(?P<word>[^\s,:{}\[\]"/]+))""",
    re.VERBOSE | re.DOTALL,
)
_BLANKS = re.compile(_BLANK, re.DOTALL)
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None}


def parse_json(text: str) -> Node:
    """The document's tree.

    :raises SyntaxFault: not JSON, even with comments and trailing commas allowed.
    """
    return parse_printed(text) or _Parser(text).parse()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._line = 1
        self._counted = 0
        self._stack: list[Node] = []
        self._key: tuple[str, int] | None = None
        self._root: Node | None = None
        self._want_value = True
        self._want_colon = False

    def parse(self) -> Node:
        text, position, end = self._text, 0, len(self._text)
        match_token = _PIECE.match
        while found := match_token(text, position):
            group = found.lastgroup or ""
            self._take(group, found[group], found.start(group))
            position = found.end()
        blanks = _BLANKS.match(text, position)
        position = blanks.end() if blanks else position
        if position < end:
            raise SyntaxFault(f"unexpected character {text[position]!r}", self._line_at(position))
        if self._root is None or self._stack:
            raise SyntaxFault("unexpected end of file", self._line_at(end))
        return self._root

    def _line_at(self, position: int) -> int:
        self._line += self._text.count("\n", self._counted, position)
        self._counted = position
        return self._line

    def _take(self, group: str, piece: str, position: int) -> None:
        line = self._line_at(position)
        top = self._stack[-1].value if self._stack else None
        if self._want_colon:
            if piece != ":":
                raise SyntaxFault("expected ':' after a name", line)
            self._want_colon = False
        elif group == "mark" and piece in "]}":
            closes = isinstance(top, list) if piece == "]" else isinstance(top, dict)
            if not closes or self._key is not None:
                raise SyntaxFault(f"unexpected {piece!r}", line)
            self._stack.pop()
            self._want_value = False
        elif piece == "," and group == "mark":
            if self._want_value or not self._stack:
                raise SyntaxFault("unexpected ','", line)
            self._want_value = True
        elif piece == ":" and group == "mark":
            raise SyntaxFault("unexpected ':'", line)
        elif not self._want_value:
            raise SyntaxFault(f"expected ',' before {piece[:40]!r}", line)
        elif isinstance(top, dict) and self._key is None:
            if group != "string":
                raise SyntaxFault(f"expected a quoted name, not {piece[:40]!r}", line)
            self._key = (_unquote(piece, line), line)
            self._want_colon = True
        else:
            self._put(self._value(group, piece, line))

    def _value(self, group: str, piece: str, line: int) -> Node:
        if group == "string":
            return Node(_unquote(piece, line), line)
        if group == "mark":
            return Node({} if piece == "{" else [], line)
        if piece in _WORDS:
            return Node(_WORDS[piece], line)
        try:
            return Node(int(piece) if piece.lstrip("-").isdigit() and len(piece) < 400 else float(piece), line)
        except ValueError:
            raise SyntaxFault(f"unexpected {piece[:40]!r}", line) from None

    def _put(self, node: Node) -> None:
        opens = isinstance(node.value, (dict, list))
        if not self._stack:
            if self._root is not None:
                raise SyntaxFault("more than one value", node.line)
            self._root = node
        else:
            top = self._stack[-1].value
            if isinstance(top, dict) and self._key is not None:
                name, node.line = self._key
                top[name] = node
                self._key = None
            elif isinstance(top, list):
                top.append(node)
        self._want_value = opens
        if opens:
            if len(self._stack) >= MAX_DEPTH:
                raise SyntaxFault(f"nested more than {MAX_DEPTH} deep", node.line)
            self._stack.append(node)


def _unquote(piece: str, line: int) -> str:
    if "\\" not in piece:
        return piece[1:-1]
    try:
        return well_formed(json.loads(piece, strict=False))
    except ValueError as error:
        raise SyntaxFault("bad escape in a string", line) from error
