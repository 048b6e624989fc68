"""Kotlin as its grammar reads it: tree-sitter-kotlin 1.1 loses the rest of a class over what it does not know.

Most is lost to these forms: the last member of a class whose body ends on its line (``class A { fun b() = 1 }``), ``fun
interface``, context parameters (``context(log: Logger)``), strings of several dollars (``$$"…"``), and a route
``get("/") {`` below a ``val``: taken for a getter. Each is spelled otherwise in its place: with a ``;``, or blanks.
Strings and comments are left alone.
"""

from __future__ import annotations

import re

from aigov.scan.embedded import Projection

_TOKEN = re.compile(
    rb'"""(?:[^"]|"(?!""))*(?:"""|\Z)|"(?:[^"\\\n]|\\.)*"?|\'(?:[^\'\\\n]|\\.)*\'?|//[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)'
    rb'|(?P<dollars>\$+(?="))'
    rb"|(?P<context>\bcontext\((?=[\w`]+\s*:)[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))"
    rb'|(?P<route>\b(?:get|set)(?=\s*\{|\(")(?<=[ \t\n]get|[ \t\n]set))'
    rb"|(?P<fun>\bfun(?=\s+interface\b))|(?P<class>(?<![:.])\b(?:class|interface|object)\b)|(?P<sign>[{}();])|(?P<line>\n)",
    re.DOTALL,
)
_AFFECTED = re.compile(
    rb"\n[ \t]*[gs]et\b|\bfun\s+interface\b|\bcontext\(|\b(?:class|interface|object)\b[^\n]*\S[ \t]*\}"
    rb'|\$\$"'
)
"""What a file holds that has any of these; most have none."""


def project(data: bytes, path: str) -> Projection | None:
    """The file with the forms above spelled otherwise; its lines stay."""
    return Projection(language="kotlin", text=_spelled(data) if _AFFECTED.search(data) else data)


def _spelled(data: bytes) -> bytes:
    parts: list[bytes] = []
    opened: list[bool] = []  # for each brace that is open, whether it is that of a class
    declared, brackets, at = False, 0, 0
    bare = True  # whether nothing stands on the line, or an opening brace or semicolon stood last
    fresh = True  # whether a brace or semicolon stood last, be it on a line above
    for found in _TOKEN.finditer(data):
        kind = found.lastgroup
        between = data[at : found.start()]
        bare, fresh = bare and not between.strip(), fresh and not between.strip()
        parts.append(between)
        at = found.end()
        text = found[0]
        if kind in ("fun", "context", "dollars"):
            text = b" " * len(text)
        elif kind == "route":
            text = b";" + text if bare and not fresh else text
            bare = fresh = False
        elif kind == "class":
            declared, bare, fresh = True, False, False
        elif kind == "line":
            bare = True
        elif kind == "sign":
            if text == b"{":
                opened.append(declared and not brackets)
                declared, brackets = False, 0
            elif text == b"}":
                if opened and opened.pop() and not bare:
                    text = b";}"
                declared = False
            elif text == b";":
                declared = False
            else:
                brackets = brackets + 1 if text == b"(" else max(0, brackets - 1)
            bare = fresh = text in (b"{", b";")
        elif not text.startswith((b"//", b"/*")):
            bare = fresh = False
        parts.append(text)
    return b"".join((*parts, data[at:]))
