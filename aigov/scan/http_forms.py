"""How calls of HTTP clients name the address and the body, for languages whose clients have no shape in common.

Each row is a client and what it calls: the last name of the call, then the arguments of the address and of the body,
spelled as in ``aigov/scan/arguments.py``. A request that is made first and sent later (``URLRequest``,
``Net::HTTP::Post``) is asked when it is sent: ``#0.body`` is what was set on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import CallExpr, Import
from aigov.scan.values import Made, Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpForm:
    """Where one call has its address and its body."""

    url: tuple[str, ...]
    body: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    """Arguments that hold the first part of the address, where the call is given a client (``Req.post(client, …)``)."""


CLIENT_BASE = ("base_url", "baseURL", "baseUrl", "base_uri", "url", "#0.baseUrl", "#0.base_uri", "#0")
"""Arguments of the call that makes a client that hold the first part of its addresses."""
BASE_SETTERS = frozenset(("baseUrl", "createForBaseUri", "forBaseUri"))
"""Calls on a client that set it."""

_Rows = Mapping[str, Mapping[str, tuple[str, str]]]

_RUBY: _Rows = {
    "Net.HTTP": {"post put patch post_form": ("#0", "#1"), "get get_response": ("#0", "")},
    "Faraday": {"post put patch": ("#0 url", "#1 body json"), "get": ("#0 url", "")},
    "HTTParty": {"post put patch": ("#0", "body"), "get": ("#0", "")},
    "HTTP": {"post put patch": ("#0", "json body form"), "request": ("#1", "json body form"), "get": ("#0", "")},
    "HTTPX": {"post put patch": ("#0", "json body form"), "request": ("#1", "json body form"), "get": ("#0", "")},
    "RestClient": {"post put patch": ("#0", "#1"), "execute": ("url", "payload"), "get": ("#0", "")},
    "RestClient.Resource": {"post put patch": ("#0", "#0")},
    "Typhoeus": {"post put patch Request": ("#0", "body"), "get": ("#0", "")},
    "Excon": {"post put patch request": ("#0 path", "body"), "get": ("#0 path", "")},
}
_PHP_BODY = "json form_params multipart body"
_GUZZLE = {
    "post put patch postAsync putAsync": ("#0", _PHP_BODY),
    "request requestAsync": ("#1", _PHP_BODY),
    "get getAsync": ("#0", ""),
}
_LARAVEL = {"post put patch": ("#0", "#1 <withBody"), "send": ("#1", f"{_PHP_BODY} <withBody"), "get": ("#0", "")}
_SYMFONY = {"request": ("#1", "json body")}
_PHP: _Rows = {
    "GuzzleHttp.Client": _GUZZLE,
    "GuzzleHttp.ClientInterface": _GUZZLE,
    "Symfony\\Component\\HttpClient.HttpClient": _SYMFONY,
    "Symfony\\Component\\HttpClient.ScopingHttpClient": _SYMFONY,
    "Symfony\\Contracts\\HttpClient.HttpClientInterface": _SYMFONY,
    "Illuminate\\Support\\Facades.Http": _LARAVEL,
    "Illuminate\\Http\\Client.PendingRequest": _LARAVEL,
    "Illuminate\\Http\\Client.Factory": _LARAVEL,
    "Http": _LARAVEL,
    "curl_exec": {"curl_exec": ("CURLOPT_URL #0.#0", "CURLOPT_POSTFIELDS")},
    "file_get_contents": {"file_get_contents": ("#0", "#2.#0.http.content")},
    "fopen": {"fopen": ("#0", "#3.#0.http.content")},
    "wp_remote_post": {"wp_remote_post": ("#0", "#1.body")},
    "wp_safe_remote_post": {"wp_safe_remote_post": ("#0", "#1.body")},
    "wp_remote_request": {"wp_remote_request": ("#0", "#1.body")},
    "wp_remote_get": {"wp_remote_get": ("#0", "")},
}
_ALAMOFIRE = {"request streamRequest": ("#0", "parameters"), "upload": ("to", "#0")}
_SWIFT: _Rows = {
    "URLSession": {"data bytes download dataTask": ("from with", ""), "upload uploadTask": ("to", "from")},
    "AF": _ALAMOFIRE,
    "Session": _ALAMOFIRE,
    "Alamofire.Session": _ALAMOFIRE,
}
_DART_HTTP = {"post put patch": ("#0", "body"), "get read": ("#0", "")}
_DART: _Rows = {
    "http": _DART_HTTP,
    "Client": _DART_HTTP,
    "IOClient": _DART_HTTP,
    "Dio": {
        "post put patch request": ("#0", "data"),
        "postUri putUri patchUri requestUri": ("#0", "data"),
        "get getUri": ("#0", ""),
    },
    "HttpClient": {"postUrl putUrl openUrl patchUrl": ("#0 #1", "write"), "getUrl": ("#0", "")},
}
_REQ = {
    "post post! put put! patch patch! request request! run run!": ("url #0 #1", "json body form form_multipart"),
    "get get! new": ("url #0", ""),
}
_POISON = {
    "post post! put put! patch patch!": ("#0", "#1"),
    "request request!": ("#1 #0.url", "#2 #0.body"),
    "get get!": ("#0", ""),
}
_ELIXIR: _Rows = {
    "Req": _REQ,
    "HTTPoison": _POISON,
    "Finch": {"build": ("#1", "#3")},
    "Tesla": {
        "post post! put put! patch patch!": ("#1 #0", "#2 #1"),
        "request request!": ("url", "body"),
        "get get!": ("#1 #0", ""),
    },
    ":httpc": {"request": ("#1.#0", "#1.#3")},
    ":hackney": {"request": ("#1", "#3"), "post": ("#0", "#2")},
}
_CLIENTS: Mapping[str, _Rows] = {"ruby": _RUBY, "php": _PHP, "swift": _SWIFT, "dart": _DART, "elixir": _ELIXIR}
_BASES = {"Req": ("#0.base_url",), "Tesla": ("#0.#0",)}

_SENT: Mapping[str, _Rows] = {
    "ruby": {"request": {"Net.HTTP.Post Net.HTTP.Put Net.HTTP.Patch Net.HTTP.Get": ("#0.#0", "#0.body")}},
    "php": {
        "send sendAsync sendRequest": {"GuzzleHttp\\Psr7.Request Nyholm\\Psr7.Request": ("#0.#1", "#0.#3")},
    },
    "swift": {
        "data bytes download": {"URLRequest": ("for.url", "for.httpBody")},
        "upload": {"URLRequest": ("for.url", "from for.httpBody")},
        "dataTask uploadTask downloadTask dataTaskPublisher webSocketTask": {
            "URLRequest": ("with.url for.url", "from with.httpBody for.httpBody")
        },
        "request streamRequest": {"URLRequest": ("#0.url", "#0.httpBody")},
    },
    "dart": {
        "send": {
            "http.Request": ("#0.#1", "#0.body #0.bodyBytes #0.bodyFields"),
            "http.MultipartRequest": ("#0.#1", "#0.fields #0.files"),
        },
    },
}
"""Last names of the calls that send a request -> what the request is made by -> address and body."""


def _forms(rows: _Rows) -> dict[str, dict[str, HttpForm]]:
    return {
        root: {
            tail: HttpForm(url=tuple(url.split()), body=tuple(body.split()), base=_BASES.get(root, ()))
            for tails, (url, body) in calls.items()
            for tail in tails.split()
        }
        for root, calls in rows.items()
    }


_FORMS = {family: _forms(rows) for family, rows in _CLIENTS.items()}
_SENDERS = {
    family: {
        tail: {
            made: HttpForm(url=tuple(url.split()), body=tuple(body.split()))
            for names, (url, body) in rows[tails].items()
            for made in names.split()
        }
        for tails in rows
        for tail in tails.split()
    }
    for family, rows in _SENT.items()
}
VERBS: Mapping[str, frozenset[str]] = {
    family: frozenset(tail for calls in forms.values() for tail in calls) | frozenset(_SENDERS.get(family, ()))
    for family, forms in _FORMS.items()
}
"""Last names of the calls that may be of an HTTP client, by family."""
FUNCTIONS: Mapping[str, frozenset[str]] = {
    family: frozenset(root for root, calls in forms.items() if root in calls) for family, forms in _FORMS.items()
}
"""Functions that call an address themselves."""
_MIXED = {"ruby": ("HTTParty", "include", "base_uri"), "elixir": ("Tesla", "use", "plug")}
"""Family -> client whose calls a class or module makes its own, what does so, and what then sets the address."""
_mixing: WeakKeyDictionary[FileFacts, bool] = WeakKeyDictionary()
"""Whether a file has such a class or module; asked for each of its calls."""
_OWN_CALL = re.compile(r"(?:self\.(?:class\.)?)?(\w+!?)")
_MODULES: Mapping[str, frozenset[str]] = {
    "dart": frozenset(("http", "dio", "dart:io")),
    "php": frozenset(
        ("GuzzleHttp", "Symfony\\Component\\HttpClient", "Symfony\\Contracts\\HttpClient", "Psr\\Http\\Client")
    ),
    "swift": frozenset(("Foundation", "FoundationNetworking", "Alamofire")),
}


def has_forms(family: str) -> bool:
    """Whether the clients of a language are told by the rows here."""
    return family in _FORMS


def brings_client(family: str, imported: Import) -> bool:
    """Whether an import, or the mention of a name that needs none, may bring an HTTP client."""
    module = imported.module.replace("::", ".")
    if imported.mention and "\\" in module:
        namespace, _, name = module.strip("\\").rpartition("\\")
        return f"{namespace}.{name}" in _FORMS.get(family, ())
    if imported.mention:
        return module.partition(".")[0] in {root.partition(".")[0] for root in _FORMS.get(family, ())}
    named = f"{module}.{imported.name}"
    return module.partition("/")[0] in _MODULES.get(family, ()) or named in _FORMS.get(family, ())


def form_of(family: str, value: Symbol | Made, tail: str) -> HttpForm | None:
    """How a call has its address and body; None where it is none of an HTTP client.

    :param value: what is called: a client's method, or a function.
    :param tail: last name of the call.
    """
    symbol = value.symbol if isinstance(value, Made) else value
    for root in _prefixes(symbol.qualified):
        calls = _FORMS[family].get(root)
        if calls is not None:
            return calls.get(tail)
    return None


def own_form(facts: FileFacts, site: CallSite) -> HttpForm | None:
    """How a call has its address and body that a class or module makes with a client's methods as its own."""
    mixed = _MIXED.get(facts.row.family)
    match = _OWN_CALL.fullmatch(site.callee) if mixed is not None else None
    form = _FORMS[facts.row.family][mixed[0]].get(match[1]) if mixed is not None and match is not None else None
    if form is None or mixed is None:
        return None
    if facts not in _mixing:
        client, by, _ = mixed
        _mixing[facts] = any(other.tail == by and _names(other, client) for other in facts.calls)
    return form if _mixing[facts] else None


def own_bases(facts: FileFacts) -> Iterator[CallExpr]:
    """The calls that say what the addresses of such calls are relative to."""
    setter = _MIXED[facts.row.family][2] if facts.row.family in _MIXED else None
    for site in facts.calls:
        if site.tail == setter and (call := facts.call(site)) is not None:
            yield call


def _names(site: CallSite, client: str) -> bool:
    return re.match(rb"\W*" + client.encode() + rb"\b(?![.:])", site.arguments) is not None


def sent(family: str, tail: str) -> Mapping[str, HttpForm]:
    """What a call of that name may send: what a request is made by, and where it has its address and body."""
    return _SENDERS.get(family, {}).get(tail, {})


def _prefixes(name: str) -> Iterator[str]:
    """A dotted name, then without its last parts, one after another."""
    while name:
        yield name
        name = name.rpartition(".")[0]
