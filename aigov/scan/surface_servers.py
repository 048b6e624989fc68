"""What answers requests and messages of websockets, in the languages of which ``surfaces.toml`` has a server row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from aigov.catalogue.surface_rules import ServerRule
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Closure, Constant, Expr, Name, Opaque, Scope, Sequence
from aigov.scan.resolve import Resolver
from aigov.scan.values import ClassValue, FunctionValue, ObjectValue, Place, TableValue, Value

SCREENS = frozenset(("blazor", "livewire"))
"""Answers that are a part of a page: they count by its address, or where the model's answer is a stream."""
_GROUPS_DEEP = 4
_CONTROLLER = re.compile(r"(?:Controller|Hub|Channel|Resource|Socket|Handler)$")
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_HIDDEN = re.compile(rb"\b(?:private|protected|internal)\b|\bfun\s+interface\b")
_HIDDEN_FROM = re.compile(rb"^[ \t]*(?:private|protected)[ \t]*$", re.MULTILINE)
_TOKEN = re.compile(r"\[(controller|action|area)\]", re.IGNORECASE)
_PAGE = re.compile(r'^@page[ \t]+"([^"\n]*)"', re.MULTILINE)
_CLIENT = re.compile(r"client", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"#\[\s*(?:\w+::)?(\w+)\s*\(\s*\"([^\"\n]*)\"")
_TRIGGERED = ("Function", "FunctionName")
_ON_REQUEST = re.compile(rb"\bHttpTrigger\b")
"""A function of Azure answers requests where its parameter says so; others are run by queues and clocks."""
_VERB = re.compile(r"^[A-Z]+ +")

Code = tuple[FileFacts, Scope]
"""A function of the tree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Functions that run when a request or a message comes in."""

    facts: FileFacts
    line: int
    symbol: str
    code: tuple[Code, ...]
    name: str = "http"
    """``websocket``, ``blazor``, … where it is more than a request."""
    route: str = ""
    """Its address, as far as the source spells it."""
    convention: bool = False
    """Whether the address is only what names of class and method say: what binds one by a call is told before."""


def answers(facts: FileFacts, rule: ServerRule, resolver: Resolver) -> Iterator[Answer]:
    """Everything in one file that answers requests, with and without a model behind it."""
    yield from _bound(facts, rule, resolver)
    page = _page(facts, resolver)
    for scope in facts.scopes:
        if scope.kind == "class":
            yield from _methods(facts, rule, scope, page)
    if facts.row.family == "rust":
        yield from _attributed(facts, rule)
    if page is not None:
        yield from _screen(facts, page, "blazor", [scope for scope in facts.scopes if scope.kind == "function"])


def _attributed(facts: FileFacts, rule: ServerRule) -> Iterator[Answer]:
    """``#[post("/chat")]`` of actix and Rocket, before a function."""
    functions = [scope for scope in facts.scopes if scope.kind == "function" and scope.name]
    for match in _ATTRIBUTE.finditer(facts.source):
        name = match[1].decode()
        scope = next((scope for scope in functions if scope.start >= match.end()), None)
        if name in rule.decorators and match[2].startswith(b"/") and scope is not None:
            yield Answer(
                facts=facts,
                line=facts.source.count(b"\n", 0, match.start()) + 1,
                symbol=name,
                code=((facts, scope),),
                route=match[2].decode("utf-8", "replace"),
            )


def streamed(answer: Answer, rule: ServerRule) -> bool:
    """Whether an answer comes piece by piece."""
    for facts, scope in answer.code:
        before = [other.end for other in facts.scopes if other.parent == scope.parent and other.end <= scope.start]
        text = facts.source[max((*before, facts.scopes[scope.parent or 0].start)) : scope.end]
        if any(sign in text for sign in rule.streamed):
            return True
    return False


# --- classes --------------------------------------------------------------------------------------------------------


