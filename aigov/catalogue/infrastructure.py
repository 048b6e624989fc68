"""Which entries a resource of infrastructure as code belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from aigov.catalogue.entry import Entry, Resource

Rule = tuple[Entry, Resource]
_PULUMI = re.compile(r"(?!helm:|azd:)([a-z][\w.-]*):(?:([\w.-]+):)?(\w+)")
_WRAPS = {"gcp": "google", "azure": "azurerm"}
"""Pulumi's packages that are called otherwise than the provider of Terraform that they wrap."""
_SIGNS = re.compile(r"[^a-z0-9]+")


class ResourceRules:
    """The ``resources`` of all entries, by type."""

    __slots__ = ("_exact", "_joined", "_wild")

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._exact: dict[str, list[Rule]] = defaultdict(list)
        self._wild: list[tuple[str, Rule]] = []
        for entry in entries:
            for resource in entry.resources:
                type = resource.type.lower()
                if type.endswith("*"):
                    self._wild.append((type[:-1], (entry, resource)))
                else:
                    self._exact[type].append((entry, resource))
        self._wild.sort(key=lambda pair: (-len(pair[0]), pair[0]))

    def of(self, type: str) -> tuple[Rule, ...]:
        """The rules of a type: those that name it in full, else those of the longest beginning."""
        key = self._wrapped(type.lower())
        if key in self._exact:
            return tuple(self._exact[key])
        longest = next((prefix for prefix, _ in self._wild if key.startswith(prefix)), None)
        return tuple(rule for prefix, rule in self._wild if prefix == longest)

    def _wrapped(self, type: str) -> str:
        """The type that a resource of Pulumi (``aws:bedrock:agentagent``) stands for; any other type as it is.

        Most of its packages are made from Terraform's providers, and part the names elsewhere:
        https://www.pulumi.com/registry/packages/aws/api-docs/bedrock/agentagent/ is ``aws_bedrockagent_agent``.
        """
        found = _PULUMI.fullmatch(type)
        if found is None:
            return type
        package, module, name = found[1], found[2] or "", found[3]
        if package == "aws-native":
            return f"aws::{module}::{name}"
        if package == "azure-native":
            parent = f"microsoft.{module}/"
            plural = name[:-1] + "ies" if name.endswith("y") else name + "s"
            fitting = [known for known in self._exact if known.startswith(parent) and known.endswith(plural)]
            return min(fitting, key=lambda known: (len(known.rpartition("/")[2]), known), default=parent + plural)
        begin = _squeezed(_WRAPS.get(package, package) + module)
        whole = begin + _squeezed(name)
        return self._squeezed.get(whole) or self._begun(whole, len(begin)) or type

    @property
    def _squeezed(self) -> dict[str, str]:
        if not hasattr(self, "_joined"):
            self._joined = {_squeezed(known): known for known in self._exact if "_" in known and "/" not in known}
        return self._joined

    def _begun(self, whole: str, module: int) -> str | None:
        """The longest beginning that is not shorter than package and module: ``aws_lex_*`` is not ``aws:lexicon``."""
        for prefix, _ in self._wild:
            start = _squeezed(prefix)
            if "_" in prefix and "/" not in prefix and len(start) >= module and whole.startswith(start):
                return prefix
        return None


def _squeezed(name: str) -> str:
    return _SIGNS.sub("", name)
