"""CloudFormation, SAM and Serverless Framework templates to ``values``.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from aigov.scan.facts.infra.embedded import from_node
from aigov.scan.facts.infra.values import (
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

_HOLE = re.compile(r"\$\{([^{}!][^{}]*)\}")
_SETTING = re.compile(r"""(?:env|opt|param|ssm|cf|self|file|sls|aws):[^,]*(?:,\s*['"]?([^'"]*)['"]?)?""")
_SHOWN = frozenset(("Description", "Metadata", "Outputs", "Comment"))
_STACKS = frozenset(("AWS::CloudFormation::Stack", "AWS::Serverless::Application"))
_RESOURCE = re.compile(r"(?:AWS|Alexa|Custom|[A-Z]\w+)::\w+(?:::\w+)*")


def is_template(root: Node) -> bool:
    """Whether a document is a CloudFormation or SAM template."""
    types = (node.text("Type") for node in root.members("Resources").values())
    return any(type is not None and _RESOURCE.fullmatch(type) for type in types)


def is_serverless(root: Node) -> bool:
    """Whether a document configures the Serverless Framework."""
    return root.get("service") is not None and root.get("provider", "name") is not None


def read_cloudformation(path: str, root: Node) -> Unit:
    """The unit of a template."""
    unit = Unit(key=path, dialect="cloudformation")
    _template(path, root, unit)
    return unit


def read_serverless(path: str, root: Node) -> Unit:
    """The unit of a ``serverless.yml``: its own settings, and the template within it."""
    unit = Unit(key=path, dialect="cloudformation")
    for key in ("provider", "functions", "params"):
        if (node := root.get(key)) is not None:
            unit.settings.append(_expand(from_node(node, path)))
    inner = root.get("resources")
    for part in [*(root.elements("resources")), *([inner] if inner is not None else [])]:
        _template(path, part, unit)
    return unit


def _template(path: str, root: Node, unit: Unit) -> None:
    for name, node in root.members("Parameters").items():
        default, allowed = node.get("Default"), node.get("AllowedValues")
        unit.parameters[name] = Parameter(
            name=name,
            at=At(path, node.line),
            default=from_node(default, path) if default is not None else None,
            allowed=from_node(allowed, path) if allowed is not None else None,
            secret=node.text("NoEcho") == "true",
        )
    for name, node in root.members("Mappings").items():
        unit.constants[name] = from_node(node, path)
    if (shared := root.get("Globals")) is not None:
        unit.settings.append(_expand(from_node(shared, path)))
    for name, node in root.members("Resources").items():
        type = node.text("Type")
        if type is None:
            continue
        at = At(path, node.members()["Type"].line)
        body = _expand(from_node(node, path))
        source = node.text("Properties", "TemplateURL") or node.text("Properties", "Location")
        if type in _STACKS and source is not None:
            given = next((_expand(from_node(n, path)) for n in [node.get("Properties", "Parameters")] if n), None)
            arguments = given if isinstance(given, Table) else Table((), at)
            unit.modules.append(Module(name=name, source=source, at=at, arguments=arguments))
            continue
        unit.resources.append(Resource(type=type, name=name, at=at, body=body))


def _expand(value: Value) -> Value:
    """``value`` with its intrinsic functions understood, and without what is written for people."""
    if isinstance(value, Sequence):
        return Sequence(tuple(_expand(item) for item in value.items), value.at)
    if isinstance(value, Text):
        return _with_holes(value) if "${" in value.value and ":" in value.value else value
    if not isinstance(value, Table):
        return value
    if len(value.items) == 1 and (function := value.items[0]).key in _FUNCTIONS:
        return _FUNCTIONS[function.key](function.value, function.at)
    items = (Item(i.key, _expand(i.value), i.at) for i in value.items if i.key not in _SHOWN)
    return Table(tuple(items), value.at)


def _with_holes(text: Text, given: Mapping[str, Value] | None = None) -> Value:
    """A text with ``${Name}`` or ``${self:custom.name, 'default'}`` in it; ``given`` are names of its own."""
    parts: list[Value] = []
    end = 0
    for match in _HOLE.finditer(text.value):
        if match.start() > end:
            parts.append(Text(text.value[end : match.start()], text.at))
        end = match.end()
        name = match[1].strip()
        setting = _SETTING.fullmatch(name)
        if given is not None and name in given:
            parts.append(given[name])
        elif setting is not None:
            shown: Value = Opaque(f"{name.partition(',')[0]} is read when it is deployed", text.at)
            parts.append(Text(setting[1], text.at) if setting[1] else shown)
        else:
            parts.append(Ref(tuple(name.split(".")), text.at))
    if end < len(text.value):
        parts.append(Text(text.value[end:], text.at))
    return parts[0] if len(parts) == 1 else Join(tuple(parts), text.at)


def _ref(value: Value, at: At) -> Value:
    return Ref((value.value,), value.at) if isinstance(value, Text) else Opaque("Ref", at)


def _sub(value: Value, at: At) -> Value:
    if isinstance(value, Text):
        return _with_holes(value)
    if isinstance(value, Sequence) and value.items and isinstance(value.items[0], Text):
        named = (item for table in value.items[1:] if isinstance(table, Table) for item in table.items)
        return _with_holes(value.items[0], {item.key: _expand(item.value) for item in named})
    return Opaque("Fn::Sub", at)


def _attribute(value: Value, at: At) -> Value:
    if isinstance(value, Text):
        return Ref(tuple(value.value.split(".")), value.at)
    names = tuple(item.value for item in value.items if isinstance(item, Text)) if isinstance(value, Sequence) else ()
    return Ref(names, at) if names else Opaque("Fn::GetAtt", at)


def _if(value: Value, at: At) -> Value:
    branches = value.items[1:] if isinstance(value, Sequence) else ()
    return Choice(tuple(_expand(item) for item in branches), at) if branches else Opaque("Fn::If", at)


def _join(value: Value, at: At) -> Value:
    if isinstance(value, Sequence) and len(value.items) == 2 and isinstance(value.items[1], Sequence):
        parts: list[Value] = []
        for item in value.items[1].items:
            parts += [value.items[0], _expand(item)] if parts else [_expand(item)]
        return Join(tuple(parts), at)
    return Opaque("Fn::Join", at, (_expand(value),))


def _map(value: Value, at: At) -> Value:
    if isinstance(value, Sequence) and len(value.items) >= 3 and isinstance(value.items[0], Text):
        keys = (item.value if isinstance(item, Text) else "*" for item in value.items[1:3])
        return Ref((value.items[0].value, *keys), at)
    return Opaque("Fn::FindInMap", at)


def _select(value: Value, at: At) -> Value:
    if isinstance(value, Sequence) and len(value.items) == 2:
        return Select(_expand(value.items[1]), ("*",), at)
    return Opaque("Fn::Select", at)


def _inner(value: Value, at: At) -> Value:
    return _expand(value)


def _unknown(value: Value, at: At) -> Value:
    return Opaque("a value of another stack, or of a macro", at, (_expand(value),))


_FUNCTIONS = {
    "Ref": _ref,
    "Fn::Sub": _sub,
    "Fn::GetAtt": _attribute,
    "Fn::If": _if,
    "Fn::Join": _join,
    "Fn::FindInMap": _map,
    "Fn::Select": _select,
    "Fn::Base64": _inner,
    "Fn::Split": _unknown,
    "Fn::ImportValue": _unknown,
    "Fn::Transform": _unknown,
    "Fn::ForEach": _unknown,
}
