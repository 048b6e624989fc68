"""Azure Resource Manager templates and parameter files (JSON) to ``values``.

https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax; expressions stand in brackets within strings.
"""

from __future__ import annotations

import re

from aigov.scan.facts.infra.embedded import from_node
from aigov.scan.facts.infra.values import (
    MAX_DEPTH,
    At,
    Choice,
    Item,
    Join,
    Module,
    Opaque,
    Parameter,
    Ref,
    Resource,
    Select,
    Sequence,
    Table,
    Text,
    Unit,
    Value,
)
from aigov.scan.facts.manifests.nodes import Node

_PIECE = re.compile(r"\s*(?:'((?:[^']|'')*)'|([A-Za-z_][\w.]*)|(-?\d+)|([()\[\],.]))")
_SAME = frozenset("tolower toupper string trim json first last array base64 createarray".split())  # noqa: SIM905
_EITHER = frozenset("union coalesce".split())  # noqa: SIM905
_FROM_ENVIRONMENT = re.compile(r"\$\{([A-Za-z_]\w*)(?:=((?:[^{}]|\$\{\w+\})*))?\}")
_SHOWN = frozenset(("metadata", "description", "outputs", "comments", "displayName"))


def is_template(root: Node) -> bool:
    """Whether a JSON document is a deployment template."""
    return "deploymenttemplate.json" in (root.text("$schema") or "").lower() and root.get("resources") is not None


def is_parameters(root: Node) -> bool:
    """Whether a JSON document gives a template's parameters values."""
    return "deploymentparameters.json" in (root.text("$schema") or "").lower()


def is_compiled(root: Node) -> bool:
    """Whether a tool wrote the template from Bicep."""
    return root.text("metadata", "_generator", "name") == "bicep"


def read_arm(path: str, root: Node) -> Unit:
    """The unit of a deployment template. Templates nested in it are read as part of it."""
    unit = Unit(key=path, dialect="arm")
    _template(path, root, unit)
    return unit


def read_arm_parameters(path: str, root: Node) -> tuple[Unit, Table]:
    """The values of a parameter file, and a unit whose parameters are the environment variables that azd fills in for
    ``${NAME=default}``."""
    unit = Unit(key=path, dialect="arm")
    items: list[Item] = []
    for name, node in root.members("parameters").items():
        value = node.get("value")
        if value is not None:
            items.append(Item(name, _substituted(from_node(value, path), unit), At(path, node.line)))
    table = Table(tuple(items), At(path, root.line))
    unit.settings.append(table)
    return unit, table


def _substituted(value: Value, unit: Unit) -> Value:
    if isinstance(value, Text) and "${" in value.value:
        for match in _FROM_ENVIRONMENT.finditer(value.value):
            default = Text(match[2], value.at) if match[2] and "${" not in match[2] else None
            unit.parameters.setdefault(match[1], Parameter(name=match[1], at=value.at, default=default))
        whole = _FROM_ENVIRONMENT.fullmatch(value.value)
        return Ref((whole[1],), value.at) if whole else Opaque("filled in from the environment", value.at)
    if isinstance(value, Sequence):
        return Sequence(tuple(_substituted(item, unit) for item in value.items), value.at)
    if isinstance(value, Table):
        return Table(tuple(Item(i.key, _substituted(i.value, unit), i.at) for i in value.items), value.at)
    return value


def _template(path: str, root: Node, unit: Unit) -> None:
    for name, node in root.members("parameters").items():
        default, allowed = node.get("defaultValue"), node.get("allowedValues")
        unit.parameters.setdefault(
            name,
            Parameter(
                name=name,
                at=At(path, node.line),
                default=_expand(from_node(default, path)) if default is not None else None,
                allowed=_expand(from_node(allowed, path)) if allowed is not None else None,
                secret=(node.text("type") or "").lower().startswith("secure"),
            ),
        )
    for name, node in root.members("variables").items():
        unit.constants.setdefault(name, _expand(from_node(node, path)))
    listed = root.elements("resources")
    for name, node in [*root.members("resources").items(), *(("", node) for node in listed)]:
        _resource(path, name, node, "", unit, 0)


