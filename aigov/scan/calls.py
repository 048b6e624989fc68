"""Calls of SDKs and of provider hosts: which model, which endpoint, which data."""

from __future__ import annotations

import re
from dataclasses import replace

from aigov.addresses import exposure_of
from aigov.catalogue.entry import Constructor, Entry, Method
from aigov.model import Endpoint
from aigov.scan import arguments
from aigov.scan.ai_services import SERVICE, method_of, served
from aigov.scan.chosen import Models, fitting, models_of, route
from aigov.scan.clients import Client
from aigov.scan.context import Context, call_step
from aigov.scan.endpoints import read_url
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Name
from aigov.scan.flow import add_flow
from aigov.scan.handed_on import handed_on, hands_on
from aigov.scan.http_calls import detect_http, detect_sent, http_form
from aigov.scan.interest import Interest
from aigov.scan.leading import Leading
from aigov.scan.look_ups import undecided
from aigov.scan.notes import add_endpoint, first_text, note_call, note_key, note_missing, symbol_of
from aigov.scan.own_http import detect_own_http
from aigov.scan.stand_ins import standing_in
from aigov.scan.untyped import detect_untyped
from aigov.scan.values import FunctionValue, Made, Place, Symbol, Text, spelled

_MODEL_CLASS = re.compile(r"Chat|LLM|Embed|Agent|Chain|Model|Runnable|Graph|Generator|Crew|Engine")
_NO_MODEL_CLASS = re.compile(
    r"Prompt|Pars|Split|Tool|Load|Message|Retriev|Document|Schema|Callback|Memory|History|Output"
)
_POSITION = re.compile(r"#\d")
_BASE_CALLS = re.compile(r"\(\)")


def detect_calls(context: Context, facts: FileFacts, leading: Leading) -> None:
    """Every call of one file that reaches a vendor.

    :param leading: the names of the tree that lead to AI.
    """
    interest = Interest(context, facts, leading)
    for site in facts.calls:
        if interest.wants(site):
            _detect_call(context, facts, site)
    detect_own_http(context, facts)


def _detect_call(context: Context, facts: FileFacts, site: CallSite) -> None:
    expr = facts.call(site)
    if expr is None:
        return
    place = Place(facts, facts.scope_at(site.offset))
    if hands_on(site) and not _is_method(context, facts, expr, place):
        site, expr = handed_on(site, expr)
    clients = context.clients(facts.row.family)
    seen: set[tuple[str, str]] = set()
    made: list[tuple[Client, Made]] = []
    sent = False
    values = context.resolver.resolve(expr.callee, place)
    for value in map(context.resolver.maker, values):
        if isinstance(value, FunctionValue) and (found_service := served(clients, context.resolver, value)):
            made.append(found_service)
        if not isinstance(value, (Symbol, Made)):
            continue
        key = (spelled(value) or "", str(id(value.call)) if isinstance(value, Made) else "")
        if key in seen:
            continue
        seen.add(key)
        form = http_form(facts, site, value)
        if form is not None:
            sent = detect_http(context, facts, site, expr, place, value, form) or sent
        elif isinstance(value, Symbol):
            found = clients.constructor(value, expr, place)
            if found is not None:
                _constructor_call(context, facts, site, expr, place, *found)
        else:
            client = clients.client(value)
            if client is not None:
                if facts.row.opens and _method_of(context, facts, client, value) is not None:
                    # No import need name the class of what another file hands on.
                    context.add_use(client.entry, facts, site.line, "sdk-call", symbol_of(site))
                made += standing_in(context, facts, client, value)
    extension = None if context.resolver.is_own(site.tail, expr) else clients.extensions.get(site.tail)
    if extension is not None and not any(_method_of(context, facts, *pair) for pair in made):
        _constructor_call(context, facts, site, expr, place, *extension)
    models = [pair for pair in made if _may_run_model(*pair)]
    # Of a pipe of components (prompt | model | parser) that holds no model for sure, each may be one.
    models = models or (made if len(values) > 1 else [])
    for client, value in models:
        _method_call(context, facts, site, expr, place, client, value)
    if not made and not (sent or detect_sent(context, facts, site, expr, place)):
        detect_untyped(context, facts, site, expr, place, values)


def _is_method(context: Context, facts: FileFacts, expr: CallExpr, place: Place) -> bool:
    """Whether a client has the method that is called: ``agent.run_sync(prompt)`` hands no function on."""
    for value in map(context.resolver.maker, context.resolver.resolve(expr.callee, place)):
        client = context.clients(facts.row.family).client(value) if isinstance(value, Made) else None
        if client is not None and isinstance(value, Made) and _method_of(context, facts, client, value) is not None:
            return True
    return False


