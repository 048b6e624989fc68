"""Text put together from parts, formats and escapes."""

from __future__ import annotations

import re

from aigov.scan.facts.types import Concat, Constant, Expr, Opaque, Sequence, Table
from aigov.text import well_formed

_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(\r?\n)|(.))", re.S
)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "a": "\a"}
_PERCENT = re.compile(r"%(?:\([^)]*\))?[-+0 #]*[\d.]*[sdrfi]")


def join_texts(parts: list[Expr], line: int) -> Expr:
    """Parts put together; one constant where all are known."""
    flat: list[Expr] = []
    for part in parts:
        pieces = part.parts if isinstance(part, Concat) else (part,)
        for piece in pieces:
            last = flat[-1] if flat else None
            if _is_text(last) and _is_text(piece):
                flat[-1] = Constant(f"{last.value}{piece.value}", last.line)  # type: ignore[union-attr]
            else:
                flat.append(piece)
    return flat[0] if len(flat) == 1 and _is_text(flat[0]) else Concat(tuple(flat), line)


def _is_text(expr: Expr | None) -> bool:
    return isinstance(expr, Constant) and isinstance(expr.value, str)


def formatted(template: str, values: Expr, line: int) -> Expr:
    """``"…%s…" % values`` as a concatenation."""
    holes = list(_PERCENT.finditer(template))
    items = values.items if isinstance(values, Sequence) else (values,) * (len(holes) == 1)
    if len(items) != len(holes) or isinstance(values, Table):
        return Opaque("% formatting is not followed", line, (values,))
    parts: list[Expr] = []
    at = 0
    for hole, item in zip(holes, items, strict=True):
        parts += [Constant(template[at : hole.start()], line), item]
        at = hole.end()
    return join_texts([*parts, Constant(template[at:], line)], line)


def unescape(text: str) -> str:
    """Text with its escapes read."""

    def decode(match: re.Match[str]) -> str:
        code = match[1] or match[2] or match[3] or match[4]
        if code:
            number = int(code, 16)
            return chr(number) if number < 0x110000 else "\ufffd"
        if match[5]:
            return ""
        return _SIMPLE.get(match[6], match[6])

    return well_formed(_ESCAPE.sub(decode, text))
