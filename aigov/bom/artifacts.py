"""Model files of the tree as machine-learning-model components, with digest and licence."""

from __future__ import annotations

from aigov.bom import properties as p
from aigov.bom.document import Component, Evidence, Hash, License, LicenseChoice, ModelCard, Occurrence
from aigov.model import Artifact, Inventory

_SPDX = {
    id.lower(): id
    for id in (
        "Apache-2.0",
        "MIT",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "GPL-2.0",
        "GPL-3.0",
        "AGPL-3.0",
        "LGPL-3.0",
        "MPL-2.0",
        "Unlicense",
        "CC0-1.0",
        "CC-BY-4.0",
        "CC-BY-SA-4.0",
        "CC-BY-NC-4.0",
        "CC-BY-NC-SA-4.0",
        "CC-BY-NC-ND-4.0",
        "ISC",
        "ECL-2.0",
        "AFL-3.0",
        "Artistic-2.0",
        "BSL-1.0",
        "WTFPL",
        "Zlib",
    )
}
"""Hugging Face spells SPDX ids in small letters (https://huggingface.co/docs/hub/repositories-licenses)."""


def artifact_ref(row: Artifact) -> str:
    """``bom-ref`` of a model file."""
    return f"artifact:{row.file}"


def licence_choice(spelled: str) -> LicenseChoice:
    """A licence by its SPDX id where that is known, else by the name that the source gives it."""
    known = _SPDX.get(spelled.lower())
    return LicenseChoice(license=License(id=known) if known else License(name=spelled))


def artifact_components(inventory: Inventory) -> tuple[Component, ...]:
    """One component for each model file."""
    return tuple(_component(row) for row in inventory.artifacts)


def _component(row: Artifact) -> Component:
    told = [word for word, value in (("hash", row.sha256), ("license", row.license)) if value]
    return Component(
        type="machine-learning-model",
        bom_ref=artifact_ref(row),
        name=row.name or row.file.rpartition("/")[2],
        scope="required" if row.scope == "app" else "excluded",
        hashes=(Hash(content=row.sha256),) if row.sha256 else (),
        licenses=(licence_choice(row.license),) if row.license else (),
        model_card=ModelCard(properties=p.state(p.CARD_KNOWN, " ".join(told) or "nothing")),
        evidence=Evidence(
            occurrences=(Occurrence(location=row.file, additional_context=f"format={row.format} scope={row.scope}"),)
        ),
        properties=(
            *p.state(p.ARTIFACT_FORMAT, row.format),
            *p.state(p.ARTIFACT_SIZE, row.size),
            *p.state(p.ARTIFACT_STORED, row.stored),
            *p.state(p.ARTIFACT_ARCHITECTURE, row.architecture),
            *p.state(p.ARTIFACT_QUANTIZATION, row.quantization),
            *p.state(p.ARTIFACT_BASE_MODEL, row.base_model),
            *p.state(p.ARTIFACT_PRODUCER, row.producer),
            *p.state(p.ARTIFACT_ADAPTER, row.adapter),
            *p.state(p.ARTIFACT_RUNS_CODE, row.runs_code),
            *p.state_each(p.ARTIFACT_UNSAFE, row.unsafe),
            *p.state(p.ARTIFACT_NOTE, row.note),
            *p.state(p.SCOPE, row.scope),
        ),
    )
