"""Libraries and models of an AI-BOM, as policies read them.

A component that aigov wrote says its catalogue slugs itself (``aigov:name``); one written by another tool is looked
up by purl, then by name, and what it does not say stays unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from packageurl import PackageURL

from aigov import spdx
from aigov.catalogue import Catalogue
from aigov.catalogue.entry import TRAITS, Entry
from aigov.catalogue.media import MEDIA, media_made
from aigov.policy.bom_agents import is_agent
from aigov.policy.bom_read import Properties, Row, occurrences, said

_REVISION = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64}")
_CODE_TYPES = ("library", "framework", "application", "container", "platform")


def read_libraries(components: list[Row], catalogue: Catalogue) -> list[Row]:
    """One row for each component and catalogue slug, sorted. Components that are no AI are left out, and so are those
    that only come along with another package: nobody chose them, and nothing in the code uses them."""
    rows: list[Row] = []
    for component in components:
        code = component["type"] in _CODE_TYPES or _is_package(component, catalogue)
        if code and not _comes_along(component) and not is_agent(component):
            rows += _library_rows(component, catalogue)
    return sorted(rows, key=lambda row: (row["ref"], row.get("slug", "")))


def read_models(components: list[Row], catalogue: Catalogue) -> list[Row]:
    """One row for each component of type machine-learning-model, sorted."""
    models = [
        _model_row(part, catalogue)
        for part in components
        if part["type"] == "machine-learning-model" and _format(part) is None and not _is_package(part, catalogue)
    ]
    return sorted(models, key=lambda row: str(row["ref"]))


def read_artifacts(components: list[Row]) -> list[Row]:
    """One row for each model file that aigov found in the tree, sorted."""
    rows = [_artifact_row(part, form) for part in components if (form := _format(part)) is not None]
    return sorted(rows, key=lambda row: str(row["ref"]))


def _format(component: Row) -> str | None:
    return Properties(component, reference(component, "component")).get("aigov:artifact:format")


def _artifact_row(component: Row, form: str) -> Row:
    ref = reference(component, "artifact")
    properties = Properties(component, ref)
    digest = next((item["content"] for item in component.get("hashes") or () if item.get("alg") == "SHA-256"), None)
    return said(
        ref=ref,
        name=component["name"],
        format=form,
        sha256=digest,
        **_licenses(component),
        architecture=properties.get("aigov:artifact:architecture"),
        quantization=properties.get("aigov:artifact:quantization"),
        base_model=properties.get("aigov:artifact:base-model"),
        adapter=properties.boolean("aigov:artifact:adapter"),
        runs_code=properties.boolean("aigov:artifact:runs-code"),
        unsafe=sorted(properties.all("aigov:artifact:unsafe")),
        scope=properties.get("aigov:scope") or "app",
        occurrences=occurrences(component),
    )


def reference(part: Row, prefix: str) -> str:
    """The bom-ref; for a part without one, what is known of it: ``service:acme/billing@2``."""
    if part.get("bom-ref"):
        return str(part["bom-ref"])
    name = f"{part['group']}/{part['name']}" if part.get("group") else part["name"]
    return f"{prefix}:{name}@{part['version']}" if part.get("version") else f"{prefix}:{name}"


def _library_rows(component: Row, catalogue: Catalogue) -> Iterator[Row]:
    ref = reference(component, "component")
    properties = Properties(component, ref)
    slugs = properties.all("aigov:name")
    if slugs:
        scope = properties.get("aigov:scope")
        known: list[tuple[str, Entry | None]] = [(slug, catalogue.get(slug)) for slug in slugs]
    else:
        scope = "test" if component.get("scope") == "excluded" else "app"
        known = [(entry.id, entry) for entry in _find_entries(component, catalogue)]
    kinds = properties.all("aigov:kind")
    for slug, entry in known:
        own_kind = kinds[0] if len(kinds) == 1 else None
        yield said(
            ref=ref,
            name=_whole_name(component),
            slug=slug,
            kind=own_kind or (entry.kind if entry else None),
            traits=read_traits(properties, slug, entry),
            purl=component.get("purl"),
            version=component.get("version"),
            **_licenses(component),
            licence_sources=_sources(properties),
            licence_other_versions=_other_versions(properties),
            locked=properties.get("aigov:locked"),
            scope=scope,
            jurisdiction=properties.get("aigov:jurisdiction") or (entry.jurisdiction if entry else None),
            occurrences=occurrences(component),
        )


def _whole_name(component: Row) -> str:
    """As whoever asks for the package spells it: ``@ai-sdk/react`` is another one than ``react``."""
    name, group = str(component["name"]), str(component.get("group") or "")
    spelled = group.startswith("@") or str(component.get("purl", "")).startswith(("pkg:npm/", "pkg:composer/"))
    return f"{group}/{name}" if group and spelled and not name.startswith(f"{group}/") else name


def read_traits(properties: Properties, slug: str, entry: Entry | None) -> list[str] | None:
    """What the catalogue knew of the entry beyond its kind when aigov wrote the document, else what it knows now."""
    if properties.get("aigov:name"):
        pairs = (text.partition(" ") for text in properties.all("aigov:trait"))
        found = sorted({trait for id, _, trait in pairs if id == slug and trait in TRAITS})
    else:
        found = sorted(entry.traits) if entry else []
    return found or None


def _is_package(component: Row, catalogue: Catalogue) -> bool:
    """Whether what another tool calls a model is a package that the catalogue knows: ``pkg:pypi/openai``."""
    purl = _purl(component)
    if purl is None or component["type"] != "machine-learning-model":
        return False
    return bool(catalogue.package(purl.to_string()))


def _comes_along(component: Row) -> bool:
    properties = Properties(component, reference(component, "component"))
    return properties.get("aigov:direct") == "no" and not properties.boolean("aigov:undeclared")


def _find_entries(component: Row, catalogue: Catalogue) -> tuple[Entry, ...]:
    if purl := _purl(component):
        if purl.type in ("docker", "oci"):
            image = catalogue.image(f"{purl.namespace}/{purl.name}" if purl.namespace else purl.name)
            return (image,) if image else ()
        # A package that the catalogue does not list is no AI that it knows, whatever its name.
        return catalogue.package(purl.to_string())
    return find_by_name(component["name"], catalogue)


def find_by_name(name: str, catalogue: Catalogue) -> tuple[Entry, ...]:
    """The entry whose id or title this is, in any case: for parts that carry nothing better."""
    wanted = " ".join(name.lower().split())
    entry = catalogue.get(wanted.replace(" ", "-"))
    if entry:
        return (entry,)
    return tuple(entry for entry in catalogue.entries.values() if entry.title.lower() == wanted)


def _purl(component: Row) -> PackageURL | None:
    try:
        return PackageURL.from_string(component.get("purl") or "")
    except ValueError:
        return None


def _model_row(component: Row, catalogue: Catalogue) -> Row:
    ref = reference(component, "model")
    properties = Properties(component, ref)
    provider = properties.get("aigov:model:provider")
    if provider:
        host = catalogue.get(provider)
        row = said(
            id=component["name"],
            provider=provider,
            publisher=properties.get("aigov:model:publisher"),
            platform=properties.get("aigov:model:platform") or (host.lifecycle_platform if host else None),
            pinned=properties.get("aigov:model:pinned"),
            variable=properties.get("aigov:model:variable"),
            mention=properties.boolean("aigov:model:mention"),
            scope=properties.get("aigov:scope"),
        )
    else:
        row = _foreign_model(component, catalogue)
    maker = catalogue.get(row["publisher"]) if "publisher" in row else None
    return row | said(
        ref=ref,
        version=component.get("version"),
        jurisdiction=maker.jurisdiction if maker else None,
        lifecycle_id=_lifecycle_id(row, catalogue),
        makes=_makes(component, properties, catalogue) or None,
        **_licenses(component),
        occurrences=occurrences(component),
    )


def _foreign_model(component: Row, catalogue: Catalogue) -> Row:
    purl = _purl(component)
    model_id = f"{component['group']}/{component['name']}" if component.get("group") else component["name"]
    owner = catalogue.model_owner(model_id)
    revision = (purl.version if purl else None) or component.get("version") or ""
    if _REVISION.fullmatch(revision):
        pinned = "yes"
    else:
        pinned = catalogue.pinned(owner[0].id, model_id) if owner else "unresolved"
    return said(
        id=model_id,
        publisher=(owner[1].publisher or owner[0].id) if owner else None,
        pinned=pinned,
        scope="test" if component.get("scope") == "excluded" else "app",
    )


def _makes(component: Row, properties: Properties, catalogue: Catalogue) -> list[str]:
    """Media that the model makes, and no text: as aigov wrote it, as the model card says, or as its id tells."""
    if properties.get("aigov:model:provider"):
        return sorted({*properties.all("aigov:model:makes")} & {*MEDIA})
    parameters = (component.get("modelCard") or {}).get("modelParameters") or {}
    formats = {str(output.get("format", "")).lower().partition("/")[0] for output in parameters.get("outputs") or ()}
    said_so = formats if formats <= {*MEDIA} else set()
    return sorted({*said_so, *media_made(catalogue, component["name"])})


def _lifecycle_id(row: Row, catalogue: Catalogue) -> str | None:
    """Under which id the lifecycle facts know the model: without a Bedrock profile or a ``models/`` path."""
    fact = catalogue.lifecycle(row["platform"], row["id"]) if "platform" in row else None
    return fact.model_id if fact else None


def _licenses(component: Row) -> Row:
    """The licences, and the ways to meet all of them; empty where none is said."""
    names: set[Any] = set()
    for choice in component.get("licenses") or ():
        license = choice.get("license") or {}
        names.add(choice.get("expression") or license.get("id") or license.get("name"))
    licences = spdx.settle(name for name in names if name)
    return {"licenses": licences, "licence_options": spdx.options(licences)} if licences else {}


def _sources(properties: Properties) -> list[Row] | None:
    rows = properties.rows("aigov:licence:source")
    found = [said(licence=row.get("licence"), source=row.get("source"), file=row.get("file")) for row in rows]
    return sorted(found, key=lambda row: sorted(map(str, row.items()))) or None


def _other_versions(properties: Properties) -> list[Row] | None:
    rows = properties.rows("aigov:licence:other-version")
    found = [said(version=row.get("version"), file=row.get("file")) for row in rows]
    return sorted(found, key=lambda row: sorted(map(str, row.items()))) or None
