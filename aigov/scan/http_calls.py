"""Calls of provider hosts without an SDK."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from aigov.catalogue.entry import Entry
from aigov.catalogue.settings_keys import settings_keys, words_of
from aigov.scan import arguments, handles
from aigov.scan.argument_exprs import argument_exprs
from aigov.scan.choices import replace_names
from aigov.scan.context import Context
from aigov.scan.endpoints import (
    Url,
    entry_of_host,
    entry_of_path,
    is_host,
    is_model_server,
    read_open_url,
    read_url,
    server_at,
    speaks_openai,
)
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Name
from aigov.scan.flow import add_flow
from aigov.scan.http_forms import BASE_SETTERS, CLIENT_BASE, HttpForm, form_of, has_forms, own_bases, own_form, sent
from aigov.scan.http_models import model_in_path, model_in_query
from aigov.scan.notes import add_endpoint, note_call, note_missing, symbol_of
from aigov.scan.values import ListValue, Made, NotKnown, ObjectValue, Place, Symbol, Text, Value, Values, spelled

HTTP_MODULES = frozenset(
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
        "reqwest",
        "ureq",
        "surf",
        "isahc",
    ]
)
HTTP_PATHS = (
    "net/http",
    "github.com/go-resty/resty",
    "resty.dev/v3",
    "github.com/imroc/req",
    "github.com/valyala/fasthttp",
    "github.com/hashicorp/go-retryablehttp",
    "github.com/parnurzeal/gorequest",
    "github.com/levigross/grequests",
    "github.com/dghubble/sling",
    "github.com/carlmjohnson/requests",
    "java.net.http",
    "okhttp3",
    "retrofit2",
    "org.springframework.web.client",
    "org.springframework.web.reactive.function.client",
    "org.apache.http",
    "org.apache.hc",
    "io.ktor.client",
    "kong.unirest",
    "sttp.client3",
    "sttp.client4",
    "play.api.libs.ws",
)
"""Packages of Go and the JVM that are HTTP clients, with all below them."""
HTTP_VERBS = frozenset(
    """get post put patch request stream fetch send send_request urlopen Request Get Post Put NewRequest
    NewRequestWithContext SetBaseURL URL BaseURL newBuilder Builder postForObject postForEntity exchange retrieve
    HttpPost preparePost prepareRequest PostAsync PostAsJsonAsync PutAsync SendAsync GetAsync GetStringAsync
    GetStreamAsync GetFromJsonAsync ExecuteAsync ExecutePostAsync""".split()  # noqa: SIM905 - a word list reads better
)
"""Last names of the calls that may take a URL."""
BUILTIN_HTTP = frozenset(
    (
        "fetch",
        "window.fetch",
        "globalThis.fetch",
        "$fetch",
        "HttpClient",
        "IHttpClientFactory",
        "RestClient",
        "IRestClient",
    )
)
_URL_ARGS = (
    *("#0", "#1", "#2", "url", "uri", "baseURL", "base_url", "#0.url", "#0.baseURL", "<uri"),
    *("requestUri", "#0.RequestUri", "#0.#1", "#0.#0"),
)
_BODY_ARGS = ("json", "data", "content", "body", "POST", "post", "<bodyValue", "<body", "#1.setBody", "#0.setBody")
_BODY_AT = {"NewRequest": "#2", "NewRequestWithContext": "#3", "Post": "#2"}
"""Calls of ``net/http`` -> the position of the body."""
_BODIES = {
    "postForObject": "#1",
    "postForEntity": "#1",
    "exchange": "#2",
    "PostAsync": "#1",
    "PostAsJsonAsync": "#1",
    "PutAsync": "#1",
    "SendAsync": "#0",
}
"""Methods of Spring's and .NET's clients -> the position of the body."""
_MODEL_IN_TEXT = re.compile(r'\\?"model\\?"\s*:\s*\\?"([\w.:/@-]{2,100})\\?"')
"""The model in a body that is written as text."""
_BODY_AT_1 = frozenset(("axios", "superagent", "needle", "request"))
_HOLE = re.compile(r"\{[^{}]*\}/?")
_DEEPEST = 3
_SERIALISERS = frozenset(("json.dumps", "JSON.stringify", "orjson.dumps", "ujson.dumps"))


def is_http(value: Symbol | Made) -> bool:
    """Whether a call goes through an HTTP client."""
    symbol = value.symbol if isinstance(value, Made) else value
    if symbol.builtin:
        return symbol.qualified in BUILTIN_HTTP
    return is_http_module(symbol.module)


@lru_cache(maxsize=1 << 14)
def is_http_module(module: str) -> bool:
    """Whether a module is an HTTP client."""
    if re.split(r"\.|::", module, maxsplit=1)[0].removeprefix("node:") in HTTP_MODULES:
        return True
    return any(module == path or module.startswith((f"{path}/", f"{path}.")) for path in HTTP_PATHS)


def http_form(facts: FileFacts, site: CallSite, value: Symbol | Made) -> HttpForm | None:
    """Where a call has its address and its body; None where it is none of an HTTP client."""
    if has_forms(facts.row.family):
        return form_of(facts.row.family, value, site.tail)
    return HttpForm(url=_URL_ARGS, body=_body_args(value, site)) if is_http(value) else None


def detect_http(
    context: Context,
    facts: FileFacts,
    site: CallSite,
    expr: CallExpr,
    place: Place,
    value: Symbol | Made | None,
    form: HttpForm,
) -> bool:
    """A call of an HTTP client, if its URL is a vendor's; whether it is.

    :param value: what is called; None where only the request tells that it is sent.
    """
    expr = handles.with_options(facts, expr, place)
    bases = tuple(_bases(context, expr, place, value, form))
    told = spelled_out = False
    for name in form.url:
        for text in arguments.argument(context.resolver, expr, name, place):
            if not isinstance(text, Text) or not text.value:
                continue
            told, spelled_out = True, spelled_out or "/" in text.value
            if any(_noted(context, facts, site, expr, place, full, form) for full in _with_base(text, bases)):
                return True
    # A client that is made for one address is called without any.
    alone = bases if has_forms(facts.row.family) and form.body and not told else ()
    if any(_noted(context, facts, site, expr, place, base, form) for base in alone):
        return True
    return not spelled_out and _by_header(context, facts, site, expr, place, form)


def _by_header(
    context: Context, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place, form: HttpForm
) -> bool:
    """Whether a request to an address that is not known has a header of one vendor's protocol, so that it was noted."""
    around = {scope.index for scope in facts.chain(facts.scope_at(site.offset)) if scope.kind == "function"}
    found = [
        entry
        for offset, entry in context.headers.get(facts.path, ())
        if any(scope.index in around for scope in facts.chain(facts.scope_at(offset)) if scope.kind == "function")
    ]
    if not found or not form.body or facts is not place.facts:
        return False
    symbol = symbol_of(site)
    note_call(context, facts, site, symbol, {found[0].id})
    note_missing(context, facts, site, "endpoint", found[0], NotKnown("the address is not known"), symbol)
    _note_body(context, facts, site, expr, place, found[0], form)
    return True


