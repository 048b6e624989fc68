"""Configuration files whose very name and shape say which tool they configure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aigov.model import Use
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.records import manifest_scope
from aigov.scan.facts.manifests.yaml_nodes import parse_yaml
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "tool-config"

_FILES = {
    "langgraph.json": ("langgraph", ("graphs",)),
    "promptfooconfig.yaml": ("promptfoo", ("providers", "prompts", "targets")),
    "promptfooconfig.yml": ("promptfoo", ("providers", "prompts", "targets")),
}
"""File name -> (catalogue entry, keys of which one must stand at the top)."""


def wants(path: str) -> bool:
    """The files of the table."""
    return path.rpartition("/")[2] in _FILES


def read(document: Document, catalogue: Catalogue) -> Findings:
    """A use of the tool, at the first of its keys.

    :raises SyntaxFault: not JSON or YAML.
    """
    name = document.path.rpartition("/")[2]
    slug, keys = _FILES[name]
    text = document.data.decode("utf-8", "replace")
    roots = [parse_json(text)] if name.endswith(".json") else parse_yaml(text)
    lines = [node.line for root in roots for key in keys if (node := root.get(key)) is not None]
    entry = catalogue.get(slug)
    if entry is None or not lines:
        return Findings()
    scope = manifest_scope(document.path)
    return Findings(
        uses=(Use(file=document.path, line=min(lines), name=slug, kind=entry.kind, how="config", scope=scope),)
    )