def _methods(facts: FileFacts, rule: ServerRule, cls: Scope, page: str | None) -> Iterator[Answer]:
    prefix = next((found for expr in cls.decorators if (found := _annotated(expr, rule.prefixes, rule))), "")
    exposed = any(called_name(expr) in rule.exposed for expr in cls.decorators)
    names = [cls.name or "", *(last_name(base) for base in cls.bases)]
    socket = any(fnmatchcase(name, pattern) for name in names[1:] for pattern in rule.sockets)
    served = exposed or any(fnmatchcase(name, pattern) for name in names for pattern in rule.classes)
    methods = [scope for scope in facts.methods(cls.index) if scope.kind == "function" and scope.name]
    if page is None and _is_screen(facts, rule, cls):
        yield from _screen(facts, _spoken(cls.name or ""), "livewire", methods)
        return
    for method in methods:
        known = [expr for expr in method.decorators if called_name(expr) in rule.decorators | rule.messages]
        if (
            known
            and called_name(known[0]) in _TRIGGERED
            and not _ON_REQUEST.search(facts.source, method.start, method.end)
        ):
            continue
        if known:
            told = (
                _annotated(expr, rule.decorators | rule.messages | rule.prefixes, rule) for expr in method.decorators
            )
            own = next(filter(None, told), "")
            first = known[0]
            yield Answer(
                facts=facts,
                line=getattr(first.callee if isinstance(first, CallExpr) else first, "line", method.line),
                symbol=called_name(first),
                code=((facts, method),),
                name="websocket" if called_name(first) in rule.messages else "http",
                route=_placed(own if own.startswith("~/") else _joined(prefix, own), cls, method),
            )
        elif (served or socket) and method.name != facts.row.constructor and _is_public(facts, cls, method):
            yield Answer(
                facts=facts,
                line=method.line,
                symbol=method.name or "",
                code=((facts, method),),
                name="websocket" if socket else "http",
                route=_placed(prefix, cls, method)
                if prefix
                else f"/{_spoken(cls.name or '')}/{_spoken(method.name or '')}",
                convention=True,
            )


def _screen(facts: FileFacts, page: str, name: str, methods: Iterable[Scope]) -> Iterator[Answer]:
    """What a part of a page may answer a person with."""
    for scope in methods:
        if scope.name and scope.name != facts.row.constructor:
            yield Answer(
                facts=facts,
                line=scope.line,
                symbol=scope.qualified,
                code=((facts, scope),),
                name=name,
                route=f"/{page.lstrip('/')}",
            )


def _page(facts: FileFacts, resolver: Resolver) -> str | None:
    """Where a Blazor component is shown, or its name; None for any other file."""
    path = facts.path
    if not path.endswith((".razor", ".razor.cs")):
        return None
    spelled = _PAGE.search(resolver.modules.text(path.removesuffix(".cs")))
    return spelled[1] if spelled else _spoken(path.rpartition("/")[2].partition(".")[0])


def _is_screen(facts: FileFacts, rule: ServerRule, cls: Scope) -> bool:
    bases = {last_name(base) for base in cls.bases}
    return any(
        (imported.module, imported.name) in rule.screens and imported.alias in bases for imported in facts.imports
    )


def _is_public(facts: FileFacts, cls: Scope, method: Scope) -> bool:
    source = facts.source
    if facts.row.family == "ruby":
        return _HIDDEN_FROM.search(source, cls.start, method.start) is None
    if facts.row.family == "elixir":
        return not source.startswith(b"defp", method.start)
    start = max((child.end for child in facts.methods(cls.index) if child.end <= method.start), default=cls.body_start)
    name = source.find((method.name or "").encode(), max(start, method.start))
    head = source[max(start, method.start) : name if name >= 0 else method.end]
    return _HIDDEN.search(head) is None and (facts.row.family != "csharp" or b"public" in head)


def _annotated(expr: Expr, names: Iterable[str], rule: ServerRule) -> str:
    """The address that an annotation gives; empty where it gives none."""
    if not isinstance(expr, CallExpr) or called_name(expr) not in names:
        return ""
    given = (*expr.args[:1], *(value for key, value in expr.keywords if key in rule.keys))
    return next((text for value in given if (text := text_of(value))), "")


def text_of(value: Expr) -> str:
    """A text, or the first of a list of some; empty for anything else."""
    if isinstance(value, Sequence) and value.items:
        value = value.items[0]
    return value.value if isinstance(value, Constant) and isinstance(value.value, str) else ""


