"""What a messenger's library calls when somebody writes, in languages other than Python and JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

from aigov.catalogue.surface_rules import HandlerRule, ServerRule
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import CallExpr, Closure
from aigov.scan.resolve import Resolver
from aigov.scan.surface_servers import Answer, Code, called_name, handlers_in, last_name, named_by, text_of
from aigov.scan.values import Place

_PLAIN = ServerRule()


def listeners(facts: FileFacts, rule: HandlerRule, resolver: Resolver) -> Iterator[Answer]:
    """Every handler of messages in one file, with and without a model behind it."""
    for scope in facts.scopes:
        if scope.kind == "function" and (
            scope.name in rule.methods or any(called_name(expr) in rule.decorators for expr in scope.decorators)
        ):
            yield Answer(facts=facts, line=scope.line, symbol=scope.name or "", code=((facts, scope),))
    for site in facts.calls:
        if site.tail in rule.calls | rule.loops and (call := facts.call(site)) is not None:
            code = tuple(_registered(facts, site, call, rule, resolver))
            if code:
                yield Answer(facts=facts, line=site.line, symbol=site.callee, code=code)
    yield from _events(facts, rule, resolver)


def _registered(
    facts: FileFacts, site: CallSite, call: CallExpr, rule: HandlerRule, resolver: Resolver
) -> Iterator[Code]:
    """The functions of ``bot.Handle("/ask", ask)``; of a loop over messages the one that it stands in."""
    if site.tail in rule.loops:
        around = next((scope for scope in facts.chain(facts.scope_at(site.offset)) if scope.name), None)
        if around is not None and around.kind == "function":
            yield facts, around
        return
    first = call.args[0] if call.args else None
    named = {last_name(first), text_of(first)} if first is not None and not isinstance(first, Closure) else rule.events
    if site.tail == "on" and rule.events and not named & rule.events:
        return
    yield from handlers_in(facts, site, call, _PLAIN, resolver)


def _events(facts: FileFacts, rule: HandlerRule, resolver: Resolver) -> Iterator[Answer]:
    """``client.MessageReceived += OnMessage`` of C#."""
    for index, held in facts.bindings.items():
        for binding in (binding for bindings in held.values() for binding in bindings):
            value = facts.value(binding) if binding.kind == "augment" and binding.path[-1] in rule.calls else None
            if value is None:
                continue
            code = tuple(named_by(value, _PLAIN, resolver, Place(facts, index), 0))
            scope = facts.scope_of_closure(value.offset) if isinstance(value, Closure) else None
            if scope is not None:
                code = ((facts, facts.scopes[scope]),)
            if code:
                yield Answer(facts=facts, line=binding.line, symbol=".".join(binding.path), code=code)
