"""What single strings of a template prove: permissions, roles, variables, addresses, images, model ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from aigov.scan.facts.infra.detect import Detector
from aigov.scan.facts.infra.models import bare_id
from aigov.scan.facts.infra.program import Place, Program
from aigov.scan.facts.infra.values import At, Join, Opaque, Table, Text, Unit, Value, walk
from aigov.scan.facts.manifests.command_rows import CommandRows
from aigov.scan.facts.manifests.commands import image_of
from aigov.scan.facts.manifests.images import image_entry
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.settings_values import variable_entry
from aigov.scan.facts.manifests.shell_script import read_script
from aigov.scan.facts.manifests.variables import Variable, read_variables
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Entry

_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Za-z]\w*?(?:(?:__|:)\w+){1,8}")
"""Also the nested keys of .NET: ``OpenAI__ApiKey``, ``OpenAI:ApiKey``."""
_NAMES = frozenset(("name", "key", "parameterkey", "environmentvariablename"))
_VALUES = frozenset(("value", "parametervalue"))
_LABELS = frozenset(
    """name displayname description title tags labels annotations metadata comment resourcename alias type family sku
    version format deployment deploymentname scope namespace key index indexname rolename policyname sid""".split()  # noqa: SIM905
)
"""Keys, without ``_`` and case, of what is named or told and not chosen. A deployment may be called like a model."""
_HOST = re.compile(r"(?:https?://)?((?:[\w{}*<>-]+\.)+[a-z]{2,})(?::\d+)?(?:/.*)?", re.IGNORECASE)
_IMAGE = re.compile(r"image|fxversion")
"""Keys of container images; Azure's App Service says ``linuxFxVersion: 'DOCKER|qdrant/qdrant'``."""
_SCRIPT = re.compile(
    r"user_?data(?:_base64)?|custom_?data|(?:metadata_)?startup_?script|inline|commandToExecute|remote_?exec|UserData",
    re.IGNORECASE,
)
_MANY = 6
_AZURE = ("azurerm_", "azapi_", "data.azurerm_", "data.azapi_", "azure:", "azure-native:")


