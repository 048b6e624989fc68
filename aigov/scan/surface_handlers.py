"""Functions of one file that answer what persons write: handlers of messengers and of requests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aigov.catalogue.surface_rules import HandlerRule
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Expr, Name, Scope, Table

_ROUTE_FILE = re.compile(r"(?:^|/)(?:app/.*/route|pages/api/.*|server/api/.*|\+server|api/[^/]+)\.[jt]sx?$")

_ROOT = re.compile(r".*/(?:src/)?(?:app|pages|routes|server)/")
_FILE = re.compile(r"(?:/?(?:route|index|\+server))?\.[jt]sx?$")
_BEFORE = re.compile(
    rb"(?:\b(?:const|let|var)\s+|\bexports\.|\bexport\s+(?P<default>default)\b\s*)(?P<name>\w*)\s*(?::[^=;{}]{1,120})?(?:=\s*)?"
    rb"(?:await\s+)?(?:[\w.]+\(\s*(?:\{[^{}]{0,200}\}\s*,\s*)?){0,3}$"
)
_NEAR = 300

Span = tuple[int, int]
"""Byte offsets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """Code that runs when a message or a request comes in."""

    rule: HandlerRule
    facts: FileFacts
    line: int
    symbol: str
    spans: tuple[Span, ...]
    """Where its code stands."""
    route: str | None = None
    """The address that it answers; None where it answers none."""


def written(expr: Expr) -> str:
    """``app.post`` of the expression; empty for anything but names joined by dots."""
    names: list[str] = []
    while isinstance(expr, Attribute):
        names.append(expr.name)
        expr = expr.base
    return ".".join((expr.name, *reversed(names))) if isinstance(expr, Name) else ""


def _address(call: CallExpr | None) -> str | None:
    """The address of a route; empty where the call gives one that is not spelled, None where it can be none."""
    named = dict(call.keywords).get("route") if call is not None else None
    if isinstance(named, Constant) and isinstance(named.value, str):
        return f"/{named.value.lstrip('/')}"  # a function of Azure: @app.route(route="ask")
    if call is not None and written(call.callee) == "app.http" and len(call.args) > 1:
        return _served(call)
    first = call.args[0] if call is not None and call.args else None
    if isinstance(first, Constant):
        text = first.value
        return text if isinstance(text, str) and text.startswith(("/", "^/")) else None
    return None


def _served(call: CallExpr) -> str | None:
    """The address of a function of Azure: ``app.http("ask", { route: "desk/ask", handler })``, else its name."""
    options = call.args[1]
    pairs = options.pairs if isinstance(options, Table) else ()
    given = next((value for key, value in pairs if isinstance(key, Constant) and key.value == "route"), call.args[0])
    return f"/{given.value.lstrip('/')}" if isinstance(given, Constant) and isinstance(given.value, str) else None


def decorated(facts: FileFacts, rule: HandlerRule) -> Iterator[Handler]:
    """``@app.post("/chat")``, ``@bot.event``; ``@Post("ask")`` of a class that is ``@Controller("chat")``."""
    for scope in facts.scopes:
        prefix = _prefix(facts, scope, rule)
        for decorator in scope.decorators if scope.kind == "function" else ():
            call = decorator if isinstance(decorator, CallExpr) else None
            callee = call.callee if call is not None else decorator
            symbol = written(callee)
            if symbol.rpartition(".")[2] in rule.decorators:
                yield Handler(
                    rule=rule,
                    facts=facts,
                    line=getattr(callee, "line", scope.line),
                    symbol=symbol,
                    spans=((scope.start, scope.end),),
                    route=_address(call) if prefix is None else _below(prefix, call),
                )


