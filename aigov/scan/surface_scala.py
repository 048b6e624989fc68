"""Routes of Pekko HTTP, Akka HTTP and http4s: Scala that spells an address around what answers, not beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Expr, Scope
from aigov.scan.surface_servers import Answer

_DIRECTIVES = re.compile(rb"\b(?:pekko|akka)\.http\b")
_PATHS = frozenset(("path", "pathPrefix", "rawPathPrefix", "pathSuffix", "ignoreTrailingSlash"))
_SOCKET = re.compile(rb"\bhandleWebSocketMessages\b")
_CASE = re.compile(
    rb"\bcase\s+(?:\w+\s*@\s*)?(?P<verb>[A-Z]+)\s*->\s*Root(?P<path>(?:\s*/\s*(?:\"[^\"\n]*\"|[\w.]+(?:\([^()\n]*\))?))*)"
)
_PIECE = re.compile(rb"\"([^\"\n]*)\"")
_DEEP = 8


def scala_answers(facts: FileFacts) -> Iterator[Answer]:
    """What answers requests in one file, with and without a model behind it."""
    if facts.path.endswith((".scala", ".sc")):
        if _DIRECTIVES.search(facts.source):
            yield from _directives(facts)
        if b"http4s" in facts.source:
            yield from _cases(facts)


def _directives(facts: FileFacts) -> Iterator[Answer]:
    """``path("chat") { post { … } }`` within ``pathPrefix("api") { … }``."""
    blocks = [block for site in facts.calls if site.tail in _PATHS and (block := _block(facts, site)) is not None]
    for site, end in blocks:
        inner = [other for other, last in blocks if site.offset < other.offset and last <= end]
        around = [other for other, last in blocks if other.offset < site.offset and end <= last][-_DEEP:]
        route = "/" + "/".join(text for other in (*around, site) for text in _texts(facts.call(other), 0))
        if not inner:
            socket = _SOCKET.search(facts.source, site.offset, end) is not None
            yield Answer(
                facts=facts,
                line=site.line,
                symbol=site.tail,
                code=((facts, _part(facts, site.after, end)),),
                name="websocket" if socket else "http",
                route=route,
            )


def _block(facts: FileFacts, site: CallSite) -> tuple[CallSite, int] | None:
    """The call and the end of what it is put around; None where it is put around nothing."""
    ends = [other.node.end_byte for other in facts.calls if other.offset == site.offset]
    end = max(ends, default=0)
    return (site, end) if end > site.node.end_byte else None


def _texts(expr: Expr | None, depth: int) -> Iterator[str]:
    """``api``, ``chat`` of ``"api" / "chat"``."""
    if isinstance(expr, Constant) and isinstance(expr.value, str):
        yield expr.value.strip("/")
    elif isinstance(expr, CallExpr) and depth < _DEEP:
        if depth and isinstance(expr.callee, Attribute):
            yield from _texts(expr.callee.base, depth + 1)
        for value in expr.args:
            yield from _texts(value, depth + 1)


def _cases(facts: FileFacts) -> Iterator[Answer]:
    """``case req @ POST -> Root / "chat" => …``."""
    cases = list(_CASE.finditer(facts.source))
    for match, following in zip_longest(cases, cases[1:]):
        around = facts.scopes[facts.scope_at(match.start())]
        end = min(following.start() if following else around.end, around.end)
        pieces = [piece.decode("utf-8", "replace") for piece in _PIECE.findall(match["path"])]
        yield Answer(
            facts=facts,
            line=facts.source.count(b"\n", 0, match.start()) + 1,
            symbol=match["verb"].decode(),
            code=((facts, _part(facts, match.end(), end)),),
            route="/" + "/".join(pieces),
        )


def _part(facts: FileFacts, start: int, end: int) -> Scope:
    """A part of a function as if it were one."""
    return replace(facts.scopes[facts.scope_at(start)], start=start, end=end)