def _noted(
    context: Context, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place, text: Text, form: HttpForm
) -> bool:
    """Whether an address is a vendor's, so that the call was noted."""
    url = read_url(text.value) or read_open_url(text.value)
    provider = _http_provider(context, url) if url else None
    if url is None or provider is None:
        return False
    _note_http(context, facts, site, expr, place, text, url, provider, form)
    return True


def detect_sent(context: Context, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place) -> bool:
    """A call that sends a request or is a client's own, whatever it is called on, if the URL is a vendor's."""
    own = own_form(facts, site)
    if own is not None:
        return detect_http(context, facts, site, expr, place, None, own)
    forms = sent(facts.row.family, site.tail)
    requests = (*expr.args[:1], *(held for _, held in expr.keywords[:1])) if forms else ()
    for value in (value for request in requests for value in context.resolver.resolve(request, place)):
        form = forms.get(value.symbol.qualified) if isinstance(value, Made) else None
        if form is not None:
            clients = (made for made in context.resolver.resolve(expr.callee, place) if isinstance(made, Made))
            return detect_http(context, facts, site, expr, place, next(clients, None), form)
    return False


def _bases(
    context: Context, expr: CallExpr, place: Place, value: Symbol | Made | None, form: HttpForm
) -> Iterator[Text]:
    """What a relative address may be relative to."""
    found: list[Value] = []
    if isinstance(value, Made):
        for call, at in ((value.call, value.place), *value.since):
            if call is None:
                continue
            setter = isinstance(call.callee, Attribute) and call.callee.name in BASE_SETTERS
            for name in ("#0",) if setter else CLIENT_BASE if call is value.call else ():
                found += arguments.argument(context.resolver, call, name, at)
        found += arguments.member(context.resolver, replace_names(value, ()), "BaseAddress")
        if place.facts.row.family == "dart":  # dio.options.baseUrl = '…'
            found += _assigned(context, place, expr, ("options", "baseUrl"))
    for call in own_bases(place.facts) if value is None else ():
        found += (held for given in call.args for held in context.resolver.resolve(given, place))
    for name in form.base:
        found += _texts_within(context, arguments.argument(context.resolver, expr, name, place), 0)
    for text in found:
        if isinstance(text, Text) and "://" in text.value:
            yield text
        elif isinstance(text, Text) and is_host(text.value):
            yield replace(text, value=f"https://{text.value}")
        elif isinstance(text, Text) and _HOLE.fullmatch(text.value):
            yield text
        elif isinstance(text, NotKnown):
            hole = text.variable or "base"
            yield Text(f"{{{hole}}}", place.facts.path, expr.line, text.variable, complete=False)


