"""The part of CycloneDX 1.6 and 1.7 that aigov writes, as types; ``Bom.to_dict`` is the JSON form.

Own types, because cyclonedx-python-lib has no modelCard, compositions or citations
(https://github.com/CycloneDX/cyclonedx-python-lib/issues/912). Field names are those of the JSON schema in snake case;
the order of the fields is the order of the keys in the file. Absent (None, an empty tuple) means not known, and is
not written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal

SpecVersion = Literal["1.6", "1.7"]

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""What Python makes of a file name that is no UTF-8 (PEP 383). No UTF-8 document can hold it."""

_JSON_NAMES = {"bom_ref": "bom-ref", "x_trust_boundary": "x-trust-boundary"}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Property:
    """A name and a value of a taxonomy; aigov's names are listed in docs/aibom.md. Names may repeat."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalReference:
    """A link to more about a component or service."""

    type: Literal["website", "documentation", "vcs"]
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An organizational entity: who makes a model or runs a service."""

    name: str
    url: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """Where in the source a component was seen."""

    location: str
    """File path relative to the root of the scan."""
    line: int | None = None
    symbol: str | None = None
    additional_context: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a component is listed."""

    occurrences: tuple[Occurrence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InputOutput:
    """The format of a model's input or output: ``text``, ``image``, ``audio``, ``embedding``."""

    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelParameters:
    """What a model is for."""

    task: str | None = None
    inputs: tuple[InputOutput, ...] = ()
    outputs: tuple[InputOutput, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """A model card. ``properties`` belong here: CycloneDX has none in ``modelParameters``."""

    model_parameters: ModelParameters | None = None
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hash:
    """A digest of a file."""

    alg: Literal["SHA-256"] = "SHA-256"
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    """A licence by its SPDX id, or else by the name that the source gives it."""

    id: str | None = None
    name: str | None = None
    acknowledgement: Literal["declared"] = "declared"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseChoice:
    """One licence of a component, or the one expression that says how several go together."""

    license: License | None = None
    expression: str | None = None
    acknowledgement: Literal["declared"] | None = None
    """Of the expression."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """The app, a library, a model, a model file, or the tool that wrote the document."""

    type: Literal["application", "library", "machine-learning-model"]
    bom_ref: str
    manufacturer: Organization | None = None
    publisher: str | None = None
    group: str | None = None
    name: str
    version: str | None = None
    description: str | None = None
    scope: Literal["required", "optional", "excluded"] | None = None
    hashes: tuple[Hash, ...] = ()
    licenses: tuple[LicenseChoice, ...] = ()
    purl: str | None = None
    external_references: tuple[ExternalReference, ...] = ()
    model_card: ModelCard | None = None
    evidence: Evidence | None = None
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceData:
    """A class of data that a service exchanges. No ``name``: cyclonedx-python-lib raises on it when reading."""

    flow: Literal["inbound", "outbound", "bi-directional", "unknown"]
    classification: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A provider API, a model server, a vector store, or an MCP server."""

    bom_ref: str
    provider: Organization | None = None
    name: str
    version: str | None = None
    endpoints: tuple[str, ...] = ()
    """IRIs only; what the source leaves open is in the properties."""
    x_trust_boundary: bool | None = None
    data: tuple[ServiceData, ...] = ()
    external_references: tuple[ExternalReference, ...] = ()
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """An edge of the graph: ``ref`` reaches data or code through ``depends_on``."""

    ref: str
    depends_on: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """How complete a part of the document is."""

    aggregate: Literal["incomplete", "unknown"]
    assemblies: tuple[str, ...] = ()
    dependencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """The phase in which the document was made."""

    phase: Literal["pre-build"] = "pre-build"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What made the document."""

    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """When, with what and about what the document was made."""

    timestamp: str | None = None
    """RFC 3339, UTC."""
    lifecycles: tuple[Lifecycle, ...] = (Lifecycle(),)
    tools: Tools
    component: Component
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Who or what supplied the values at ``pointers`` (JSON pointers into the document). CycloneDX 1.7 only."""

    pointers: tuple[str, ...]
    timestamp: str
    attributed_to: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bom:
    """The document without its serial number, which is derived from the rest."""

    spec_version: SpecVersion
    version: int = 1
    metadata: Metadata
    components: tuple[Component, ...] = field(default=(), metadata={"always": True})
    """Written when empty too: the scan looked, and found none."""
    services: tuple[Service, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    compositions: tuple[Composition, ...] = ()
    citations: tuple[Citation, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The document as plain JSON values, keys in the order of the fields."""
        document = {
            "$schema": f"http://cyclonedx.org/schema/bom-{self.spec_version}.schema.json",
            "bomFormat": "CycloneDX",
        }
        document.update(_plain(self))
        return document


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            _json_name(field.name): _plain(item)
            for field in fields(value)
            if ((item := getattr(value, field.name)) is not None and item != ()) or field.metadata.get("always")
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str) and not value.isascii():
        return _HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", value)
    return value


def _json_name(name: str) -> str:
    if name in _JSON_NAMES:
        return _JSON_NAMES[name]
    first, *rest = name.split("_")
    return first + "".join(part.title() for part in rest)
