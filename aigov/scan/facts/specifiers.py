"""Module specifiers of JavaScript that name a package by more than its name: ``npm:openai@4``, a CDN's address.

https://docs.deno.com/runtime/fundamentals/modules/, https://jsr.io/docs/npm-compatibility, https://esm.sh,
https://www.jsdelivr.com/documentation, https://unpkg.com, https://docs.skypack.dev, https://jspm.org/docs/cdn
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PACKAGE = r"(?P<name>(?:@[\w.~-]+/)?[A-Za-z0-9_~][\w.~-]*)(?:@(?P<version>[^/?#\s\"']*))?(?P<path>/[^?#\s\"']*)?"
_FORMS = tuple(
    (registry, re.compile(front + _PACKAGE + r"(?:[?#].*)?"))
    for registry, front in (
        ("npm", r"npm:/?"),
        ("jsr", r"jsr:/?"),
        ("jsr", r"(?:https?:)?//esm\.sh/jsr/"),
        ("npm", r"(?:https?:)?//esm\.sh/(?:(?:v\d+|stable)/)?\*?(?!(?:gh|pr|pkg\.pr\.new)/)"),
        ("npm", r"(?:https?:)?//(?:[a-z]+\.)?jsdelivr\.net/npm/"),
        ("npm", r"(?:https?:)?//(?:esm\.)?unpkg\.com/(?!browse/)"),
        ("npm", r"(?:https?:)?//(?:esm\.run|bundle\.run)/"),
        ("npm", r"(?:https?:)?//(?:ga\.|dev\.)?jspm\.(?:io|dev)/(?:npm:)?"),
        ("npm", r"(?:https?:)?//cdn\.skypack\.dev/(?:pin/|-/)?"),
        ("deno", r"(?:https?:)?//deno\.land/x/"),
    )
)
TOLD = re.compile(
    rb"npm:|jsr:|//(?:[a-z]+\.)*(?:esm\.sh|jsdelivr\.net|unpkg\.com|(?:esm|bundle)\.run|jspm\.|skypack\.dev)"
)
"""What every file holds that names a package with its version in a specifier."""
_HASH = re.compile(r"-[A-Za-z0-9]{16,}$")
_FILE = re.compile(r"/(?:\+esm|.*\.[A-Za-z]{2,4}|(?:dist|build|es20\d\d|lib|umd)(?:/.*)?)?")


@dataclass(frozen=True, slots=True)
class Specifier:
    """A package that a specifier names."""

    registry: str
    """``npm``, ``jsr``, or ``deno`` for the registry of Deno's early years, which had names of its own."""
    name: str
    constraint: str
    """As written, or empty."""
    path: str
    """What is imported of it, from the ``/`` on; empty for the whole and for a file of a build."""

    @property
    def module(self) -> str:
        """The module as a bare specifier names it."""
        return self.name + self.path

    @property
    def package(self) -> str | None:
        """Its name on npm, where a package of JSR stands as ``@jsr/scope__name``; None for what is not there."""
        if self.registry == "jsr":
            scope, slash, name = self.name.partition("/")
            return f"@jsr/{scope.removeprefix('@')}__{name}" if slash else None
        return self.name if self.registry == "npm" else None


def read_specifier(text: str) -> Specifier | None:
    """The package that ``text`` names; None for a bare name, a path, and any other address."""
    if ":" not in text and not text.startswith("//"):
        return None
    for registry, form in _FORMS:
        if found := form.fullmatch(text):
            path = (found["path"] or "").rstrip("/")
            version = _HASH.sub("", (found["version"] or "").removeprefix("v"))
            return Specifier(registry, found["name"], version, "" if _FILE.fullmatch(path) else path)
    return None


def module_name(text: str) -> str:
    """The bare name of the module that a specifier means, for looking it up; any other specifier as it is."""
    found = read_specifier(text)
    return found.module if found is not None else text
