"""Programs of Pulumi that are written in YAML to ``values``.

https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/: resources, variables and configuration of
one project; ``${name.property}`` within texts, and functions under keys that begin with ``fn::``. Names of properties
become those of the provider that Pulumi wraps: Terraform's ``foundation_model``, CloudFormation's ``FoundationModel``;
those of Azure's own API stay.
"""

from __future__ import annotations

import re

from aigov.scan.facts.infra.embedded import from_node
from aigov.scan.facts.infra.values import (
    At,
    Item,
    Join,
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

_TYPE = re.compile(r"([A-Za-z][\w.-]*):(?:([\w.-]+)(?:/[\w.-]+)?:)?([A-Za-z]\w*)")
"""``aws:bedrock:AgentAgent``, in full ``aws:bedrock/agentAgent:AgentAgent``; a module may be missing."""
_HOLE = re.compile(r"(?<!\$)\$\{([^${}]{1,200})\}")
_PATH = re.compile(r"[\w:-]+|\"[^\"]*\"")
_CAMEL = re.compile(r"[a-z][a-z0-9]*(?:[A-Z][A-Za-z0-9]*)?")
_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SHOWN = frozenset(("description", "displayName", "tags", "metadata"))
_AS_IT_IS = "azure-native"
_CLOUD_CONTROL = "aws-native"


def is_program(root: Node) -> bool:
    """Whether a document is a program: one of its resources has a type as Pulumi spells them."""
    types = (node.text("type") for node in root.members("resources").values())
    return any(type is not None and _TYPE.fullmatch(type) for type in types)


def read_pulumi(path: str, root: Node) -> Unit:
    """The unit of a project file, or of ``Main.yaml``."""
    unit = Unit(key=path, dialect="pulumi")
    for key in ("config", "configuration"):
        for name, node in root.members(key).items():
            unit.parameters[name.rpartition(":")[2]] = _parameter(path, name, node)
    reader = _Reader(path, unit)
    for name, node in root.members("variables").items():
        unit.constants[name] = reader.expand(from_node(node, path), "")
    for name, node in root.members("resources").items():
        found = _TYPE.fullmatch(node.text("type") or "")
        if found is None:
            continue
        at = At(path, node.members()["type"].line)
        given = node.get("properties")
        body = reader.expand(from_node(given, path), found[1]) if given is not None else Table((), at)
        if found[1] == _AS_IT_IS and isinstance(body, Table):
            body = _with_name(body, found[3])
        if found[1] == _CLOUD_CONTROL:
            body = Table((Item("Properties", body, at),), at)
        unit.resources.append(Resource(type=_spelled(found), name=name, at=at, body=body))
    return unit


def _spelled(found: re.Match[str]) -> str:
    return ":".join(part for part in found.groups() if part and part != "index")


def _with_name(body: Table, type: str) -> Table:
    """``body`` with the name that Azure's API has for it: ``accountName`` of an ``Account``."""
    ending = f"{type}name".lower()
    named = next((item for item in body.items if item.key.lower().endswith(ending)), None)
    return body if named is None else Table((*body.items, Item("name", named.value, named.at)), body.at)


def _parameter(path: str, name: str, node: Node) -> Parameter:
    value = next((inner for key in ("default", "value") if (inner := node.get(key)) is not None), None)
    if value is None and not isinstance(node.value, dict):
        value = node  # "model: gpt-4o" sets it for all stacks
    secret = node.get("secret")
    return Parameter(
        name=name.rpartition(":")[2],
        at=At(path, node.line),
        default=from_node(value, path) if value is not None and value.value is not None else None,
        secret=secret is not None and secret.value is True,
    )


class _Reader:
    """Understands the texts and functions of one program."""

    def __init__(self, path: str, unit: Unit) -> None:
        self._path = path
        self._unit = unit

    def expand(self, value: Value, package: str) -> Value:
        """``value`` with its texts and functions understood, its properties named as by what ``package`` wraps."""
        if isinstance(value, Sequence):
            return Sequence(tuple(self.expand(item, package) for item in value.items), value.at)
        if isinstance(value, Text):
            return _text(value)
        if not isinstance(value, Table):
            return value
        if len(value.items) == 1 and (function := value.items[0]).key.lower().startswith("fn::"):
            return self._call(function.key[4:], function.value, function.at, package)
        items = (
            Item(_named(item.key, package), self.expand(item.value, package), item.at)
            for item in value.items
            if item.key not in _SHOWN
        )
        return Table(tuple(items), value.at)

    def _call(self, spelled: str, given: Value, at: At, package: str) -> Value:
        inner = self.expand(given, package)
        name = spelled.lower()
        if name == "join" and isinstance(inner, Sequence) and len(inner.items) == 2:
            between, parts = inner.items
            if isinstance(parts, Sequence):
                joined = [piece for part in parts.items for piece in (between, part)][1:]
                return Join(tuple(joined), at)
        if name == "select" and isinstance(inner, Sequence) and len(inner.items) == 2:
            return Select(inner.items[1], ("*",), at)
        if name in ("tojson", "secret", "stringasset", "tobase64", "frombase64"):
            return inner
        if name == "invoke":
            self._asked(given, at)
        elif (found := _TYPE.fullmatch(spelled)) is not None:
            self._asked_for(spelled, given, at, found[1])
        return Opaque(f"fn::{spelled} is known only once it is deployed", at, (inner,))

    def _asked(self, given: Value, at: At) -> None:
        known = {item.key.lower(): item.value for item in given.items} if isinstance(given, Table) else {}
        function = known.get("function")
        if isinstance(function, Text) and (found := _TYPE.fullmatch(function.value)) is not None:
            self._asked_for(function.value, known.get("arguments"), function.at, found[1])

    def _asked_for(self, function: str, given: Value | None, at: At, package: str) -> None:
        """What a function looks up is a resource of the type after ``get``."""
        found = _TYPE.fullmatch(re.sub(r":get(?=[A-Z])", ":", function))
        if found is not None and found[0] != function:
            body = self.expand(given, package) if given is not None else Table((), at)
            self._unit.resources.append(Resource(type=f"data.{_spelled(found)}", name="", at=at, body=body))


def _named(key: str, package: str) -> str:
    if package in ("", _AS_IT_IS) or _CAMEL.fullmatch(key) is None:
        return key
    return key[0].upper() + key[1:] if package == _CLOUD_CONTROL else _BOUNDARY.sub("_", key).lower()


def _text(text: Text) -> Value:
    parts: list[Value] = []
    end = 0
    for match in _HOLE.finditer(text.value):
        if match.start() > end:
            parts.append(Text(text.value[end : match.start()], text.at))
        end = match.end()
        names = [name.strip('"') for name in _PATH.findall(match[1])]
        names[:1] = [name.rpartition(":")[2] for name in names[:1]]
        parts.append(Ref(tuple(names), text.at) if names and names[0] else Opaque("a part of a text", text.at))
    if not parts:
        return text
    if end < len(text.value):
        parts.append(Text(text.value[end:], text.at))
    return parts[0] if len(parts) == 1 else Join(tuple(parts), text.at)
