"""Which calls of a file are worth resolving: told from the callee's text and the file's imports, before any is read.

Resolving reads other files, so a call that cannot reach a vendor must not get that far: one whose root is another
package's, or a first-party module that has nothing to do with AI.
"""

from __future__ import annotations

import re

from aigov.scan.context import Context
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.handed_on import handed_tail
from aigov.scan.http_calls import BUILTIN_HTTP, HTTP_VERBS, is_http_module
from aigov.scan.http_forms import FUNCTIONS, VERBS, brings_client, own_form
from aigov.scan.leading import Leading
from aigov.scan.modules.tree import root_of

_ROOT = re.compile(r"(?:await\s+|new\s+)?([A-Za-z_$][\w$]*)")
_SEGMENT = re.compile(r"([A-Za-z_$][\w$]*)(?:\([^()]*\)|\[[^\[\]]*\])?\s*(?:\?|!)?\.\s*[\w$#]+$", re.DOTALL)
_HTTP_OBJECT = re.compile(r"session|client|http|request|axios|api|fetch", re.IGNORECASE)
_KEY = re.compile(rb"\(\s*(?:'[^'/]*'|\"[^\"/]*\")")
_PLAIN = frozenset(("super", "t", "print", "require", "import", "describe", "it", "expect", "test"))


class Interest:
    """Judges the calls of one file."""

    def __init__(self, context: Context, facts: FileFacts, leading: Leading) -> None:
        """
        :param leading: the names of the tree that lead to AI.
        """
        family = facts.row.family
        self._tails = context.clients(family).tails | (context.service_methods if facts.row.accessors else frozenset())
        self._before = context.clients(family).before
        self._keep: set[str] = set()
        self._drop: set[str] = set()
        self._facts = facts
        self._verbs = VERBS.get(family, HTTP_VERBS)
        self._functions = FUNCTIONS.get(family, BUILTIN_HTTP)
        self._http = bool(facts.row.http_types)
        for imported in facts.imports:
            target = context.resolver.modules.find(facts.path, family, imported)
            top = root_of(imported.module.removeprefix("node:"))
            if target is None:
                http = is_http_module(imported.module) and imported.module != "urllib.parse"
                http = http or brings_client(family, imported)
                self._http = self._http or http
                wanted = http or bool(context.entries(family, imported.module, imported.name))
                wanted = wanted or (family, top) in context.vendor_roots
            else:
                wanted = target == "" or leading.leads(facts, imported)
            if imported.alias:
                (self._keep if wanted else self._drop).add(imported.alias)
        self._drop -= self._keep
        self._assigned = {
            name
            for held in facts.bindings.values()
            for name, bindings in held.items()
            if name not in facts.row.receivers and any(len(binding.path) == 1 for binding in bindings)
        }

    def wants(self, site: CallSite) -> bool:
        """Whether the call may reach a vendor."""
        handed = handed_tail(site)
        if handed is not None and handed in self._tails:
            return True
        plain = site.tail == site.callee
        if site.tail in self._verbs and own_form(self._facts, site) is not None:
            return True
        if not plain and site.tail not in self._tails and site.tail not in self._verbs:
            return False
        match = _ROOT.match(site.callee)
        root = match[1] if match else ""
        if root in self._drop and root not in self._assigned:
            return False
        if plain:
            if site.tail in _PLAIN:
                return False
            return root in self._keep or root in self._assigned or root in self._tails or root in self._functions
        http = (
            self._http or site.callee in BUILTIN_HTTP or site.callee.startswith(":")
        )  # Erlang's modules need no import
        if site.tail in self._verbs and http and _may_be_http(site):
            return True
        if site.tail not in self._tails:
            return False  # an HTTP verb in a file without an HTTP client
        wanted = self._before.get(site.tail)
        if wanted is None or root in self._keep:
            return True
        before = _SEGMENT.search(site.callee)
        return before is None or before[1] in wanted or before[1] in self._assigned


def _may_be_http(site: CallSite) -> bool:
    """Whether a verb can be one of HTTP: tables have a ``get``, too, and there are hundreds of them in a file."""
    if site.tail != "get":
        return True
    return bool(_HTTP_OBJECT.search(site.callee)) and not _KEY.match(site.arguments.lstrip())
