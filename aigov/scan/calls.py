"""Calls of SDKs and of provider hosts: which model, which endpoint, which data."""

from __future__ import annotations

import re
from dataclasses import replace

from aigov.catalogue.entry import Constructor, Entry
from aigov.model import Call, Endpoint, How, Unresolved
from aigov.scan import arguments
from aigov.scan.choices import only_texts, with_step
from aigov.scan.clients import Client
from aigov.scan.context import Context, call_step
from aigov.scan.endpoints import Url, entry_of_host, exposure_of, is_model_server, read_url, region_of, speaks_openai
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.expressions import node_text
from aigov.scan.facts.types import CallExpr, Name
from aigov.scan.flow import add_flow, argument_exprs
from aigov.scan.values import Made, NotKnown, Place, Symbol, Text, Values, spelled

_HTTP_VERBS = frozenset(
    ["get", "post", "put", "patch", "request", "stream", "fetch", "send", "send_request", "urlopen", "Request"]
)
_HTTP_MODULES = frozenset(
    [
        "requests",
        "httpx",
        "aiohttp",
        "urllib",
        "urllib3",
        "axios",
        "got",
        "ky",
        "undici",
        "node-fetch",
        "superagent",
        "needle",
        "cross-fetch",
        "isomorphic-fetch",
        "request",
        "ofetch",
        "http",
        "https",
    ]
)
_BUILTIN_HTTP = frozenset(("fetch", "window.fetch", "globalThis.fetch", "$fetch"))
_URL_ARGS = ("#0", "#1", "url", "baseURL", "base_url", "#0.url", "#0.baseURL")
_BODY_ARGS = ("json", "data", "content", "body")
_BODY_AT_1 = frozenset(("axios", "superagent", "needle", "request"))
_SERIALISERS = frozenset(("json.dumps", "JSON.stringify", "orjson.dumps", "ujson.dumps"))
_PLACEHOLDERS = frozenset(
    [
        "custom",
        "default",
        "auto",
        "none",
        "null",
        "unknown",
        "model",
        "todo",
        "your-model",
        "your_model",
        "xxx",
        "...",
        "test",
    ]
)
_MODEL_CLASS = re.compile(r"Chat|LLM|Embed|Agent|Chain|Model|Runnable|Graph|Generator|Crew|Engine")
_NO_MODEL_CLASS = re.compile(
    r"Prompt|Pars|Split|Tool|Load|Message|Retriev|Document|Schema|Callback|Memory|History|Output"
)
_BASE_CALLS = re.compile(r"\(\)")


def detect_calls(context: Context, facts: FileFacts) -> None:
    """Every call of one file that reaches a vendor."""
    clients = context.clients(facts.row.family)
    bound = _bound_names(facts)
    for site in facts.calls:
        if site.tail in clients.tails or site.tail in _HTTP_VERBS or site.tail in bound:
            _detect_call(context, facts, site)


def _bound_names(facts: FileFacts) -> frozenset[str]:
    """Names that a plain call may use for something imported or assigned."""
    names = {imported.alias for imported in facts.imports if imported.alias}
    for held in facts.bindings.values():
        names.update(name for name in held if name not in facts.row.receivers)
    return frozenset(names - _PLAIN_NAMES)


_PLAIN_NAMES = frozenset(("super", "t", "print", "require", "import", "describe", "it", "expect", "test"))


def _detect_call(context: Context, facts: FileFacts, site: CallSite) -> None:
    expr = facts.call(site)
    if expr is None:
        return
    place = Place(facts, facts.scope_at(site.offset))
    clients = context.clients(facts.row.family)
    seen: set[tuple[str, str]] = set()
    values = context.resolver.resolve(expr.callee, place)
    for value in values:
        if not isinstance(value, (Symbol, Made)):
            continue
        key = (spelled(value) or "", str(id(value.call)) if isinstance(value, Made) else "")
        if key in seen:
            continue
        seen.add(key)
        if _is_http(value):
            _http_call(context, facts, site, expr, place, value)
        elif isinstance(value, Symbol):
            found = clients.constructor(value, expr, place)
            if found is not None:
                _constructor_call(context, facts, site, expr, place, *found)
        else:
            client = clients.client(value)
            if client is not None and (_may_run_model(client, value) or len(values) > 1):
                _method_call(context, facts, site, expr, place, client, value)


