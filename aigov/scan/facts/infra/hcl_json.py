"""Terraform in JSON, by hand or as CDKTF writes it: ``*.tf.json`` and ``*.tfvars.json`` to ``values``.

https://developer.hashicorp.com/terraform/language/syntax/json: members are blocks by type and label, strings are
templates, and a block may be a list of blocks.
"""

from __future__ import annotations

from collections.abc import Iterator

from aigov.scan.facts.infra.embedded import structured
from aigov.scan.facts.infra.hcl import SHOWN, read_template
from aigov.scan.facts.infra.values import (
    MAX_DEPTH,
    At,
    Item,
    Module,
    Opaque,
    Parameter,
    Resource,
    Sequence,
    Table,
    Text,
    Unit,
    Value,
)
from aigov.scan.facts.manifests.nodes import Node


def read_terraform(path: str, root: Node, unit: Unit) -> None:
    """Add what a ``*.tf.json`` file says to the unit of its folder."""
    for kind in ("resource", "data", "ephemeral"):
        for type, labelled in _members(root.get(kind)):
            for name, body in _blocks(labelled):
                unit.resources.append(
                    Resource(
                        type=type if kind == "resource" else f"data.{type}",
                        name=name,
                        at=At(path, body.line),
                        body=_table(path, body),
                        each=_optional(path, body.get("for_each")),
                    )
                )
    for name, body in _blocks(root.get("variable")):
        default, sensitive = body.get("default"), body.get("sensitive")
        unit.parameters[name] = Parameter(
            name=name,
            at=At(path, body.line),
            default=_optional(path, default) if default is not None and default.value is not None else None,
            secret=sensitive is not None and sensitive.value is True,
        )
    for name, node in _members(root.get("locals")):
        unit.constants[name] = _value(path, node, 0)
    for name, body in _blocks(root.get("module")):
        source = body.text("source")
        if source is not None:
            unit.modules.append(
                Module(
                    name=name,
                    source=source,
                    at=At(path, body.line),
                    arguments=_table(path, body),
                    each=_optional(path, body.get("for_each")),
                )
            )
    for name, body in _blocks(root.get("provider")):
        at = At(path, body.line)
        unit.settings.append(Table((Item(name, _table(path, body), at),), at))


def read_assignments(path: str, root: Node) -> Table:
    """The values that a ``*.tfvars.json`` file gives; they are no templates, but a text with none reads the same."""
    return _table(path, root)


def _members(node: Node | None) -> Iterator[tuple[str, Node]]:
    """Members of a mapping, or of each mapping of a list."""
    for one in () if node is None else (node, *node.elements()):
        yield from ((key, member) for key, member in one.members().items() if key != "//")


def _blocks(node: Node | None) -> Iterator[tuple[str, Node]]:
    """Labelled blocks; several of one label stand in a list."""
    for label, member in _members(node):
        yield from ((label, body) for body in member.elements() or [member])


def _optional(path: str, node: Node | None) -> Value | None:
    return None if node is None else _value(path, node, 0)


def _table(path: str, node: Node, depth: int = 0) -> Table:
    items = (
        Item(key, _value(path, member, depth + 1), At(path, member.line))
        for key, member in node.members().items()
        if key != "//" and key not in SHOWN
    )
    return Table(tuple(items), At(path, node.line))


def _value(path: str, node: Node, depth: int) -> Value:
    at, value = At(path, node.line), node.value
    if depth > MAX_DEPTH:
        return Opaque("nested too deeply", at)
    if isinstance(value, dict):
        return _table(path, node, depth)
    if isinstance(value, list):
        return Sequence(tuple(_value(path, item, depth + 1) for item in value), at)
    if value is None:
        return Opaque("null", at)
    if isinstance(value, str):
        if "${" in value or "%{" in value:
            return read_template(path, value, node.line)
        return (structured(value, path, node.line - 1) if value[:1] in "{[" else None) or Text(value, at)
    return Text(str(value).lower() if isinstance(value, bool) else str(value), at)
