"""Trees of JSON and YAML as ``values``, also those that stand as text within a template: policies, mostly."""

from __future__ import annotations

from aigov.scan.facts.infra.values import At, Item, Opaque, Sequence, Table, Text, Value
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault


def from_node(node: Node, path: str, above: int = 0) -> Value:
    """The value of a tree; ``above`` is how many lines stand before it."""
    at = At(path, node.line + above)
    if isinstance(node.value, dict):
        items = (
            Item(key, from_node(member, path, above), At(path, member.line + above))
            for key, member in node.value.items()
        )
        return Table(tuple(items), at)
    if isinstance(node.value, list):
        return Sequence(tuple(from_node(element, path, above) for element in node.value), at)
    if node.value is None:
        return Opaque("null", at)
    return Text(str(node.value).lower() if isinstance(node.value, bool) else str(node.value), at)


def structured(text: str, path: str, above: int) -> Value | None:
    """The value of a text that is a JSON object or array; None for any other."""
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return from_node(parse_json(text), path, above)
    except SyntaxFault:
        return None