def _may_run_model(client: Client, made: Made) -> bool:
    """Whether an object of a framework can be a model: prompts, tools and loaders have the same methods.

    Only asked where the catalogue does not list the constructor; several possibilities (a pipe) count as a model.
    """
    if client.constructor is not None or client.entry.kind in ("provider", "model-host", "vector-db"):
        return True
    name = made.symbol.names[-1] if made.symbol.names else made.symbol.module
    return bool(_MODEL_CLASS.search(name)) and not _NO_MODEL_CLASS.search(name)


# --- constructors ---------------------------------------------------------------------------------------------------


def _constructor_call(
    context: Context,
    facts: FileFacts,
    site: CallSite,
    expr: CallExpr,
    place: Place,
    entry: Entry,
    constructor: Constructor,
) -> None:
    client = context.clients(facts.row.family).read_call(entry, constructor, expr, place)
    symbol = _symbol(site)
    models = _models(context, expr, place, constructor.model_args)
    routed = [_route(context, text, client, constructor) for text in models if isinstance(text, Text)]
    providers = {provider.id: provider for provider, _, _ in routed} or {p.id: p for p in client.providers}
    _note_call(context, facts, site, symbol, {entry.id, *providers})
    for provider in providers.values():
        # The file that makes a model is the one that uses its provider; here it is only handed on.
        if not client.inner and (provider.kind != "framework" or provider is entry):
            context.add_use(
                provider, facts, site.line, "http" if client.addresses and provider is not entry else "sdk-call", symbol
            )
    _note_addresses(context, facts, site, expr, place, client, constructor, symbol)
    for text in models:
        if isinstance(text, NotKnown) and not client.inner:
            _note_missing(context, facts, site, "model", client.providers[0], text, symbol)
    for provider, model, text in routed:
        context.add_model(text, model, provider, "sdk-call", symbol, called=True)
    if not models and constructor.model_args and (hidden := arguments.spread_unknown(context.resolver, expr, place)):
        _note_missing(context, facts, site, "model", client.providers[0], hidden, symbol)
    if constructor.data_args:
        for provider in providers.values():
            first = next((model for owner, model, _ in routed if owner is provider), None)
            first = first or _inner_model(context, client, provider)
            quiet = constructor.returns == "client"
            add_flow(context, facts, site, expr, place, constructor.data_args, provider, symbol, first, quiet=quiet)


def _models(context: Context, expr: CallExpr, place: Place, names: tuple[str, ...]) -> list[Text | NotKnown]:
    found: list[Text | NotKnown] = []
    step = call_step(place.facts, expr.line, f"passed to {_callee_text(expr)}")
    for name in names:
        values = arguments.argument(context.resolver, expr, name, place)
        values = tuple(value for value in values if isinstance(value, (Text, NotKnown)))
        texts = only_texts(with_step(values, step))
        if name.startswith("#"):
            # A position may hold something else (an options object, a client): only text names a model there.
            texts = tuple(text for text in texts if isinstance(text, Text) or len(texts) == 1)
        found += [text for text in texts if not isinstance(text, Text) or text.value]
        if found:
            break
    known = [
        text for text in found if isinstance(text, Text) and text.complete and text.value.lower() not in _PLACEHOLDERS
    ]
    partial = [
        NotKnown(f"only known as {text.value}", text.variable)
        for text in found
        if isinstance(text, Text) and not text.complete
    ]
    missing = [text for text in found if isinstance(text, NotKnown)]
    return known or [*partial, *missing][:1]  # type: ignore[return-value]