def _prefix(facts: FileFacts, scope: Scope, rule: HandlerRule) -> str | None:
    """What a decorator of the class begins the addresses of its methods with; None where none says so."""
    parent = facts.scopes[scope.parent] if scope.parent else None
    for decorator in parent.decorators if parent is not None and parent.kind == "class" else ():
        if isinstance(decorator, CallExpr) and written(decorator.callee) in rule.prefixes:
            return _spelled(decorator)
    return None


def _below(prefix: str, call: CallExpr | None) -> str:
    return "/" + "/".join(part for part in (prefix.strip("/"), _spelled(call).strip("/")) if part)


def _spelled(call: CallExpr | None) -> str:
    first = call.args[0] if call is not None and call.args else None
    return first.value if isinstance(first, Constant) and isinstance(first.value, str) else ""


def passed(facts: FileFacts, rule: HandlerRule) -> Iterator[Handler]:
    """``app.message(handler)``, ``client.on("messageCreate", (message) => …)``."""
    for site in facts.calls:
        if site.tail not in rule.calls or (call := facts.call(site)) is None:
            continue
        if rule.events and not _fits(call, rule.events):
            continue
        names = {value.name for value in (*call.args, *(v for _, v in call.keywords)) if isinstance(value, Name)}
        spans = [
            (scope.start, scope.end)
            for scope in facts.scopes
            if scope.kind == "function"
            and (scope.name in names or site.offset < scope.start < site.offset + len(site.node.text or b""))
        ]
        if spans:
            yield Handler(
                rule=rule, facts=facts, line=site.line, symbol=site.callee, spans=tuple(spans), route=_address(call)
            )


def _fits(call: CallExpr, events: frozenset[str]) -> bool:
    first = call.args[0] if call.args else None
    return (isinstance(first, Constant) and first.value in events) or (first is not None and written(first) in events)


def named(facts: FileFacts, rule: HandlerRule) -> Iterator[Handler]:
    """Methods that a messenger's library calls by their name: ``on_message``."""
    for scope in facts.scopes:
        if scope.kind == "function" and scope.name in rule.methods:
            yield _scope_handler(facts, rule, scope, None)


def exported(facts: FileFacts, rule: HandlerRule) -> Iterator[Handler]:
    """``export async function POST`` of a file whose path is the address."""
    if facts.row.family != "javascript" or not _ROUTE_FILE.search(facts.path):
        return
    for scope in facts.scopes:
        name = exported_name(facts, scope) if scope.kind == "function" else ""
        if name in rule.exports or name == "handler":
            yield _scope_handler(facts, rule, scope, _served_at(facts.path), name)


def exported_name(facts: FileFacts, scope: Scope) -> str:
    """The name of a function; of one without, that of what holds it: ``export const handler = wrap(async () => …)``."""
    if scope.name or facts.row.family != "javascript":
        return scope.name or ""
    match = _BEFORE.search(facts.source, max(0, scope.start - _NEAR), scope.start)
    return (match["name"].decode() or ("default" if match["default"] else "")) if match else ""


def _served_at(path: str) -> str:
    """``/api/chat`` of ``web/app/api/chat/route.ts``, as far as the names of folders tell."""
    inner = _ROOT.split(f"/{path}")[-1]
    return "/" + _FILE.sub("", inner).strip("/")


def _scope_handler(
    facts: FileFacts, rule: HandlerRule, scope: Scope, route: str | None, name: str | None = None
) -> Handler:
    name = name or scope.name or ""
    return Handler(rule=rule, facts=facts, line=scope.line, symbol=name, spans=((scope.start, scope.end),), route=route)


def streaming(handler: Handler) -> bool:
    """Whether it answers piece by piece."""
    last = handler.symbol.rpartition(".")[2]
    return last in ("websocket", "ws", "Sse") or any(
        site.tail in handler.rule.streams for span in handler.spans for site in sites_in(handler.facts, span)
    )


def sites_in(facts: FileFacts, span: Span) -> Iterator[CallSite]:
    """The calls that stand within a span."""
    return (site for site in facts.calls if span[0] <= site.offset < span[1])