def called_name(expr: Expr) -> str:
    """Last name of what a call or an annotation names."""
    return last_name(expr.callee if isinstance(expr, CallExpr) else expr)


def last_name(expr: Expr) -> str:
    """The last of names that are joined by dots; of a call the last of what it calls."""
    return expr.name if isinstance(expr, (Name, Attribute)) else called_name(expr) if isinstance(expr, CallExpr) else ""


def _placed(route: str, cls: Scope, method: Scope) -> str:
    """An address with what stands for the names of class and method."""
    names = {"controller": _CONTROLLER.sub("", cls.name or ""), "action": method.name or "", "area": ""}
    return _TOKEN.sub(lambda match: names[match[1].lower()], route)


def _spoken(name: str) -> str:
    """``ask-desk`` of ``AskDeskController``, also in a module."""
    name = name.rpartition(".")[2]
    return _CAPITAL.sub("-", _CONTROLLER.sub("", name) or name).replace("_", "-").lower()


def _joined(prefix: str, rest: str) -> str:
    parts = [part for part in (prefix.strip("/"), _VERB.sub("", rest).strip("/")) if part]
    return "/" + "/".join(parts)


# --- calls ----------------------------------------------------------------------------------------------------------


def _bound(facts: FileFacts, rule: ServerRule, resolver: Resolver) -> Iterator[Answer]:
    """``app.MapPost("/chat", ask)``, ``mux.HandleFunc("POST /chat", s.chat)``, ``post("/chat") { … }``."""
    for site in facts.calls:
        if site.tail not in rule.calls or (call := facts.call(site)) is None:
            continue
        if facts.row.family == "java" and _CLIENT.search(site.callee.rpartition(".")[0]):
            continue
        route = _address(call, rule)
        prefix = _prefix(facts, site, call, rule)
        if route is None and not prefix:
            continue
        code = tuple(handlers_in(facts, site, call, rule, resolver))
        if code:
            socket = site.tail in ("webSocket", "ws")
            yield Answer(
                facts=facts,
                line=site.line,
                symbol=site.callee if len(site.callee) < 60 else site.tail,
                code=code,
                name="websocket" if socket else "http",
                route=_joined(prefix, route or ""),
            )


def _address(call: CallExpr, rule: ServerRule) -> str | None:
    for value in call.args[:2]:
        text = text_of(value) if isinstance(value, Constant) else ""
        if _VERB.sub("", text).startswith(rule.begins):
            return text
    return None


def _prefix(facts: FileFacts, site: CallSite, call: CallExpr, rule: ServerRule) -> str:
    """What the groups around a call, and the one that it is made on, begin its address with."""
    parts = [_given(facts, call.callee, rule, site.offset, 0)]
    end = site.offset
    around = [
        other
        for other in facts.calls
        if other.tail in rule.groups and other.offset < end and other.node.end_byte >= site.node.end_byte
    ]
    for other in reversed(around[-_GROUPS_DEEP:]):
        if other.node.id != site.node.id and (group := facts.call(other)) is not None:
            parts.insert(0, _group_text(group, rule) + _given(facts, group.callee, rule, other.offset, 0))
    return "/".join(part.strip("/") for part in parts if part.strip("/"))


def _group_text(group: CallExpr, rule: ServerRule) -> str:
    given = (*group.args[:1], *(value for key, value in group.keywords if key in rule.keys))
    return next((f"/{text.strip('/')}" for value in given if (text := text_of(value))), "")


def _given(facts: FileFacts, callee: Expr, rule: ServerRule, offset: int, depth: int) -> str:
    """The beginning of an address that what a call is made on gives: ``api.Group("/chat").POST("/")``."""
    base = callee.base if isinstance(callee, Attribute) else None
    if depth > _GROUPS_DEEP or base is None:
        return ""
    if isinstance(base, Name):
        for scope in facts.chain(facts.scope_at(offset)):
            for binding in reversed(facts.named_bindings(scope.index, base.name)):
                value = facts.value(binding) if len(binding.path) == 1 and binding.offset < offset else None
                if isinstance(value, CallExpr):
                    return _grouped(facts, value, rule, binding.offset, depth)
        return ""
    return _grouped(facts, base, rule, offset, depth) if isinstance(base, CallExpr) else ""


