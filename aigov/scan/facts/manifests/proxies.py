"""Configuration of reverse proxies that hand requests on to an AI service: nginx and Caddy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests import settings
from aigov.scan.facts.manifests.container_rows import ContainerRows
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "proxy"

_WANTED = re.compile(
    r"(?:.*/)?(?:[\w.-]*\.)?caddyfile(?:\.[\w-]+)?|.*\.conf(?:\.(?:template|tpl|tmpl|sample|example))?", re.IGNORECASE
)
_DIRECTIVE = re.compile(
    r"^[ \t]*(?:proxy_pass|fastcgi_pass|grpc_pass|reverse_proxy|server)[ \t]+(.+?)[ \t]*[;{]?[ \t]*$"
)
_SIGN = re.compile(rb"^[ \t]*(?:proxy_pass|grpc_pass|reverse_proxy|upstream)[ \t]", re.MULTILINE)


def wants(path: str) -> bool:
    """``Caddyfile``, ``nginx.conf``, ``default.conf.template``."""
    return (".conf" in path or "addyfile" in path) and _WANTED.fullmatch(path) is not None


def read(document: Document, catalogue: Catalogue) -> Findings:
    """The services to which a proxy hands requests on. Any other ``.conf`` is a settings file."""
    if not _SIGN.search(document.data):
        return settings.read(document, catalogue) if settings.wants(document.path) else Findings()
    if not document.candidate:
        return Findings()
    rows = ContainerRows(document.path, "config", manifest_scope(document.path), catalogue)
    for number, line in enumerate(document.data.decode("utf-8", "replace").splitlines(), 1):
        found = _DIRECTIVE.match(line)
        for word in found[1].split() if found is not None else ():
            word = word.rstrip(";")
            if "://" not in word and re.fullmatch(r"[\w.-]+:\d+", word):
                word = f"http://{word}"
            if "://" in word:
                rows.address(word, number)
    return rows.findings()
