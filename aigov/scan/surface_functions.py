"""Functions that a cloud runs for each request: AWS Lambda behind an address, Google Cloud's and Firebase's.

What a queue, a clock or an event of the cloud has run answers nobody: such functions are no surface.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.catalogue.surface_rules import FunctionRule
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import CallExpr, Constant, Import, Scope
from aigov.scan.surface_handlers import exported_name
from aigov.scan.surface_servers import Answer, last_name
from aigov.scan.surface_triggers import Triggers, triggered

_REQUEST = re.compile(
    rb"\bAPIGateway(?:\w*Proxy|V2HTTP|\w*Web[Ss]ocket|HttpApiV2)\w*(?:Request|Event|Handler)\w*|\bLambdaFunctionU(?:RL|rl)(?:Request|Event|Handler)\w*"
    rb"|\bALB(?:Target|Event|Handler)\w*|\bApplicationLoadBalancerRequest\w*|\blambda_http\b"
)
"""Types of what API Gateway, a load balancer or a function's own address hands to AWS Lambda."""
_BODY = re.compile(rb"\bevent\s*(?:\.\s*body\b|\[\s*[\"']body[\"']\s*\]|\.get\(\s*[\"']body[\"'])")
_LAMBDA = frozenset(("handler", "lambda_handler"))
_HEAD = 300
_PLAIN = frozenset(
    (
        "",
        "index",
        "app",
        "main",
        "handle",
        "handler",
        "handlerequest",
        "handle_request",
        "lambda",
        "lambda_function",
        "lambda_handler",
        "function",
        "mod",
    )
)
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ENDING = re.compile(r"[-_]?(?:handler|function|lambda)$", re.IGNORECASE)


def lambda_answers(facts: FileFacts, triggers: Triggers) -> Iterator[Answer]:
    """Functions of AWS Lambda that answer requests: as templates say, else by the type or the use of what they take."""
    functions = [scope for scope in facts.scopes if scope.kind == "function"]
    bound = triggers.of(facts.path)
    for name, rows in sorted(bound.items()):
        cls, _, method = name.rpartition(".")
        fitting = [
            scope
            for scope in functions
            if exported_name(facts, scope) == method and (not cls or scope.qualified.endswith(name))
        ]
        code = tuple((facts, scope) for scope in fitting or functions)  # else something wraps the one that is meant
        for row in triggered(rows):
            if code:
                yield Answer(
                    facts=facts,
                    line=code[0][1].line,
                    symbol=method,
                    code=code,
                    name="websocket" if row.how == "websocket" else "http",
                    route=row.route
                    if row.how == "http" and row.route.strip("/")
                    else _spoken(facts, row.label or cls or method),
                )
    if bound:
        return
    for scope in functions:
        name = exported_name(facts, scope)
        if _takes_request(facts, scope, name):
            owner = facts.scopes[scope.parent].name if scope.parent else None
            yield Answer(
                facts=facts,
                line=scope.line,
                symbol=name,
                code=((facts, scope),),
                route=_spoken(facts, owner or name),
                convention=True,
            )


def _takes_request(facts: FileFacts, scope: Scope, name: str) -> bool:
    start = max(0, scope.start - (_HEAD if not scope.name else 0))
    head = facts.source[start : scope.body_start or scope.start + _HEAD]
    if _REQUEST.search(head[head.rfind(b"\n\n") + 1 :]):
        return True
    return name in _LAMBDA and _BODY.search(facts.source, scope.start, scope.end) is not None


def named_answers(facts: FileFacts, rules: tuple[FunctionRule, ...]) -> Iterator[Answer]:
    """Functions whose name is their address: of Google Cloud, of Firebase."""
    for rule in rules:
        for module, name in rule.members.get(facts.row.family, ()):
            if not any(_below(imported, module) for imported in facts.imports):
                continue
            yield from _decorated(facts, name)
            yield from _called(facts, name)
            yield from _implemented(facts, name)


def _below(imported: Import, module: str) -> bool:
    spelled = f"{imported.module}.{imported.name or ''}.".replace("\\", ".")
    module = module.replace("\\", ".")
    return spelled.startswith((f"{module}.", f"{module}/"))


def _decorated(facts: FileFacts, name: str) -> Iterator[Answer]:
    """``@functions_framework.http``, ``@https_fn.on_request()``."""
    for scope in facts.scopes:
        for decorator in scope.decorators if scope.kind == "function" else ():
            if last_name(decorator) == name:
                callee = decorator.callee if isinstance(decorator, CallExpr) else decorator
                yield _named(facts, scope, name, scope.name or "", getattr(callee, "line", scope.line))


def _called(facts: FileFacts, name: str) -> Iterator[Answer]:
    """``functions.http("ask", …)``, ``exports.ask = onRequest(…)``."""
    for site in facts.calls:
        if site.tail != name or (call := facts.call(site)) is None:
            continue
        within = [
            scope
            for scope in facts.scopes
            if scope.kind == "function" and not scope.name and site.after <= scope.start < site.node.end_byte
        ]
        named = {last_name(value) for value in call.args} | {
            value.value for value in call.args if isinstance(value, Constant) and isinstance(value.value, str)
        }
        code = within[:1] or [scope for scope in facts.scopes if scope.kind == "function" and scope.name in named]
        if code:
            yield _named(facts, code[0], name, _given(call) or exported_name(facts, code[0]), site.line)


def _given(call: CallExpr) -> str:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, Constant) and isinstance(first.value, str) else ""


def _implemented(facts: FileFacts, name: str) -> Iterator[Answer]:
    """The methods of a class that is an ``HttpFunction``."""
    for cls in facts.scopes:
        if cls.kind == "class" and any(last_name(base) == name for base in cls.bases):
            for scope in facts.methods(cls.index):
                if scope.kind == "function" and scope.name in ("service", "HandleAsync"):
                    yield _named(facts, scope, scope.name, cls.name or "")


def _named(facts: FileFacts, scope: Scope, symbol: str, name: str, line: int | None = None) -> Answer:
    return Answer(
        facts=facts, line=line or scope.line, symbol=symbol, code=((facts, scope),), route=_spoken(facts, name)
    )


def _spoken(facts: FileFacts, name: str) -> str:
    """The address that names tell: of the function, else of its file, else of its folder."""
    *folders, file = facts.path.split("/")
    for word in (name, file.partition(".")[0], *reversed(folders)):
        plain = _ENDING.sub("", word)
        if plain.lower() not in _PLAIN and plain.lower() not in ("src", "lambdas", "functions", "default"):
            return "/" + _CAPITAL.sub("-", plain).replace("_", "-").lower()
    return "/"
