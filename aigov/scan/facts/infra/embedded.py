"""Trees of JSON and YAML as ``values``, also those that stand as text within a template: policies, mostly."""

from __future__ import annotations

from aigov.scan.facts.infra.values import At, Item, Opaque, Sequence, Table, Text, Value
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import Node, SyntaxFault

_MOST = 200_000
"""Values of one document: aliases of YAML multiply."""


def from_node(node: Node, path: str, above: int = 0) -> Value:
    """The value of a tree; ``above`` is how many lines stand before it.

    :raises SyntaxFault: it is too large once its aliases are expanded.
    """
    return _Copy(path, above).value(node)


class _Copy:
    def __init__(self, path: str, above: int) -> None:
        self._path, self._above = path, above
        self._left = _MOST

    def value(self, node: Node) -> Value:
        self._left -= 1
        if self._left < 0:
            raise SyntaxFault("too large once its aliases are expanded", node.line)
        at = At(self._path, node.line + self._above)
        if isinstance(node.value, dict):
            items = [
                Item(key, self.value(member), At(self._path, member.line + self._above))
                for key, member in node.value.items()
            ]
            return Table(tuple(items), at)
        if isinstance(node.value, list):
            return Sequence(tuple([self.value(element) for element in node.value]), at)
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