def _grouped(facts: FileFacts, call: CallExpr, rule: ServerRule, offset: int, depth: int) -> str:
    own = _group_text(call, rule) if called_name(call) in rule.groups else ""
    return _given(facts, call.callee, rule, offset, depth + 1) + own


def handlers_in(
    facts: FileFacts, site: CallSite, call: CallExpr, rule: ServerRule, resolver: Resolver
) -> Iterator[Code]:
    """The functions that a call binds: those that stand in it, and those that it names."""
    for scope in facts.scopes:
        if scope.kind == "function" and scope.name is None and site.after <= scope.start < site.node.end_byte:
            yield facts, scope
    place = Place(facts, facts.scope_at(site.offset))
    for value in (*call.args, *(value for _, value in call.keywords)):
        yield from named_by(value, rule, resolver, place, 0)


def named_by(expr: Expr, rule: ServerRule, resolver: Resolver, place: Place, depth: int) -> Iterator[Code]:
    """The functions that an argument names: itself, of an object or a class, or within what wraps one."""
    if depth > 3 or isinstance(expr, Closure):
        return
    if isinstance(expr, Sequence):  # [DeskController::class, 'send']
        method = text_of(expr.items[1]) if len(expr.items) == 2 else ""
        first = expr.items[0] if expr.items else None
        holder = first.base if isinstance(first, Attribute) and first.name == "class" else first
        if method and holder is not None:
            yield from _members(resolver.eval(holder, place), method)
        return
    if isinstance(expr, Opaque):  # this::ask
        last = expr.parts[-1] if len(expr.parts) > 1 else None
        if isinstance(last, Name):
            yield from _members(resolver.eval(expr.parts[0], place), last.name)
        return
    if isinstance(expr, Constant):
        yield from _spelled(expr, rule, resolver, place)
        return
    if isinstance(expr, Attribute) and expr.name == "class":
        expr = expr.base
    if not isinstance(expr, (Name, Attribute, CallExpr)):
        return
    found = False
    for value in resolver.eval(expr.callee if isinstance(expr, CallExpr) else expr, place):
        if isinstance(value, FunctionValue):
            found = True
            yield value.facts, value.facts.scopes[value.scope]
        elif isinstance(value, (ObjectValue, ClassValue)):
            for name in sorted(rule.invoked):
                yield from _members((value,), name)
        elif isinstance(value, TableValue):
            for _, inner in value.table.pairs:
                yield from named_by(inner, rule, resolver, value.place, depth + 1)
    if isinstance(expr, CallExpr):  # http.HandlerFunc(s.chat), withAuth(s.chat)
        for inner in expr.args:
            yield from named_by(inner, rule, resolver, place, depth + 1)
    elif not found and isinstance(expr, Name):
        for scope in place.facts.scopes:
            if scope.kind == "function" and scope.name == expr.name:
                yield place.facts, scope


def _members(values: Iterable[Value], name: str) -> Iterator[Code]:
    for value in values:
        cls = value.cls if isinstance(value, ObjectValue) else value
        if isinstance(cls, ClassValue):
            owner = cls.facts.scopes[cls.scope].name or ""
            for scope in (*cls.facts.methods(cls.scope), *cls.facts.attached(owner)):
                if scope.kind == "function" and scope.name == name:
                    yield cls.facts, scope


def _spelled(expr: Constant, rule: ServerRule, resolver: Resolver, place: Place) -> Iterator[Code]:
    """``'DeskController@send'``, ``'ask_desk'``: functions that PHP takes by their names."""
    if place.facts.row.family != "php" or not isinstance(expr.value, str):
        return
    holder, _, method = expr.value.rpartition("@")
    if holder:
        for path in sorted(resolver.modules.files):
            stem = path.rpartition("/")[2].removesuffix(".php")
            facts = resolver.load(path) if path.endswith(".php") and len(stem) > 3 and holder.endswith(stem) else None
            for scope in facts.scopes if facts is not None else ():
                if facts is not None and scope.kind == "function" and scope.name == method:
                    yield facts, scope
    elif expr.value.isidentifier():
        for scope in place.facts.scopes:
            if scope.kind == "function" and scope.name == expr.value and scope.parent == 0:
                yield place.facts, scope