def _route(context: Context, text: Text, client: Client, constructor: Constructor) -> tuple[Entry, str, Text]:
    """The provider that a model string means, and the id without a routing prefix."""
    model = text.value
    if not constructor.routed:
        return client.providers[0], model, text
    if client.addresses:
        return client.providers[0], model.removeprefix("openai/"), text
    entry, rest = context.catalogue.route(model)
    if entry is not None:
        return entry, rest, text
    owner = context.catalogue.model_owner(model)
    short = context.catalogue.exact_model_owner(model)
    provider = owner[0] if owner else short
    if provider is not None and constructor.routed:
        return provider, model, text
    return client.providers[0], model, text


def _note_addresses(
    context: Context,
    facts: FileFacts,
    site: CallSite,
    expr: CallExpr,
    place: Place,
    client: Client,
    constructor: Constructor,
    symbol: str,
) -> None:
    region = _first_text(context, expr, place, constructor.region_args)
    deployment = _first_text(context, expr, place, constructor.deployment_args)
    step = call_step(facts, site.line, f"passed to {symbol}")
    for address in client.addresses:
        text = address.text
        add_endpoint(
            context,
            facts,
            replace(text, steps=(step, *text.steps)),
            address.url,
            address.provider,
            "sdk-call",
            deployment,
            region,
        )
        if address.provider is not client.entry and text.file == facts.path:
            context.add_use(address.provider, facts, text.line, "http", symbol)
    for hidden in client.hidden:
        _note_missing(context, facts, site, "endpoint", client.provider, hidden, symbol)
    if not client.addresses and (region or deployment or any(value.variable for value in client.hidden)):
        _note_bare_endpoint(context, facts, site, client, region, deployment)
    if deployment is not None and deployment.complete:
        _deployment_model(context, client, deployment, symbol)


def _note_bare_endpoint(
    context: Context, facts: FileFacts, site: CallSite, client: Client, region: Text | None, deployment: Text | None
) -> None:
    """An endpoint whose URL the call does not spell: from the region, or from a variable."""
    provider = client.provider
    hidden = next((value for value in client.hidden if value.variable), None)
    url = f"{{{hidden.variable}}}" if hidden else provider.default_endpoint
    if region is not None and not hidden:
        pattern = next((host for host in provider.hosts if "<region>" in host), None)
        url = f"https://{pattern.replace('<region>', region.value)}" if pattern else url
    if url is None:
        return
    parsed = read_url(url)
    context.rows.endpoint(
        Endpoint(
            file=facts.path,
            line=site.line,
            url=url,
            provider=provider.id,
            scope=context.scope(facts.path),
            exposure=exposure_of(parsed.host) if parsed else "unknown",
            region=region.value if region and region.complete else None,
            deployment=deployment.value if deployment and deployment.complete else None,
            variable=(hidden.variable if hidden else None) or (region.variable if region else None),
        )
    )


def _deployment_model(context: Context, client: Client, deployment: Text, symbol: str) -> None:
    """A deployment that bears its model's name."""
    if any(re.fullmatch(pattern.regex, deployment.value) for pattern in client.provider.models):
        context.add_model(deployment, deployment.value, client.provider, "sdk-call", symbol, called=True)


def add_endpoint(
    context: Context,
    facts: FileFacts,
    text: Text,
    url: Url | None,
    provider: Entry,
    how: How,
    deployment: Text | None = None,
    region: Text | None = None,
) -> None:
    """One endpoint at the line that spells it."""
    host = url.host if url else ""
    named = deployment.value if deployment and deployment.complete else None
    if named is None and url is not None and (match := re.search(r"/deployments/([^/{}]+)", url.path)):
        named = match[1]
    context.rows.endpoint(
        Endpoint(
            file=text.file,
            line=text.line,
            url=url.text if url else text.value,
            provider=provider.id,
            scope=context.scope(text.file),
            exposure=exposure_of(host) if host else "unknown",
            how=how,
            region=region.value if region and region.complete else region_of(host),
            deployment=named,
            variable=text.variable,
            steps=text.steps,
        )
    )


# --- methods --------------------------------------------------------------------------------------------------------