def _assigned(context: Context, place: Place, expr: CallExpr, path: tuple[str, ...]) -> Iterator[Value]:
    """What a file assigns to a member of the object that a call is made on."""
    base = expr.callee.base if isinstance(expr.callee, Attribute) else None
    for index, held in place.facts.bindings.items() if isinstance(base, Name) else ():
        for binding in held.get(base.name, ()) if isinstance(base, Name) else ():
            if binding.path[1:] == path and binding.kind == "assign":
                yield from context.resolver.bound(binding, Place(place.facts, index))


def _texts_within(context: Context, values: Values, depth: int) -> Iterator[Value]:
    """Texts in a list, in lists within it, too: ``[{Tesla.Middleware.BaseUrl, "https://…"}, …]``."""
    for value in values:
        if isinstance(value, ListValue) and depth < _DEEPEST:
            yield from _texts_within(context, context.resolver.items(value), depth + 1)
        else:
            yield value


def _with_base(text: Text, bases: tuple[Text, ...]) -> tuple[Text, ...]:
    if "://" in text.value or " " in text.value or not bases:
        return (text,)
    return tuple(replace(base, value=f"{base.value.rstrip('/')}/{text.value.lstrip('/')}") for base in bases)


def _http_provider(context: Context, url: Url) -> Entry | None:
    known = entry_of_host(context.catalogue, url.host) if not url.host.startswith("{") or "." in url.host else None
    known = known or entry_of_path(context.catalogue, url.text)
    if known is not None:
        return known
    if not is_model_server(url):
        return None
    named = _named_by_hole(context, url.host.strip("{}")) if url.host.startswith("{") else None
    if named is not None:
        return named
    server = server_at(context.catalogue, url)
    return server or (context.catalogue.get("openai-compatible") if speaks_openai(url) else None)


def _named_by_hole(context: Context, name: str) -> Entry | None:
    """The server that an address is called after: ``{OLLAMA_URL}``, ``{settings.ollamaUrl}``."""
    keys = settings_keys(context.catalogue)
    for entry in (context.catalogue.env(name), *map(keys.named, words_of(name))):
        if entry is not None and entry.kind in ("provider", "model-host"):
            return entry
    return None


def _note_http(
    context: Context,
    facts: FileFacts,
    site: CallSite,
    expr: CallExpr,
    place: Place,
    text: Text,
    url: Url,
    provider: Entry,
    form: HttpForm,
) -> None:
    symbol = symbol_of(site)
    note_call(context, facts, site, symbol, {provider.id})
    if text.file == facts.path:
        context.add_use(provider, facts, text.line, "http", symbol)
    elif not any(step.file == facts.path and step.what.startswith("parameter ") for step in text.steps):
        # A helper that is given any address is used by whoever names one.
        context.add_use(provider, facts, site.line, "http", symbol)
    add_endpoint(context, facts, text, url, provider, "http")
    if named := model_in_path(provider, url.path) or model_in_query(text.value):
        context.add_model(text, named, provider, "http", symbol, called=True)
    _note_body(context, facts, site, expr, place, provider, form)


def _note_body(
    context: Context, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place, provider: Entry, form: HttpForm
) -> None:
    """The models that the body of a request names, and the data in it."""
    body, symbol = form.body, symbol_of(site)
    models = [
        model
        for model in _body_values(context, expr, place, body, "model")
        or _body_values(context, expr, place, body, "Model")
        if isinstance(model, Text) and model.complete
    ]
    models = models or _models_in_text(context, expr, place, body)
    for model in models:
        context.add_model(model, model.value, provider, "http", symbol, called=True)
    passed = next((name for name in body if argument_exprs(context, expr, name, place)), None)
    if passed is not None:
        first = models[0].value if models else None
        add_flow(context, facts, site, expr, place, (passed,), provider, symbol, first, body=True)


def _models_in_text(context: Context, expr: CallExpr, place: Place, names: tuple[str, ...]) -> list[Text]:
    """The models that a body names which is JSON in a string."""
    return [
        replace(text, value=found[1], complete=True)
        for name in names
        for text in arguments.argument(context.resolver, expr, name, place)
        if isinstance(text, Text) and (found := _MODEL_IN_TEXT.search(text.value))
    ]


def _body_args(value: Symbol | Made, site: CallSite) -> tuple[str, ...]:
    """Arguments that may hold the body, the likeliest first."""
    symbol = value.symbol if isinstance(value, Made) else value
    if site.tail in _BODIES:
        return (_BODIES[site.tail],)
    if site.tail in _BODY_AT and symbol.module == "net/http":
        return (_BODY_AT[site.tail],)
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
            if not found and isinstance(value, ObjectValue):
                # What a field of its class is by default.
                default = context.resolver.attribute(value, key, place)
                found = tuple(held for held in default if isinstance(held, Text))
            if found:
                return found
    return ()
