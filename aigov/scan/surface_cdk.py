"""Functions of AWS Lambda in programs of the CDK (TypeScript, Python), and what their stacks bind to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Expr, Name, Sequence, Table
from aigov.scan.resolve import Resolver
from aigov.scan.surface_trigger import Handler, Trigger

_SIGNS = ("aws_lambda", "aws-lambda")
_MAKERS = frozenset(("Function", "NodejsFunction", "PythonFunction", "SingletonFunction"))
_HANDLERS = {"NodejsFunction": "index.handler", "PythonFunction": "index.handler"}
_CODE = frozenset(("fromAsset", "from_asset", "AssetCode"))
_METHODS = frozenset(("addMethod", "add_method", "addProxy", "add_proxy"))
_ROUTES = frozenset(("addRoutes", "add_routes"))
_SOCKETS = frozenset(("addRoute", "add_route"))
_URLS = frozenset(("addFunctionUrl", "add_function_url"))
_WHOLE = frozenset(("LambdaRestApi", "HttpApi", "FunctionUrl"))
_RESOURCES = frozenset(("addResource", "add_resource", "resourceForPath", "resource_for_path"))
_EVENTS = frozenset(("addEventSource", "add_event_source", "LambdaFunction", "LambdaSubscription", "SqsEventSource"))
_DEEP = 8
_MOST = 200
"""Files of one tree."""


@dataclass(slots=True)
class _Stack:
    """The names of one file."""

    facts: FileFacts
    values: dict[str, CallExpr] = field(default_factory=dict)
    """Last name of a variable or an attribute -> the call that it holds."""


def cdk_functions(resolver: Resolver) -> Iterator[tuple[Handler, tuple[Trigger, ...]]]:
    """The functions of every stack below a ``cdk.json`` that something has run."""
    files = resolver.modules.files
    roots = sorted(path.removesuffix("cdk.json") for path in files if path.rpartition("/")[2] == "cdk.json")
    if not roots:
        return
    looked = 0
    for path in sorted(files):
        if not path.endswith((".ts", ".py")) or path.endswith(".d.ts") or not path.startswith(tuple(roots)):
            continue
        text = resolver.modules.text(path)
        if not any(sign in text for sign in _SIGNS):
            continue
        facts = resolver.load(path)
        looked += 1
        if facts is not None and looked <= _MOST:
            yield from _functions(facts)


def _functions(facts: FileFacts) -> Iterator[tuple[Handler, tuple[Trigger, ...]]]:
    stack = _Stack(facts)
    for held in facts.bindings.values():
        for bindings in held.values():
            for binding in bindings:
                value = facts.value(binding)
                if isinstance(value, CallExpr):
                    stack.values.setdefault(binding.path[-1], value)
    bound: dict[str, list[Trigger]] = {}
    for site in facts.calls:
        call = facts.call(site)
        if call is not None:
            for name, trigger in _triggers(stack, call):
                bound.setdefault(name, []).append(trigger)
    for name, triggers in sorted(bound.items()):
        handler = _handler(stack.values[name])
        if handler is not None:
            yield handler, tuple(triggers)


def _triggers(stack: _Stack, call: CallExpr) -> Iterator[tuple[str, Trigger]]:
    """The functions that a call binds, each with what has it run."""
    name = _last(call.callee)
    given = _options(call)
    if name in _METHODS:
        base = call.callee.base if isinstance(call.callee, Attribute) else None
        trigger = Trigger(how="http", route=_address(stack, base, 0))
    elif name in _ROUTES:
        trigger = Trigger(how="http", route=_text(given.get("path")))
    elif name in _SOCKETS:
        trigger = Trigger(how="websocket", route=_text(call.args[0]) if call.args else "")
    elif name in _URLS or name in _WHOLE:
        trigger = Trigger(how="http")
    elif name in _EVENTS:
        trigger = Trigger(how="other")
    else:
        return
    named = {_last(call.callee.base)} if name in (*_URLS, *_EVENTS) and isinstance(call.callee, Attribute) else set()
    for value in (*call.args, *given.values()):
        named.update(_names(stack, value, 0))
    for variable in sorted(named & stack.values.keys()):
        if _last(stack.values[variable].callee) in _MAKERS:
            yield variable, trigger


def _names(stack: _Stack, expr: Expr, depth: int) -> Iterator[str]:
    """The variables that an argument names: itself, within an integration, or through one that a variable holds."""
    if depth > 3:
        return
    if isinstance(expr, (Name, Attribute)):
        name = expr.name
        yield name
        held = stack.values.get(name)
        if held is not None and "Integration" in _last(held.callee):
            yield from _names(stack, held, depth + 1)
    elif isinstance(expr, CallExpr):
        for value in (*expr.args, *_options(expr).values()):
            yield from _names(stack, value, depth + 1)
    elif isinstance(expr, Table):
        for _, value in expr.pairs:
            yield from _names(stack, value, depth + 1)


def _address(stack: _Stack, base: Expr | None, depth: int) -> str:
    """``/desk/chat`` of ``api.root.addResource("desk").addResource("chat")``, also through variables."""
    if depth > _DEEP:
        return ""
    if isinstance(base, CallExpr):
        if _last(base.callee) not in _RESOURCES or not base.args or not isinstance(base.callee, Attribute):
            return ""
        return f"{_address(stack, base.callee.base, depth + 1)}/{_text(base.args[0]).strip('/')}"
    if isinstance(base, (Name, Attribute)) and base.name in stack.values:
        return _address(stack, stack.values[base.name], depth + 1)
    return ""


def _handler(call: CallExpr) -> Handler | None:
    """Which function runs: ``handler: "index.handler"`` of the folder or file that the code comes from."""
    given = _options(call)
    spelled = _text(given.get("handler")) or _HANDLERS.get(_last(call.callee), "")
    entry = _path(given.get("entry"))
    module, _, function = spelled.rpartition(".")
    function = function or spelled
    if entry.endswith((".ts", ".js", ".mjs", ".py")):
        return Handler(stem=entry.rpartition(".")[0], function=function, exact=False)
    folder = entry or _path(given.get("code"))
    if entry:
        module = _text(given.get("index")).rpartition(".")[0] or "index"
    if not folder or not module:
        return None
    plain = f"{folder}/{module}"
    return Handler(
        stem=plain, others=frozenset((f"{folder}/{module.replace('.', '/')}",)), function=function, exact=False
    )


def _path(expr: Expr | None) -> str:
    """``lambda/chat`` of ``Code.fromAsset(path.join(__dirname, "../lambda/chat"))``: its end, not where it begins."""
    if isinstance(expr, CallExpr):
        parts = [text for value in expr.args if (text := _path(value))]
        if _last(expr.callee) in _CODE:
            return parts[0] if parts else ""
        return "/".join(parts)
    return "/".join(part for part in _text(expr).split("/") if part not in ("", ".", ".."))


def _options(call: CallExpr) -> Mapping[str, Expr]:
    """Keyword arguments of Python, members of the last argument of TypeScript."""
    found = dict(call.keywords)
    last = call.args[-1] if call.args else None
    if isinstance(last, Table):
        found |= {
            key.value: value for key, value in last.pairs if isinstance(key, Constant) and isinstance(key.value, str)
        }
    return found


def _text(expr: Expr | None) -> str:
    if isinstance(expr, Sequence) and expr.items:
        expr = expr.items[0]
    return expr.value if isinstance(expr, Constant) and isinstance(expr.value, str) else ""


def _last(expr: Expr) -> str:
    return expr.name if isinstance(expr, (Name, Attribute)) else ""
