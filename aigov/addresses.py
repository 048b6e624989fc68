"""Network addresses: what a name alone tells about where a host is, and whether the way there is encrypted."""

from __future__ import annotations

import ipaddress
import re

from aigov.model import Exposure

_LOOPBACK_NAMES = ("localhost", "host.docker.internal")
_PRIVATE_ENDS = (
    ".cluster.local",
    ".corp",
    ".home",
    ".home.arpa",
    ".internal",
    ".intranet",
    ".lan",
    ".local",
    ".localdomain",
    ".private",
    ".svc",
)
"""Suffixes that public DNS does not serve: RFC 6762 (.local), RFC 8375 (.home.arpa), ICANN (.internal), custom."""
_TLS = {"https": True, "wss": True, "grpcs": True, "rediss": True, "http": False, "ws": False, "grpc": False}
_HOLE = re.compile(r"[{}<>$]")
_KNOWN_DOMAIN = re.compile(r"\}?\.[a-z0-9-]+\.[a-z]{2,}$")


_REPOSITORY = re.compile(
    r"(?:[a-z+]+://)?(?:[^@/\s]+@)?([\w.-]+\.[a-z]+)[:/]+(?:\d+/)?(.+?)(?:\.git)?/?", re.IGNORECASE
)


def repository_name(url: str) -> str:
    """``github.com/owner/repository`` of a repository's URL, in lower case as hosts compare it; another id as it is."""
    found = _REPOSITORY.fullmatch(url)
    return f"{found[1]}/{found[2]}".lower() if found else url


def exposure_of(host: str) -> Exposure:
    """Where ``host`` is, as far as its name or IP address tells: a name is not looked up.

    A name without a dot is a service of the same machine, compose file or cluster: private. Parts that the source
    leaves open are spelled ``{NAME}``; when they decide, the answer is ``unknown``.
    """
    bare = host.strip("[]").rstrip(".").lower()
    if not bare:
        return "unknown"
    if bare in _LOOPBACK_NAMES or bare.endswith(".localhost"):
        return "loopback"
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return _exposure_of_name(bare)
    if address.is_loopback or address.is_unspecified:
        return "loopback"
    return "private" if address.is_private or address.is_link_local else "public"


def _exposure_of_name(name: str) -> Exposure:
    if name.endswith(_PRIVATE_ENDS):
        return "private"
    if _HOLE.search(name):
        return "public" if _KNOWN_DOMAIN.search(name) else "unknown"
    return "public" if "." in name else "private"


def uses_tls(url: str) -> bool | None:
    """Whether the scheme of ``url`` encrypts; None where it does not tell."""
    scheme, separator, _ = url.partition("://")
    return _TLS.get(scheme.lower()) if separator else None