def _resource(path: str, name: str, node: Node, parent: str, unit: Unit, depth: int) -> None:
    type = node.text("type")
    if not type or depth > MAX_DEPTH:
        return
    if parent and "." not in type.partition("/")[0]:
        type = f"{parent}/{type}"
    inner = node.get("properties", "template")
    if type.lower() == "microsoft.resources/deployments" and inner is not None:
        nested = Unit(key=f"{unit.key}#{node.line}", dialect="arm")
        _template(path, inner, nested)
        arguments = [
            Item(key, _expand(from_node(value, path)), At(path, member.line))
            for key, member in node.members("properties", "parameters").items()
            if (value := member.get("value")) is not None
        ]
        unit.modules.append(
            Module(
                name=name or node.text("name") or "",
                source=f"#{node.line}",
                at=At(path, node.line),
                arguments=Table(tuple(arguments), At(path, node.line)),
            )
        )
        unit.nested.append(nested)
        return
    body = _expand(from_node(node, path))
    unit.resources.append(Resource(type=type, name=name, at=_type_line(path, node), body=body))
    for child in node.elements("resources"):
        _resource(path, "", child, type, unit, depth + 1)


def _type_line(path: str, node: Node) -> At:
    type = node.get("type")
    return At(path, type.line if type is not None else node.line)


def _expand(value: Value, depth: int = 0) -> Value:
    """``value`` with the expressions in its strings taken apart, and without what is written for people."""
    if isinstance(value, Text):
        text = value.value
        if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
            return _Expression(text[1:-1], value.at).read()
        return value
    if isinstance(value, Sequence):
        return Sequence(tuple(_expand(item) for item in value.items), value.at)
    if isinstance(value, Table):
        items = (Item(i.key, _expand(i.value), i.at) for i in value.items if i.key not in _SHOWN)
        return Table(tuple(items), value.at)
    return value


class _Expression:
    """A recursive reader of template expressions, bounded in depth."""

    def __init__(self, text: str, at: At) -> None:
        self._pieces = [match.groups() for match in _PIECE.finditer(text)]
        self._next = 0
        self._at = at

    def read(self, depth: int = 0) -> Value:
        if self._next >= len(self._pieces) or depth > MAX_DEPTH:
            self._next += 1
            return Opaque("an expression that is not followed", self._at)
        text, name, number, mark = self._pieces[self._next]
        self._next += 1
        if text is not None:
            return Text(text.replace("''", "'"), self._at)
        if number is not None:
            return Text(number, self._at)
        if mark is not None:
            return Opaque("an expression that is not followed", self._at)
        value = (
            self._call(name, self._arguments(depth)) if self._mark("(") else Opaque(f"{name} is not followed", self._at)
        )
        return self._taken(value, depth)

    def _mark(self, mark: str) -> bool:
        if self._next < len(self._pieces) and self._pieces[self._next][3] == mark:
            self._next += 1
            return True
        return False

    def _arguments(self, depth: int) -> list[Value]:
        found: list[Value] = []
        while self._next < len(self._pieces) and not self._mark(")"):
            if not self._mark(","):
                found.append(self.read(depth + 1))
        return found

    def _taken(self, value: Value, depth: int) -> Value:
        names: list[str] = []
        while self._next < len(self._pieces):
            if self._mark("."):
                name = self._pieces[self._next][1] if self._next < len(self._pieces) else None
                self._next += 1
                names += (name or "*").split(".")
            elif self._mark("["):
                key = self.read(depth + 1)
                self._mark("]")
                names.append(key.value if isinstance(key, Text) and not key.value.isdigit() else "*")
            else:
                break
        if not names:
            return value
        if isinstance(value, Ref):
            return Ref((*value.names, *names), self._at)
        return Select(value, tuple(names), self._at)

    def _call(self, name: str, arguments: list[Value]) -> Value:
        lower, first = name.lower(), arguments[0] if arguments else None
        if lower in ("parameters", "variables") and isinstance(first, Text):
            return Ref((first.value,), self._at)
        if lower == "if" and len(arguments) == 3:
            return Choice(tuple(arguments[1:]), self._at)
        if lower == "concat" and arguments:
            joined = any(isinstance(item, Text) for item in arguments)
            return Join(tuple(arguments), self._at) if joined else Choice(tuple(arguments), self._at)
        if lower == "format" and isinstance(first, Text):
            pieces = re.split(r"\{(\d+)[^}]*\}", first.value)
            parts: list[Value] = [
                (arguments[int(piece) + 1] if int(piece) + 1 < len(arguments) else Opaque("absent", self._at))
                if index % 2
                else Text(piece, self._at)
                for index, piece in enumerate(pieces)
            ]
            return Join(tuple(parts), self._at)
        if lower in _SAME and first is not None:
            return first
        if lower in _EITHER and arguments:
            return Choice(tuple(arguments), self._at)
        return Opaque(f"{name}() is not followed", self._at, tuple(arguments))