def _method_call(
    context: Context, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place, client: Client, made: Made
) -> None:
    path = _BASE_CALLS.sub("", made.path)
    method = context.catalogue.method(facts.row.family, client.interface, path)
    if method is None and client.interface != client.entry.id:
        method = context.catalogue.method(facts.row.family, client.entry.id, path)
    if method is None:
        return
    symbol = _symbol(site)
    made_models = _constructed_models(context, client, made)
    models = _models(context, expr, place, method.model_args)
    providers = client.providers
    if client.constructor is not None and client.constructor.routed:
        routed = [
            _route(context, text, client, client.constructor)
            for text in (*models, *made_models)
            if isinstance(text, Text)
        ]
        providers = tuple({provider.id: provider for provider, _, _ in routed}.values()) or providers
    _note_call(context, facts, site, symbol, {client.entry.id, *(provider.id for provider in providers)})
    for text in models:
        if isinstance(text, NotKnown):
            _note_missing(context, facts, site, "model", providers[0], text, symbol)
        elif client.constructor is not None and client.constructor.routed:
            provider, model, _ = _route(context, text, client, client.constructor)
            context.add_model(text, model, provider, "sdk-call", symbol, called=True)
        else:
            for provider in providers:
                context.add_model(text, text.value, provider, "sdk-call", symbol, called=True)
    if method.model_args and not models and (hidden := arguments.spread_unknown(context.resolver, expr, place)):
        _note_missing(context, facts, site, "model", providers[0], hidden, symbol)
    if method.data_args:
        first = (
            next(
                (_route(context, text, client, client.constructor)[1] if client.constructor else text.value)
                for text in (*models, *made_models)
                if isinstance(text, Text)
            )
            if any(isinstance(text, Text) for text in (*models, *made_models))
            else None
        )
        for provider in providers:
            named = first or _inner_model(context, client, provider)
            add_flow(context, facts, site, expr, place, method.data_args, provider, symbol, named)


def _inner_model(context: Context, client: Client, provider: Entry) -> str | None:
    """Id of a model that was passed as an object."""
    for inner, made in client.inner:
        if provider in inner.providers:
            for text in _constructed_models(context, inner, made):
                if isinstance(text, Text):
                    return text.value
    return None


def _constructed_models(context: Context, client: Client, made: Made) -> list[Text | NotKnown]:
    if client.constructor is None or made.call is None:
        return []
    return _models(context, made.call, made.place, client.constructor.model_args)


# --- HTTP -----------------------------------------------------------------------------------------------------------


def _is_http(value: Symbol | Made) -> bool:
    symbol = value.symbol if isinstance(value, Made) else value
    if symbol.builtin:
        return symbol.qualified in _BUILTIN_HTTP
    return symbol.module.partition(".")[0].removeprefix("node:") in _HTTP_MODULES


def _http_call(
    context: Context, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place, value: Symbol | Made
) -> None:
    bases: tuple[Text, ...] = ()
    if isinstance(value, Made) and value.call is not None:
        found = [
            arguments.argument(context.resolver, value.call, name, value.place) for name in ("base_url", "baseURL")
        ]
        bases = tuple(text for values in found for text in values if isinstance(text, Text))
    for name in _URL_ARGS:
        for text in arguments.argument(context.resolver, expr, name, place):
            if not isinstance(text, Text) or not text.value:
                continue
            for full in _with_base(text, bases):
                url = read_url(full.value)
                provider = _http_provider(context, url) if url else None
                if url is not None and provider is not None:
                    _note_http(context, facts, site, expr, place, full, url, provider, value)
                    return


def _with_base(text: Text, bases: tuple[Text, ...]) -> tuple[Text, ...]:
    if not text.value.startswith("/") or not bases:
        return (text,)
    return tuple(replace(base, value=base.value.rstrip("/") + text.value) for base in bases)


