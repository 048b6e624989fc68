"""What the resources, modules and settings of templates say about AI, asked of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aigov.addresses import exposure_of
from aigov.catalogue.infrastructure import ResourceRules
from aigov.catalogue.signs import Signs
from aigov.model import Endpoint, Exposure, ModelUse, Step, Unresolved, Use
from aigov.scan.facts.infra.models import Models
from aigov.scan.facts.infra.program import Place, Program, Resolved
from aigov.scan.facts.infra.values import At, Module, Opaque, Resource, Table, Text, Unit
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry
    from aigov.catalogue.entry import Resource as Rule

_VERSION = re.compile(r"[@:?][^/:@?]*$")


@dataclass(slots=True)
class Rows:
    """Findings of all units."""

    uses: list[Use] = field(default_factory=list)
    models: list[ModelUse] = field(default_factory=list)
    endpoints: list[Endpoint] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)

    def findings(self) -> Findings:
        """What was collected."""
        return Findings(
            uses=tuple(self.uses),
            models=tuple(self.models),
            endpoints=tuple(self.endpoints),
            unresolved=tuple(self.unresolved),
        )

    def use(self, entry: Entry, at: At, symbol: str | None) -> None:
        """A use at a place."""
        scope = manifest_scope(at.file)
        self.uses.append(
            Use(file=at.file, line=at.line, name=entry.id, kind=entry.kind, how="iac", scope=scope, symbol=symbol)
        )


class Detector:
    """Asks the catalogue about the resources of a tree."""

    def __init__(self, program: Program, catalogue: Catalogue) -> None:
        self._program = program
        self._catalogue = catalogue
        self._rules = ResourceRules(catalogue.entries.values())
        self.signs = Signs(catalogue.entries.values())
        self.rows = Rows()
        self.models = Models(catalogue, self.rows.models)

    def unit(self, unit: Unit) -> None:
        """Uses, models and endpoints that the resources and the published modules of a unit are."""
        for resource in unit.resources:
            self._resource(resource, resource.type.removeprefix("data."), Place(unit=unit))
        for module in unit.modules:
            if not module.source.startswith((".", "#")):
                self._module(module, Place(unit=unit))

    def _resource(self, resource: Resource, type: str, place: Place) -> None:
        type = self._azapi(resource, place) or type
        if self._rules.of(type):
            for inner in self._program.each(resource.each, place):
                for item in self._program.instances(resource.body, inner):
                    self._instance(type, resource.at, item)

    def _azapi(self, resource: Resource, place: Place) -> str | None:
        """Terraform's azapi names the resource of Azure that it is in an attribute."""
        if not resource.type.startswith(("azapi_", "data.azapi_")):
            return None
        found = self._program.at(resource.body, "type", place)
        first = found[0].value if found else None
        return first.value.partition("@")[0] if isinstance(first, Text) else None

    def _module(self, module: Module, place: Place) -> None:
        source = _VERSION.sub("", module.source.partition("?")[0].partition("//")[0])
        if self._rules.of(source):
            for inner in self._program.each(module.each, place):
                self._instance(source, module.at, Resolved(value=module.arguments, place=inner))

    def _instance(self, type: str, at: At, item: Resolved) -> None:
        if not isinstance(item.value, Table):
            item = Resolved(value=Table((), at), place=item.place)
        for entry, rule, decided in self._matching(type, item, at):
            self.rows.use(entry, at, type)
            if decided is not None and decided.value.at.file != at.file:
                self.rows.use(entry, decided.value.at, type)  # another file says which of the kinds it is
            self._models(entry, rule, item, type, at)
            self._endpoint(entry, rule, item, at)

    def _matching(self, type: str, item: Resolved, at: At) -> Iterator[tuple[Entry, Rule, Resolved | None]]:
        rules = self._rules.of(type)
        plain = [(entry, rule) for entry, rule in rules if not rule.when]
        conditional = [(entry, rule) for entry, rule in rules if rule.when]
        if not conditional:
            yield from ((entry, rule, None) for entry, rule in plain)
            return
        asked = self._values(item, tuple(dict.fromkeys(path for _, rule in conditional for path, _ in rule.when)))
        texts = [found for found in asked if isinstance(found.value, Text)]
        seen: set[str] = set()
        for found in texts:
            if found.offered:
                continue
            hits = [(entry, rule) for entry, rule in conditional if _holds(rule.when, found.value)] or plain
            for entry, rule in hits:
                first = found if entry.id not in seen or found.value.at.file != at.file else None
                seen.add(entry.id)
                if first is not None:
                    yield entry, rule, first
        if not seen:
            yield from ((entry, rule, None) for entry, rule in plain)
            unknown = next((found for found in asked if isinstance(found.value, Opaque)), None)
            if unknown is not None and isinstance(unknown.value, Opaque) and plain:
                self._unresolved("provider", plain[0][0], unknown, type, at)

    def _values(self, item: Resolved, paths: tuple[str, ...]) -> list[Resolved]:
        """What stands at the first of the paths that leads anywhere; one may name several, with ``|`` between them."""
        for path in (part for alternatives in paths for part in alternatives.split("|")):
            found = [inner for inner in self._program.at(item.value, path, item.place) if not _is_empty(inner)]
            if found:
                return found
        return []

    def _first(self, item: Resolved, paths: tuple[str, ...]) -> str | None:
        known = (found for found in self._values(item, paths) if isinstance(found.value, Text) and not found.offered)
        return next((found.value.value for found in known if isinstance(found.value, Text)), None)

    def _models(self, entry: Entry, rule: Rule, item: Resolved, type: str, at: At) -> None:
        for path in rule.model_args:
            for found in self._values(item, (path,)):
                if isinstance(found.value, Table):
                    continue
                place = self.models.stated(entry, found, type)
                if place is not None:
                    self.rows.use(entry, place, type)
                elif isinstance(found.value, Opaque):
                    self._unresolved("model", entry, found, type, at)

    def _unresolved(self, what: str, entry: Entry, found: Resolved, type: str, at: At) -> None:
        reason = found.value.reason if isinstance(found.value, Opaque) else "not known"
        self.rows.unresolved.append(
            Unresolved(
                file=at.file,
                line=at.line,
                what="provider" if what == "provider" else "model",
                name=entry.id,
                reason=reason,
                scope=manifest_scope(at.file),
                symbol=type,
                variable=found.variable,
            )
        )

    def _endpoint(self, entry: Entry, rule: Rule, item: Resolved, at: At) -> None:
        if not rule.url_args:
            return
        named = self._values(item, rule.url_args)
        text, variable, steps = _spelled(named[0]) if named else ("{name}", None, ())
        url = rule.host.replace("{}", text) if rule.host else text
        exposure: Exposure = exposure_of(url.partition("://")[2].partition("/")[0])
        for path, accepted in rule.private:
            for found in self._values(item, (path,)):
                if isinstance(found.value, Text) and found.value.value.lower() in accepted and not found.offered:
                    exposure = "private"
        region, deployment = self._first(item, rule.region_args), self._first(item, rule.deployment_args)
        self.rows.endpoints.append(
            Endpoint(
                file=at.file,
                line=at.line,
                url=url.lower() if rule.host else url,
                provider=entry.id,
                scope=manifest_scope(at.file),
                exposure=exposure,
                how="iac",
                region=region,
                deployment=deployment,
                variable=variable,
                steps=steps,
            )
        )


def _holds(when: tuple[tuple[str, tuple[str, ...]], ...], value: Text | object) -> bool:
    if not isinstance(value, Text):
        return False
    text = value.value.lower()
    return any(
        text == accepted.lower() or (accepted.endswith("*") and text.startswith(accepted[:-1].lower()))
        for _, values in when
        for accepted in values
    )


def _is_empty(item: Resolved) -> bool:
    value = item.value
    return (isinstance(value, Opaque) and value.reason == "null") or (isinstance(value, Text) and not value.value)


def _spelled(item: Resolved) -> tuple[str, str | None, tuple[Step, ...]]:
    """A part of an address, with braces around what is not known of it."""
    if isinstance(item.value, Text):
        return item.value.value, item.variable, item.steps
    if isinstance(item.value, Opaque) and item.value.parts and isinstance(item.value.parts[0], Text):
        return item.value.parts[0].value, item.variable, item.steps
    return "{" + (item.variable or "name").rpartition(".")[2] + "}", item.variable, item.steps
