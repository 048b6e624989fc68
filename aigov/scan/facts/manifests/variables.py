"""What an environment variable's name and value say about AI. Shared by every file kind that sets variables.

A value is looked at only where the name does not look like a secret's, and leaves this module only as a model id or
as a URL without credentials, query and fragment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aigov.addresses import exposure_of
from aigov.catalogue.agent_rules import load_agent_rules
from aigov.catalogue.settings_keys import settings_keys, words_of
from aigov.model import Endpoint, How, ModelUse, Scope, Unresolved, Use
from aigov.scan.endpoints import entry_of_path, read_url, server_at
from aigov.scan.facts.manifests.settings_words import about_ai, chooses, names_store, parts
from aigov.scan.facts.manifests.vendor_switches import switched
from aigov.scan.files import Findings, Switch
from aigov.scan.published import published_at
from aigov.scan.shared_names import OTHER_GOOGLE, OWNER, SHARED

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_SECRET = re.compile(
    r"(?:^|[_.-])(?:KEYS?|TOKENS?|SECRETS?|PASS(?:WORD|WD|PHRASE)?|PWD|CREDENTIALS?|PRIVATE|AUTH(?:ORIZATION)?|COOKIE"
    r"|SESSION|DSN|CONN(?:ECTION)?_?STR(?:ING)?|SAS|SIGNATURE|CERT(?:IFICATE)?|APIKEY|HEADERS?)(?:$|[_.-])|APIKEY|PASSWORD|SECRET",
    re.IGNORECASE,
)
_MODEL_NAME = re.compile(
    r"(?:^|[_.-])(?:MODELS?|LLM|EMBEDDINGS?|DEPLOYMENT|ENGINE)(?:$|[_.-])|MODEL(?:$|_?(?:ID|NAME))", re.IGNORECASE
)
_NO_MODEL = re.compile(
    r"(?:_|-)(?:VERSION|CAPACITY|TYPE|FORMAT|SKU|REGION|LOCATION|DIMENSIONS?|PATH|DIR)$", re.IGNORECASE
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MODEL_ID = re.compile(r"[A-Za-z0-9][\w.:/@+-]{1,120}")
_PLACEHOLDER = re.compile(
    r"your|change|example|placeholder|todo|xxx|<|>|\.\.\.|^(?:true|false|none|null|auto|default|on|off|yes|no|\d+(?:\.\d+)?)$",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?|wss?)://[^\s\"'<>]+", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][\w-]{1,40}")
_SPOKEN_OF = frozenset(("model", "models", "generator"))
"""Words that speak of AI where a vendor's name follows."""
_DEFAULT = re.compile(
    r"\$\{([A-Za-z_]\w*)(?::?[-=]([^}]*)|[^}]*)\}|\$([A-Za-z_]\w*)|\$\{\{\s*(?:secrets|vars|env)\.(\w+)[^}]*\}\}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One setting of an environment variable."""

    name: str
    value: str
    """As written, without quotes; may refer to others (``${OTHER:-default}``)."""
    line: int


def is_secret(name: str) -> bool:
    """Whether the name is one under which keys and passwords are kept: its value must not be looked at."""
    return _SECRET.search(name) is not None


def read_variables(
    path: str,
    variables: Iterable[Variable],
    *,
    how: How,
    scope: Scope,
    catalogue: Catalogue,
    beside: tuple[str, ...] = (),
) -> Findings:
    """Uses, models and endpoints that variables name. One use for each entry, at its first line.

    :param beside: names that the file only offers, in comments: they tell what a name that several share is about.
    """
    variables = tuple(variables)
    uses: dict[str, Use] = {}
    models: dict[tuple[str, str], ModelUse] = {}
    endpoints: dict[tuple[str, str], Endpoint] = {}
    switches: list[Switch] = []
    off: list[Unresolved] = []
    company = any(about_ai((variable.name,)) or catalogue.env(variable.name) for variable in variables)
    given = {variable.name for variable in variables}

    def use(entry: Entry, variable: Variable) -> None:
        row = Use(
            file=path, line=variable.line, name=entry.id, kind=entry.kind, how=how, scope=scope, symbol=variable.name
        )
        if entry.id not in uses or uses[entry.id].line > row.line:
            uses[entry.id] = row

    for variable in variables:
        names = [variable.name, *(next(filter(None, (m[1], m[3], m[4]))) for m in _DEFAULT.finditer(variable.value))]
        entry = next((found for name in names if (found := catalogue.env(name) or nested_entry(catalogue, name))), None)
        value = _DEFAULT.sub(lambda match: match[2] or "", variable.value).strip().strip("\"'")
        switch = switched(catalogue, variable.name, value, company=company)
        if switch is not None and not switch[1]:
            off.append(left_off(path, variable, value, switch[0], scope))
            continue
        entry = entry or (switch[0] if switch is not None else None)
        if entry is not None:
            use(entry, variable)
        if any(_SECRET.search(name) for name in names):
            continue
        chosen = _chosen(catalogue, variable.name, value)
        if chosen is not None:
            use(chosen, variable)
        switches += [
            Switch(file=path, line=variable.line, observer=rule.name, variable=variable.name, on=on, scope=scope)
            for rule, on in load_agent_rules().switched(variable.name, value)
        ]
        if url := _URL.search(value):
            point = _endpoint(path, variable, url[0], entry, how, scope, catalogue)
            if point is not None:
                endpoints.setdefault((point.url, point.provider), point)
                use(catalogue.entries[point.provider], variable)
        elif _MODEL_NAME.search(name := _CAMEL.sub("_", variable.name)) and (
            # GEN_AI_MODEL_VERSION is a version's number in one program, and an id in another.
            not _NO_MODEL.search(name) or catalogue.model_owner(value) is not None
        ):
            model = _model(path, variable, value, entry, how, scope, catalogue)
            if f"{variable.name}_NAME" in given and catalogue.model_owner(value) is None:
                continue  # AZURE_OPENAI_MODEL is what a deployment is called, AZURE_OPENAI_MODEL_NAME says of what
            if model is not None:
                models.setdefault((model.model, model.provider), model)
                if catalogue.entries[model.provider] is not published_at(
                    catalogue, value
                ):  # its maker's name is no use
                    use(catalogue.entries[model.provider], variable)
    _shared(variables, beside, uses, use, catalogue)
    _at_azure(variables, uses, catalogue)
    return Findings(
        uses=tuple(uses.values()),
        models=tuple(models.values()),
        endpoints=tuple(endpoints.values()),
        switches=tuple(switches),
        unresolved=tuple(row for row in off if row.name not in uses),
    )


def left_off(path: str, variable: Variable, value: str, entry: Entry, scope: Scope) -> Unresolved:
    """A vendor that a setting leaves off: what is there can be switched on, and is not claimed as used."""
    return Unresolved(
        file=path,
        line=variable.line,
        what="use",
        name=entry.id,
        reason=f"off by default: {variable.name}={value}",
        scope=scope,
        variable=variable.name,
    )


def _shared(
    variables: tuple[Variable, ...],
    beside: tuple[str, ...],
    uses: dict[str, Use],
    use: Callable[[Entry, Variable], None],
    catalogue: Catalogue,
) -> None:
    """``GOOGLE_API_KEY`` is the key of Gemini and of Google's maps and search: Gemini's beside what other vendors of
    models are told, where nothing of the others is set."""
    entry = catalogue.get(OWNER)
    names = [*(variable.name for variable in variables), *beside]
    known = {row.kind for row in uses.values()} | {other.kind for name in beside if (other := catalogue.env(name))}
    if entry is None or SHARED not in names or known.isdisjoint(("provider", "model-host", "framework")):
        return
    if any(OTHER_GOOGLE.search(name) for name in names):
        return
    for variable in variables:
        if variable.name == SHARED:
            use(entry, variable)


def _at_azure(variables: tuple[Variable, ...], uses: dict[str, Use], catalogue: Catalogue) -> None:
    """OpenAI's variables beside ``OPENAI_API_TYPE=azure`` (``azure_ad``, ``azuread``) are of OpenAI at Azure:
    https://github.com/openai/openai-python/blob/v0.28.1/README.md#microsoft-azure-endpoints."""
    entry = catalogue.get("azure-openai")
    told = any(v.name == "OPENAI_API_TYPE" and v.value.strip("\"' ").lower().startswith("azure") for v in variables)
    if told and entry is not None and (row := uses.pop("openai", None)) is not None:
        uses.setdefault(entry.id, replace(row, name=entry.id, kind=entry.kind))


def nested_entry(catalogue: Catalogue, name: str) -> Entry | None:
    """The entry of a nested key that is spelled as a variable: ``AzureOpenAI__ApiKey``, ``OpenAI:ApiKey``."""
    return settings_keys(catalogue).variable(tuple(parts(name))) if "__" in name or ":" in name else None


def _chosen(catalogue: Catalogue, name: str, value: str) -> Entry | None:
    """The vendor or store that a variable chooses by name: ``LLM_PROVIDER=groq``, ``VECTOR_DB=qdrant``."""
    if not _WORD.fullmatch(value):
        return None
    path = tuple(part for part in parts(name) if not part.isdigit())
    if path and names_store(path):
        return settings_keys(catalogue).store(value)
    last = next(reversed(path), "")
    chosen = chooses(last.removesuffix("s")) and (about_ai(path) or not _SPOKEN_OF.isdisjoint(words_of(last)))
    return settings_keys(catalogue).named(value) if chosen or words_of(last)[-1:] == ("llm",) else None


def merge(found: Iterable[Findings]) -> Findings:
    """All findings of one file."""
    rows = tuple(found)
    return Findings(
        uses=tuple(row for part in rows for row in part.uses),
        models=tuple(row for part in rows for row in part.models),
        endpoints=tuple(row for part in rows for row in part.endpoints),
        mcp_servers=tuple(row for part in rows for row in part.mcp_servers),
        unresolved=tuple(row for part in rows for row in part.unresolved),
        agents=tuple(row for part in rows for row in part.agents),
        tools=tuple(row for part in rows for row in part.tools),
        switches=tuple(row for part in rows for row in part.switches),
        assets=tuple(row for part in rows for row in part.assets),
        problems=tuple(row for part in rows for row in part.problems),
    )


def _endpoint(
    path: str, variable: Variable, text: str, named: Entry | None, how: How, scope: Scope, catalogue: Catalogue
) -> Endpoint | None:
    shown = public_url(text)
    if shown is None:
        return None
    host, _ = host_of(shown)
    exposure = exposure_of(host)
    provider = catalogue.host(host) or entry_of_path(catalogue, shown)
    url = read_url(shown) if provider is None and exposure != "unknown" else None
    if url is not None:
        provider = server_at(catalogue, url, about_ai=named is not None or about_ai((variable.name,)))
    if provider is None and named is not None and named.kind in ("provider", "model-host", "vector-db", "eval"):
        # OPENAI_BASE_URL with somebody else's host: the protocol is known, the provider is not.
        other = catalogue.get("openai-compatible") if named.id == "openai" else None
        provider = other or named
    if provider is None:
        return None
    return Endpoint(
        file=path,
        line=variable.line,
        url=shown,
        provider=provider.id,
        scope=scope,
        exposure=exposure,
        how=how,
        variable=variable.name,
    )


def _model(
    path: str, variable: Variable, value: str, named: Entry | None, how: How, scope: Scope, catalogue: Catalogue
) -> ModelUse | None:
    if not _MODEL_ID.fullmatch(value) or _PLACEHOLDER.search(value):
        return None
    provider, model = catalogue.route(value)
    if provider is None:
        owner = catalogue.model_owner(value)
        if owner is None and settings_keys(catalogue).named(value) is None:
            owner = catalogue.model_owner(f"{value}:latest")  # a name of Ollama's that gives no tag
        served = named if named is not None and named.kind in ("provider", "model-host") else None
        hub = published_at(catalogue, value)
        provider = served or (owner[0] if owner else hub)
        # A name that only might hold a model id (…_ENGINE, …_LLM) needs an id that is known.
        if provider is None or (owner is None and hub is None and "MODEL" not in variable.name.upper()):
            return None
    return ModelUse(
        file=path,
        line=variable.line,
        model=model,
        provider=provider.id,
        how=how,
        scope=scope,
        publisher=catalogue.publisher(provider.id, model),
        pinned=catalogue.pinned(provider.id, model),
        variable=variable.name,
    )


def public_url(text: str) -> str | None:
    """The URL without user, password, query and fragment; None if it has no host."""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host or _PLACEHOLDER.search(host.replace("example.com", "")):
        return None
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme.lower()}://{shown}{f':{port}' if port else ''}{parts.path.rstrip('/')}"


def host_of(url: str) -> tuple[str, int | None]:
    """Host and port of a URL that ``public_url`` gave."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port
