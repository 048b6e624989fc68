"""Model files of the tree as machine-learning-model components, with digest and licence."""

from __future__ import annotations

from aigov.bom import properties as p
from aigov.bom.document import Component, Evidence, Hash, ModelCard, Occurrence
from aigov.bom.licences import licence_choices
from aigov.model import Artifact, Inventory


def artifact_ref(row: Artifact) -> str:
    """``bom-ref`` of a model file."""
    return f"artifact:{row.file}"


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
        licenses=licence_choices((row.license,)) if row.license else (),
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