class Strings:
    """Reads the strings of one tree's units, after its resources."""

    def __init__(self, program: Program, detector: Detector, catalogue: Catalogue) -> None:
        self._program = program
        self._detector = detector
        self._catalogue = catalogue
        self._replaced: dict[At, str] = {}
        """The parameters whose values stand at a place."""
        self._claimed = {(row.file, row.line, row.model) for row in detector.rows.models}
        self._azure = tuple(
            entry
            for entry in catalogue.entries.values()
            if any(rule.model_args and rule.type.startswith("Microsoft.") for rule in entry.resources)
        )

    def unit(self, unit: Unit) -> None:
        """Everything that the strings of a unit say."""
        place = Place(unit=unit)
        azure = unit.dialect in ("bicep", "arm") or any(r.type.startswith(_AZURE) for r in unit.resources)
        variables: list[tuple[str, Variable]] = []
        lists = [value for value in unit.constants.values() if _is_list(value)]
        for key, root, variable, mention in self._roots(unit):
            for name, value in walk(root, key):
                if isinstance(value, Table):
                    variables += self._variables(value, place)
                    if azure:
                        self._deployed(value, place)
                elif isinstance(value, (Text, Join)):
                    self._string(
                        name, value, place, azure=azure, variable=variable, mention=mention, listed=root in lists
                    )
        for name, parameter in unit.parameters.items():
            if _VARIABLE.fullmatch(name):
                at = parameter.at
                variables.append((at.file, Variable(name=name, value="", line=at.line)))
                if isinstance(parameter.default, Text):
                    variables.append((at.file, Variable(name=name, value=parameter.default.value, line=at.line)))
            elif not azure and (entry := self._named(name)) is not None:
                self._detector.rows.use(entry, parameter.at, name)
        for root in unit.settings:
            for item in root.items if isinstance(root, Table) and unit.dialect == "terraform" else ():
                if (entry := self._named(item.key)) is not None:
                    self._detector.rows.use(entry, item.at, item.key)
        for file in sorted({file for file, _ in variables}):
            here = [variable for path, variable in variables if path == file]
            rows, scope = self._detector.rows, manifest_scope(file)
            named = [variable for variable in here if not variable.value]
            rows.uses += read_variables(file, named, how="iac", scope=scope, catalogue=self._catalogue).uses
            found = self._unclaimed(read_variables(file, here, how="iac", scope=scope, catalogue=self._catalogue))
            told = {row.line for row in found.models} | {row.line for row in found.endpoints}
            served = {row.model: entry for row in found.models if azure and (entry := self._served(row.model))}
            owners = {row.provider for row in found.models if row.model in served}
            rows.uses += [use for use in found.uses if use.line in told and use.name not in owners]
            rows.endpoints += found.endpoints
            for row in found.models:
                if row.model in served:
                    rows.use(served[row.model], At(row.file, row.line), row.variable)
            rows.models += [
                replace(
                    row,
                    provider=served[row.model].id if row.model in served else row.provider,
                    variable=self._replaced.get(At(row.file, row.line), row.variable),
                )
                for row in found.models
                if (row.file, row.line, row.model) not in self._claimed
            ]

    def _unclaimed(self, found: Findings) -> Findings:
        """Without what a server is known to be told: ``google/gemma-2-9b-it`` is no model of Google's API there."""
        taken = {
            (row.file, row.line, row.model, row.provider)
            for row in found.models
            if any((row.file, row.line) == claim[:2] and claim[2].endswith(f"/{row.model}") for claim in self._claimed)
        }
        if not taken:
            return found
        told = {(file, line, provider) for file, line, _, provider in taken}
        return replace(
            found,
            models=tuple(r for r in found.models if (r.file, r.line, r.model, r.provider) not in taken),
            uses=tuple(use for use in found.uses if (use.file, use.line, use.name) not in told),
        )

    @staticmethod
    def _roots(unit: Unit) -> Iterator[tuple[str, Value, str | None, bool]]:
        for resource in unit.resources:
            yield "", resource.body, None, False
        for module in unit.modules:
            yield "", module.arguments, None, False
        for name, value in unit.constants.items():
            yield name, value, None, False
        for value in unit.settings:
            yield "", value, None, False
        prefix = "var." if unit.dialect == "terraform" else ""
        for name, parameter in unit.parameters.items():
            if parameter.default is not None:
                yield name, parameter.default, f"{prefix}{name}", False
            if parameter.allowed is not None:
                yield name, parameter.allowed, f"{prefix}{name}", True

    def _named(self, parameter: str) -> Entry | None:
        """The entry whose variable a parameter is called after: ``openai_api_key``, ``OpenAIApiKey``."""
        found = self._squeezed.get(parameter.replace("_", "").replace("-", "").upper())
        # "huggingface_token": known by what its variables begin with
        return found or (variable_entry(self._catalogue, parameter.upper()) if "_" in parameter else None)

    @property
    def _squeezed(self) -> dict[str, Entry]:
        if not hasattr(self, "_by_squeezed"):
            self._by_squeezed = {
                name.replace("_", ""): entry
                for entry in self._catalogue.entries.values()
                for name in entry.env
                if not name.endswith("*") and name.count("_") > 1
            }
        return self._by_squeezed

    # --- variables --------------------------------------------------------------------------------------------------

    def _variables(self, table: Table, place: Place) -> Iterator[tuple[str, Variable]]:
        """Settings of a table ``NAME = value``, or of a pair of name and value."""
        named: tuple[str, At] | None = None
        given: Value | None = None
        for item in table.items:
            lower = item.key.lower()
            if _VARIABLE.fullmatch(item.key):
                yield from self._settings(item.key, item.at, item.value, place)
            elif lower in _NAMES and isinstance(item.value, Text) and _VARIABLE.fullmatch(item.value.value):
                named = item.value.value, item.value.at
            elif lower in _VALUES:
                given = item.value
        if named is not None:
            yield from self._settings(*named, given, place)

    def _settings(self, name: str, at: At, value: Value | None, place: Place) -> Iterator[tuple[str, Variable]]:
        yield at.file, Variable(name=name, value="", line=at.line)
        for found in self._program.resolve(value, place) if value is not None else ():
            if isinstance(found.value, Text) and found.value.value and not found.offered:
                place_of = found.value.at
                if found.variable is not None:
                    self._replaced[place_of] = found.variable
                yield place_of.file, Variable(name=name, value=found.value.value, line=place_of.line)

    # --- strings ----------------------------------------------------------------------------------------------------

    def _string(
        self,
        key: str,
        value: Text | Join,
        place: Place,
        *,
        azure: bool,
        variable: str | None,
        mention: bool,
        listed: bool,
    ) -> None:
        text = value if isinstance(value, Text) else self._joined(value, place)
        if text is not None and _SCRIPT.fullmatch(key) and (" " in text.value or "\n" in text.value):
            self._script(text, heredoc=place.unit.dialect == "terraform")
            return
        if text is None or not 3 <= len(text.value) <= 400:
            return
        rows, catalogue = self._detector.rows, self._catalogue
        squeezed = key.replace("_", "").replace("-", "").lower()
        sign = self._detector.signs.find(text.value)
        if sign is not None:
            if not listed:
                rows.use(sign[0], text.at, text.value[:80])
            return
        if _IMAGE.search(squeezed) and (found := image_of(text.value.rpartition("|")[2])) is not None and found.image:
            entry = image_entry(catalogue, found.image)
            if entry is not None:
                rows.use(entry, text.at, found.image)
                return
        host = _HOST.fullmatch(text.value)
        entry = catalogue.host(host[1]) if host else None
        if entry is not None:
            rows.use(entry, text.at, host[1] if host else None)
        elif squeezed not in _LABELS and not _VARIABLE.fullmatch(key):
            self._model(text, azure, variable, mention)

    def _deployed(self, table: Table, place: Place) -> None:
        """A model to deploy, wherever it is listed: ``{format: 'OpenAI', name: 'gpt-4o'}``."""
        known = {item.key.lower(): item.value for item in table.items}
        if "format" not in known or "name" not in known:
            return
        formats = [found.value for found in self._program.resolve(known["format"], place)]
        told = any(isinstance(one, Text) and one.value.lower().startswith("openai") for one in formats)
        for found in self._program.resolve(known["name"], place) if told else ():
            entry = self._served(found.value.value) if isinstance(found.value, Text) and not found.offered else None
            if entry is None or not isinstance(found.value, Text):
                continue
            at, id = found.value.at, found.value.value
            if (at.file, at.line, id) not in self._claimed:
                self._claimed.add((at.file, at.line, id))
                self._detector.models.add(entry, id, found.value, "model", variable=found.variable)
                self._detector.rows.use(entry, at, id)

    def _script(self, text: Text, *, heredoc: bool) -> None:
        """What a machine runs when it starts, or a provisioner once."""
        commands = CommandRows(text.at.file, manifest_scope(text.at.file), self._catalogue)
        # A heredoc is where its text begins, a block of YAML a line above.
        first = text.at.line + ("\n" in text.value and not heredoc)
        commands.script(read_script(text.value, first_line=first))
        found, rows = commands.findings(), self._detector.rows
        rows.uses += [replace(row, how="iac") for row in found.uses]
        rows.models += [replace(row, how="iac") for row in found.models]
        rows.endpoints += [replace(row, how="iac") for row in found.endpoints]

    def _joined(self, value: Join, place: Place) -> Text | None:
        found: Value = self._program.resolve(value, place)[0].value
        if isinstance(found, Opaque):
            found = found.parts[0] if found.parts else found
        return found if isinstance(found, Text) else None

    def _model(self, text: Text, azure: bool, variable: str | None, mention: bool) -> None:
        id = bare_id(text.value)
        owner = self._catalogue.model_owner(id) if id is not None else None
        if id is None or owner is None or (text.at.file, text.at.line, id) in self._claimed:
            return
        entry = self._served(id) or owner[0] if azure else owner[0]
        self._detector.models.add(entry, id, text, None, variable=variable, mention=mention)
        self._detector.rows.use(entry, text.at, id)

    def _served(self, id: str) -> Entry | None:
        """Who serves a model to what an Azure template deploys."""
        for entry in self._azure:
            if any(pattern.publisher and re.fullmatch(pattern.regex, id) for pattern in entry.models):
                return entry
        return None


def _is_list(root: Value) -> bool:
    """Whether a value is a table of the roles that there are, of which none is given here."""
    return (
        isinstance(root, Table) and len(root.items) >= _MANY and all(not isinstance(i.value, Table) for i in root.items)
    )