def _may_run_model(client: Client, made: Made) -> bool:
    """Whether an object of a framework can be a model: prompts, tools and loaders have the same methods.

    Only asked where the catalogue does not list the constructor.
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
    symbol = symbol_of(site)
    models = models_of(context.resolver, expr, place, constructor.model_args)
    if not constructor.routed:
        models = fitting(context.catalogue, models, client.providers[0])
    routed = [(*_routed(context, text, client), text) for text in models.known]
    providers = {provider.id: provider for provider, _, _ in routed} or {p.id: p for p in client.providers}
    note_call(context, facts, site, symbol, {entry.id, *providers}, local=client.local)
    for provider in providers.values():
        # The file that makes a model is the one that uses its provider; here it is only handed on.
        if client.configured:
            provider = entry  # the build file and the settings use the provider, not this file
        if not client.inner and (provider.kind != "framework" or provider is entry):
            context.add_use(
                provider, facts, site.line, "http" if client.addresses and provider is not entry else "sdk-call", symbol
            )
    if constructor.routed and not client.inner:
        # A gateway is used by who calls it, also where a module of the tree hands it on.
        context.add_use(entry, facts, site.line, "sdk-call", symbol)
    _note_addresses(context, facts, site, expr, place, client, constructor, symbol)
    note_key(context, expr, place, next(iter(providers.values())))
    missing = None if client.inner else models.missing
    if not models.known and missing is None:
        missing = client.unnamed
    if not models.known and missing is None and constructor.model_args:
        missing = arguments.spread_unknown(context.resolver, expr, place)
    if missing is not None:
        note_missing(context, facts, site, "model", client.providers[0], missing, symbol)
    for provider, model, text in routed:
        context.add_model(text, model, provider, "sdk-call", symbol, called=True)
    if constructor.data_args:
        for provider in providers.values():
            first = next((model for owner, model, _ in routed if owner is provider), None)
            first = first or _inner_model(context, client, provider)
            quiet = constructor.returns == "client"
            add_flow(context, facts, site, expr, place, constructor.data_args, provider, symbol, first, quiet=quiet)


def _routed(context: Context, text: Text, client: Client) -> tuple[Entry, str]:
    """Provider and id of one model of a client."""
    if client.constructor is None or not client.constructor.routed:
        return client.providers[0], text.value
    return route(context.catalogue, text.value, client.target, addressed=client.chosen or bool(client.addresses))


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
    region = first_text(context, expr, place, constructor.region_args)
    deployment = first_text(context, expr, place, constructor.deployment_args)
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
        note_missing(context, facts, site, "endpoint", client.provider, hidden, symbol)
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
    if any(re.fullmatch(pattern.regex, deployment.value) for pattern in client.target.models):
        context.add_model(deployment, deployment.value, client.target, "sdk-call", symbol, called=True)


# --- methods --------------------------------------------------------------------------------------------------------


def _method_call(
    context: Context, facts: FileFacts, site: CallSite, expr: CallExpr, place: Place, client: Client, made: Made
) -> None:
    method = _method_of(context, facts, client, made)
    if method is None:
        return
    symbol = symbol_of(site)
    clients_of = context.clients(facts.row.family)
    made_models = _constructed_models(context, client, made)
    is_routed = client.constructor is not None and client.constructor.routed
    providers = client.providers
    # What a deployment is to Azure's service is the model to the vendor's own.
    names = method.deployment_args if client.entry not in providers else ()
    models = models_of(context.resolver, expr, place, (*method.model_args, *names))
    if made_models.known and not models.known:
        # Of a client made for a model, a position need not hold one: `CreateResponse(question)` of older versions.
        elsewhere = [name for name in method.model_args if not _POSITION.fullmatch(name)]
        models = models_of(context.resolver, expr, place, (*elsewhere, *names))
    if method.deployment_args and not names:
        _method_deployment(context, facts, client, first_text(context, expr, place, method.deployment_args), symbol)
    if is_routed:
        routes = [_routed(context, text, client)[0] for text in (*models.known, *made_models.known)]
        providers = tuple({provider.id: provider for provider in routes}.values()) or providers
    concerned = {client.entry.id, *(provider.id for provider in providers)}
    note_call(context, facts, site, symbol, concerned, local=client.local)
    if is_routed:
        for text in models.known:
            provider, model = _routed(context, text, client)
            context.add_model(text, model, provider, "sdk-call", symbol, called=True)
    missing = models.missing
    for provider in () if is_routed else providers:
        served = fitting(context.catalogue, models, provider)
        missing = missing or served.missing
        for text in served.known:
            context.add_model(text, text.value, provider, "sdk-call", symbol, called=True)
    if not models.known and missing is None and method.model_args:
        missing = arguments.spread_unknown(context.resolver, expr, place) or undecided(
            context.resolver, lambda value: clients_of.client(value) is not None, expr, place, method.model_args
        )
    if missing is not None:
        note_missing(context, facts, site, "model", providers[0], missing, symbol)
    if client.anonymous is not None:
        note_missing(context, facts, site, "provider", client.entry, client.anonymous, symbol)
    for provider in providers if method.data_args else ():
        named = _first_model(context, client, provider, models, made_models) or _inner_model(context, client, provider)
        named = named or _chain_model(context, facts, client, made, provider)
        named = named or _settings_model(context, facts, provider)
        add_flow(context, facts, site, expr, place, method.data_args, provider, symbol, named)


def _method_of(context: Context, facts: FileFacts, client: Client, made: Made) -> Method | None:
    """The method of a client that is called; None where the catalogue knows none of that name."""
    path = _BASE_CALLS.sub("", made.path)
    method = context.catalogue.method(facts.row.family, client.interface, path)
    if method is None and client.interface != client.entry.id:
        method = context.catalogue.method(facts.row.family, client.entry.id, path)
    if method is None and client.constructor is not None and client.constructor.returns == SERVICE and "." not in path:
        return method_of(facts.row.family)
    if method is not None and facts.row.accessors and _is_answer(context, facts, client, made, method):
        return None
    return method


def _is_answer(context: Context, facts: FileFacts, client: Client, made: Made, method: Method) -> bool:
    """Whether a method is called on what another call gave back: ``chat.prompt().call().entity(x).stream()``."""
    names = [name.removesuffix("()") for name in made.names]
    before = names[: len(names) - 1 - method.path.count(".")]
    family, id = facts.row.family, client.interface
    earlier = (context.catalogue.method(family, id, ".".join(before[:end])) for end in range(1, len(before) + 1))
    return any(found is not None and found.data_args for found in earlier)


def _method_deployment(
    context: Context, facts: FileFacts, client: Client, deployment: Text | None, symbol: str
) -> None:
    """What a call on a client says of the deployment that it reaches."""
    if deployment is None or not deployment.complete:
        return
    for address in client.addresses:
        add_endpoint(context, facts, address.text, address.url, address.provider, "sdk-call", deployment)
    _deployment_model(context, client, deployment, symbol)


def _chain_model(context: Context, facts: FileFacts, client: Client, made: Made, provider: Entry) -> str | None:
    """Id of the model that an earlier call on a client chose: ``client.GetChatClient("gpt-4o")``."""
    for call, at in reversed(made.since):
        name = call.callee.name if isinstance(call.callee, (Attribute, Name)) else ""
        method = context.catalogue.method(facts.row.family, client.interface, name)
        for args in (method.model_args, method.deployment_args) if method is not None else ():
            for text in fitting(context.catalogue, models_of(context.resolver, call, at, args), provider).known:
                return text.value
    if client.constructor is None or made.call is None:
        return None
    named = first_text(context, made.call, made.place, client.constructor.deployment_args)
    return named.value if named is not None and named.complete else None


def _settings_model(context: Context, facts: FileFacts, provider: Entry) -> str | None:
    """Id of the model that the settings of the module name, where the code names none."""
    text = context.resolver.configured_model(facts.path, provider)
    return text.value if text is not None else None


def _first_model(context: Context, client: Client, provider: Entry, models: Models, made_models: Models) -> str | None:
    """Id of the first model that a call on a client sends its data to."""
    for possible in (models, made_models):
        for text in fitting(context.catalogue, possible, provider).known:
            return _routed(context, text, client)[1]
    return None


def _inner_model(context: Context, client: Client, provider: Entry) -> str | None:
    """Id of a model that was passed as an object."""
    for inner, made in client.inner:
        if provider in inner.providers:
            for text in fitting(context.catalogue, _constructed_models(context, inner, made), provider).known:
                return _routed(context, text, inner)[1]
            if (deeper := _inner_model(context, inner, provider)) is not None:
                return deeper
    return None


def _constructed_models(context: Context, client: Client, made: Made) -> Models:
    if client.constructor is None or made.call is None:
        return Models()
    return models_of(context.resolver, made.call, made.place, client.constructor.model_args)
