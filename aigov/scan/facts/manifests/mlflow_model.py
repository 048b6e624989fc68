"""MLflow's ``MLmodel`` files: which libraries load a saved model, and what it was made from.

https://mlflow.org/docs/latest/ml/model/#storage-format
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.collected import Collected
from aigov.scan.facts.manifests.settings_values import model_of
from aigov.scan.facts.manifests.training import is_repository
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document, Findings
from aigov.scan.scopes import scope_of

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "mlflow-model"

_MODULES = {"pytorch": "torch", "onnx": "onnxruntime", "spark": "pyspark.ml", "llama_index": "llama_index"}
"""Modules of the flavours that are not called like theirs."""
_BASES = ("source_model_name", "repo_id", "model_name")


def wants(path: str) -> bool:
    """The file by its name."""
    return path.rpartition("/")[2] == "MLmodel"


def read(document: Document, catalogue: Catalogue) -> Findings:
    """MLflow, the library of each flavour, the base model of a fine-tuned one, and the served models it calls.

    :raises SyntaxFault: not YAML.
    """
    rows = Collected(document.path, scope_of(document.path), catalogue)
    runtime, databricks = catalogue.get("transformers"), catalogue.get("databricks")
    for root in parse_yaml(document.data.decode("utf-8", "replace")):
        flavors = root.get("flavors")
        if flavors is None:
            continue
        rows.use(catalogue.get("mlflow"), flavors.line, "flavors")
        for name, flavor in flavors.members().items():
            for entry in catalogue.imports("python", _MODULES.get(name, name)):
                rows.use(entry, flavor.line, name)
            for key in _BASES:
                base = flavor.get(key)
                if (
                    base is not None
                    and runtime is not None
                    and is_repository(base.text() or "")
                    and name == "transformers"
                ):
                    rows.model(base.text() or "", base.line, runtime)
        for served in root.elements("resources", "databricks", "serving_endpoint"):
            named = served.get("name")
            if databricks is not None and named is not None and named.text():
                rows.use(databricks, named.line, "serving_endpoint")
                found = model_of(catalogue, named.text() or "", databricks, free=True)
                if found is not None:
                    rows.model(found.model, named.line, databricks)
    return rows.findings()
