"""Read URLs as far as they are known, and tell private from public hosts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from aigov.addresses import exposure_of
from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Entry
from aigov.catalogue.settings_keys import squashed
from aigov.catalogue.signs import Signs

_URL = re.compile(
    r"(?P<scheme>https?|wss?|grpcs?)://(?:[^/@\s]*@)?(?P<host>\[[^\]]+\]|[^/:?#\s]+)(?::(?P<port>\d+|\{[^}]*\}))?(?P<path>[^?#\s]*)"
)
_HOST = re.compile(r"[a-zA-Z0-9{}_-]+(?:\.[a-zA-Z0-9{}_-]+)+")
_HOLE = re.compile(r"\{[^{}]*\}")
_REGION = re.compile(
    r"(?:us|eu|ap|sa|ca|me|af|cn|il|mx)(?:-gov)?-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)+-?\d|(?:us|europe|asia|australia|southamerica|northamerica|me|africa)-[a-z]+\d+"
)
_API_PATH = re.compile(
    r"/(?:api|v\d|openai|inference|models|rest|serverless|engines|resolve)(?:[/.\d]|$)", re.IGNORECASE
)
_OPENAI_PATH = re.compile(r"/v1/(?:chat/completions|completions|embeddings|responses)\b|/chat/completions$")
_OPEN_URL = re.compile(r"(?P<host>\{[^{}]*\})/?(?P<path>(?:api|v\d|openai|chat)/[^?#\s]*)\S*")
_OWN_PATH = re.compile(r"/api/(?:generate|chat|embed|embeddings|tags)\b")
_BASE_PATH = re.compile(r"/(?:v1|api)/?")


class Url(NamedTuple):
    """A URL as far as it is known; holes are spelled ``{NAME}``."""

    text: str
    """Without user, password, query and fragment: they may hold a key."""
    host: str
    port: int | None
    path: str


def read_url(text: str) -> Url | None:
    """``text`` as a URL; None when it is none."""
    match = _URL.fullmatch(text.strip()) or _URL.match(text.strip())
    if match is None or " " in text.strip():
        return None
    port = match["port"]
    bare = f"{match['scheme']}://{match['host']}{f':{port}' if port else ''}{match['path']}"
    return Url(bare, match["host"].lower(), int(port) if port and port.isdigit() else None, match["path"])


def read_open_url(text: str) -> Url | None:
    """A URL of which nothing before the path is known: ``{OLLAMA_URL}/api/chat``; None when it is none."""
    match = _OPEN_URL.fullmatch(text.strip())
    return Url(f"{match['host']}/{match['path']}", match["host"], None, f"/{match['path']}") if match else None


def is_host(text: str) -> bool:
    """Whether ``text`` is a bare host name with at least one dot."""
    return _HOST.fullmatch(text) is not None


def entry_of_host(catalogue: Catalogue, host: str) -> Entry | None:
    """The vendor of a host; a hole stands for any label."""
    return catalogue.host(_HOLE.sub("x", host))


def entry_of_path(catalogue: Catalogue, url: str) -> Entry | None:
    """The vendor of an address whose path alone tells it: Cloudflare serves models below a host of everything."""
    found = _signs(catalogue).find(url)
    return found[0] if found is not None and found[1].how == "http" else None


@lru_cache(maxsize=4)
def _signs(catalogue: Catalogue) -> Signs:
    return Signs(catalogue.entries.values())


def region_of(text: str) -> str | None:
    """The cloud region that a host or argument names."""
    match = _REGION.search(text)
    return match[0] if match else None


def is_open(url: Url) -> bool:
    """Whether nothing is known of the host: ``http://{TARGET}:11434``, ``http://{NET}.2:11434``."""
    return url.host.startswith("{") and not _HOLE.sub("", url.host).strip(".0123456789")


def is_api(url: Url) -> bool:
    """Whether a URL of a vendor calls its API rather than links to its site.

    A host of its own (``api.…``) says so; where site and API share a host (``openrouter.ai``), the path must.
    """
    return url.host.count(".") >= 2 or bool(_API_PATH.search(url.path))


def speaks_openai(url: Url) -> bool:
    """Whether the path is one of OpenAI's protocol."""
    return bool(_OPENAI_PATH.search(url.path))


def is_model_server(url: Url) -> bool:
    """Whether the path is one that model servers on own machines answer; the port must tell which."""
    return bool(_OWN_PATH.search(url.path)) or speaks_openai(url)


def server_at(catalogue: Catalogue, url: Url, *, about_ai: bool = True) -> Entry | None:
    """The server that the port of an address of nobody known tells: ``http://localhost:11434``.

    On a public host a port is not enough: the path must be one that models answer at, or the host bear the server's
    name (``http://ollama.example.com:11434``).

    :param about_ai: as for ``Catalogue.port``, for hosts that are not public.
    """
    if url.port is None:
        return None
    if exposure_of(url.host) != "public":
        return catalogue.port(url.port, about_ai=about_ai)
    if is_model_server(url) or _BASE_PATH.fullmatch(url.path):
        return catalogue.port(url.port, about_ai=False)
    return named_server(catalogue, url.port, url.host)


def named_server(catalogue: Catalogue, port: int, text: str) -> Entry | None:
    """The server that listens on ``port`` and whose name ``text`` bears, in whatever spelling."""
    servers = [entry for entry in catalogue.entries.values() if port in entry.ports]
    near = squashed(text) if servers else ""
    return next((entry for entry in servers if squashed(entry.id) in near), None)
