"""What templates run in clusters: charts, custom resources, and the models that containers are told to serve.

https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release and
https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs; containers are alike in every language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from aigov.catalogue.infrastructure import ResourceRules
from aigov.scan.facts.infra.detect import Detector
from aigov.scan.facts.infra.embedded import from_node
from aigov.scan.facts.infra.program import Place, Program, Resolved
from aigov.scan.facts.infra.values import At, Resource, Sequence, Table, Text, Unit, Value, walk
from aigov.scan.facts.manifests.charts import chart_entries
from aigov.scan.facts.manifests.commands import image_of
from aigov.scan.facts.manifests.container_rows import MODEL_KEYS, ContainerRows
from aigov.scan.facts.manifests.images import image_entry
from aigov.scan.facts.manifests.nodes import SyntaxFault
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_RELEASE = "helm_release"
_MANIFESTS = {"kubernetes_manifest": "manifest", "kubectl_manifest": "yaml_body"}
_COMMANDS = ("command", "args", "entrypoint")
_IN_FOLDER = re.compile(r"[./~]|\$\{|\{")
_LAST_KEY = re.compile(r"([A-Za-z_]\w*)(?:\[\d*\])*$")
_MOST = 200


class ClusterReader:
    """Reads what the resources of one tree run."""

    def __init__(self, program: Program, detector: Detector, catalogue: Catalogue) -> None:
        self._program = program
        self._detector = detector
        self._catalogue = catalogue
        self._rules = ResourceRules(catalogue.entries.values())

    def unit(self, unit: Unit) -> None:
        """Everything that the resources of a unit run."""
        place = Place(unit=unit)
        for resource in unit.resources:
            if resource.type == _RELEASE:
                self._release(resource, place)
                continue
            body = resource.body
            if resource.type in _MANIFESTS:
                for found in self._program.at(body, _MANIFESTS[resource.type], place):
                    for manifest in self._parsed(found.value):
                        self._custom(manifest, place)
                        self._containers(manifest, place)
            self._containers(body, place)

    # --- charts -----------------------------------------------------------------------------------------------------

    def _release(self, resource: Resource, place: Place) -> None:
        chart = self._text(resource.body, "chart", place)
        if chart is None or _IN_FOLDER.match(chart.value):
            return
        if "/" not in chart.value and self._text(resource.body, "repository", place) is None:
            return  # a folder beside, or a repository of the machine that installs it
        for entry in chart_entries(self._catalogue, chart.value):
            self._detector.rows.use(entry, chart.at, chart.value)
            if entry.kind == "model-host":
                for key, value in self._set(resource.body, place):
                    self._model(entry, key, value)

    def _set(self, body: Value, place: Place) -> Iterator[tuple[str, Text]]:
        """Names and values that a release sets, in whatever way."""
        for block in self._each(body, "set", place):
            name, value = (self._text(block.value, key, block.place) for key in ("name", "value"))
            if name is not None and value is not None:
                yield name.value, value
        for found in self._each(body, "values", place):
            for values in self._parsed(found.value):
                for key, part in walk(values):
                    yield from ((key, text) for text in self._texts(part, found.place))

    def _model(self, entry: Entry, name: str, text: Text) -> None:
        key = _LAST_KEY.search(name)
        if key is not None and MODEL_KEYS.fullmatch(key[1]):
            rows = self._container(text.at)
            rows.model(entry, text.value, text.at.line)
            self._keep(rows)

    # --- custom resources -------------------------------------------------------------------------------------------

    def _custom(self, manifest: Value, place: Place) -> None:
        version, kind = (self._text(manifest, key, place) for key in ("apiVersion", "kind"))
        group = version.value.rpartition("/")[0] if version is not None else ""
        if kind is None or not group:
            return
        for entry, rule in self._rules.of(f"{group}/{kind.value}"):
            self._detector.rows.use(entry, kind.at, f"{group}/{kind.value}")
            for path in rule.model_args:
                for found in self._program.at(manifest, path, place):
                    if isinstance(found.value, Text):
                        rows = self._container(found.value.at)
                        rows.model(entry, found.value.value, found.value.at.line)
                        self._keep(rows)

    # --- containers -------------------------------------------------------------------------------------------------

    def _containers(self, body: Value, place: Place) -> None:
        for _, value in walk(body):
            members = {item.key.lower(): item.value for item in value.items} if isinstance(value, Table) else {}
            if "image" in members and isinstance(value, Table):
                self._container_of(value, members, place)

    def _container_of(self, table: Table, members: dict[str, Value], place: Place) -> None:
        image = next(iter(self._texts(members["image"], place)), None)
        found = image_of(image.value) if image is not None else None
        served = image_entry(self._catalogue, found.image) if found is not None and found.image else None
        served = served if served is not None and served.kind == "model-host" else None
        lists = [list(self._texts(item, place)) for key in _COMMANDS if key in members for item in _parts(members[key])]
        words = [text for texts in lists for text in texts[:1]]
        if words:
            rows = self._container(words[0].at)
            rows.command([word.value for word in words], words[0].at.line, served)
            self._keep(rows, words)
        for _, value in walk(table) if served is not None else ():
            pair = {item.key.lower(): item.value for item in value.items} if isinstance(value, Table) else {}
            names = list(self._texts(pair["name"], place)) if {"name", "value"} <= pair.keys() else []
            for text in self._texts(pair["value"], place) if names else ():
                if MODEL_KEYS.fullmatch(names[0].value) and self._catalogue.env(names[0].value) is None:
                    rows = self._container(text.at)
                    rows.model(served, text.value, text.at.line, names[0].value)
                    self._keep(rows)

    # --- values -----------------------------------------------------------------------------------------------------

    def _each(self, body: Value, path: str, place: Place) -> list[Resolved]:
        """What stands at a path: a block, several, or the elements of a list."""
        found: list[Resolved] = []
        for item in self._program.at(body, path, place):
            found += self._program.at(item.value, "*", item.place) if isinstance(item.value, Sequence) else [item]
        return found[:_MOST]

    def _text(self, body: Value, key: str, place: Place) -> Text | None:
        found = self._program.at(body, key, place) if isinstance(body, Table) else []
        return next((item.value for item in found if isinstance(item.value, Text) and not item.offered), None)

    def _texts(self, value: Value, place: Place) -> Iterator[Text]:
        if isinstance(value, (Table, Sequence)):
            return
        for found in self._program.resolve(value, place):
            if isinstance(found.value, Text) and not found.offered:
                yield found.value

    @staticmethod
    def _parsed(value: Value) -> list[Value]:
        """The value itself, or the documents of YAML that a text is."""
        if not isinstance(value, Text):
            return [value]
        if "\n" not in value.value:
            return []
        try:
            return [from_node(root, value.at.file, value.at.line - 1) for root in parse_yaml(value.value)]
        except SyntaxFault:
            return []  # a template that is filled in later: its strings are read all the same

    def _container(self, at: At) -> ContainerRows:
        return ContainerRows(at.file, "iac", manifest_scope(at.file), self._catalogue)

    def _keep(self, rows: ContainerRows, words: Collection[Text] = ()) -> None:
        """Keep what was found, each model at the place that spells it."""
        found, kept = rows.findings(), self._detector.rows
        spelled = {word.value.rpartition("=")[2]: word.at for word in words}
        kept.uses += [
            replace(row, file=at.file, line=at.line) if (at := spelled.get(row.symbol or "")) else row
            for row in found.uses
        ]
        kept.models += [
            replace(row, file=at.file, line=at.line) if (at := spelled.get(row.model)) else row for row in found.models
        ]
        kept.endpoints += found.endpoints


def _parts(value: Value) -> tuple[Value, ...]:
    return value.items if isinstance(value, Sequence) else (value,)