def _http_provider(context: Context, url: Url) -> Entry | None:
    known = entry_of_host(context.catalogue, url.host) if not url.host.startswith("{") or "." in url.host else None
    if known is not None:
        return known
    if not is_model_server(url):
        return None
    server = context.catalogue.port(url.port) if url.port is not None and exposure_of(url.host) != "public" else None
    return server or (context.catalogue.get("openai-compatible") if speaks_openai(url) else None)


def _note_http(
    context: Context,
    facts: FileFacts,
    site: CallSite,
    expr: CallExpr,
    place: Place,
    text: Text,
    url: Url,
    provider: Entry,
    value: Symbol | Made,
) -> None:
    symbol = _symbol(site)
    _note_call(context, facts, site, symbol, {provider.id})
    line = text.line if text.file == facts.path else site.line
    context.add_use(provider, facts, line, "http", symbol)
    add_endpoint(context, facts, text, url, provider, "http")
    body = _body_args(value, site)
    models = [
        model
        for model in _body_values(context, expr, place, body, "model")
        if isinstance(model, Text) and model.complete
    ]
    for model in models:
        context.add_model(model, model.value, provider, "http", symbol, called=True)
    if match := re.search(r"/(?:models|deployments|model)/([\w.:-]+?)(?::\w+|/|$)", url.path):
        context.add_model(text, match[1], provider, "http", symbol, called=True)
    passed = next((name for name in body if argument_exprs(context, expr, name, place)), None)
    if passed is not None:
        add_flow(context, facts, site, expr, place, (passed,), provider, symbol, models[0].value if models else None)


def _body_args(value: Symbol | Made, site: CallSite) -> tuple[str, ...]:
    """Arguments that may hold the body, the likeliest first."""
    symbol = value.symbol if isinstance(value, Made) else value
    if site.tail in ("post", "put", "patch") and (symbol.module in _BODY_AT_1 or not symbol.builtin):
        return ("#1",) if symbol.module in _BODY_AT_1 else (*_BODY_ARGS, "#1")
    return _BODY_ARGS


def _body_values(context: Context, expr: CallExpr, place: Place, names: tuple[str, ...], key: str) -> Values:
    for name in names:
        for value in arguments.argument(context.resolver, expr, name, place):
            if isinstance(value, Made) and spelled(value.symbol) in _SERIALISERS and value.call is not None:
                found = arguments.argument(context.resolver, value.call, f"#0.{key}", value.place)
            else:
                found = arguments.argument(context.resolver, expr, f"{name}.{key}", place)
            if found:
                return found
    return ()


# --- shared ---------------------------------------------------------------------------------------------------------


def _note_call(context: Context, facts: FileFacts, site: CallSite, symbol: str, names: set[str]) -> None:
    for name in sorted(names):
        context.rows.call(
            Call(
                file=facts.path,
                line=site.line,
                name=name,
                symbol=symbol,
                scope=context.scope(facts.path),
                enclosing=facts.enclosing(site.offset),
            )
        )


def _note_missing(
    context: Context, facts: FileFacts, site: CallSite, what: str, provider: Entry, value: NotKnown, symbol: str
) -> None:
    context.rows.unresolved(
        Unresolved(
            file=facts.path,
            line=site.line,
            what="model" if what == "model" else "endpoint",
            name=provider.id,
            reason=value.reason,
            scope=context.scope(facts.path),
            symbol=symbol,
            variable=value.variable,
        )
    )


def _first_text(context: Context, expr: CallExpr, place: Place, names: tuple[str, ...]) -> Text | None:
    for name in names:
        for value in arguments.argument(context.resolver, expr, name, place):
            if isinstance(value, Text) and value.value:
                return value
    return None


def _symbol(site: CallSite) -> str:
    """The callee as the source spells it, on one line."""
    callee = site.node.child_by_field_name("function") or site.node.child_by_field_name("constructor")
    text = re.sub(r"\s+", "", node_text(callee)) if callee is not None else site.tail
    return text if len(text) <= 80 else f"…{text[-79:]}"


def _callee_text(expr: CallExpr) -> str:
    callee = expr.callee
    return callee.name if isinstance(callee, Name) else getattr(callee, "name", "the call")
