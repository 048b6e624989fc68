"""Bicep (https://learn.microsoft.com/azure/azure-resource-manager/bicep/file) to ``values``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from aigov.scan.facts.infra.hcl import first_error
from aigov.scan.facts.infra.values import (
    MAX_DEPTH,
    At,
    Choice,
    Item,
    Join,
    Loop,
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

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

_SAME = frozenset("toLower toUpper string trim json any first last array flatten base64".split())  # noqa: SIM905
_EITHER = frozenset("concat union coalesce".split())  # noqa: SIM905
_EXPRESSIONS = frozenset(
    """string array object identifier member_expression subscript_expression call_expression ternary_expression
    parenthesized_expression binary_expression unary_expression for_statement if_statement number boolean null
    nullable_return_type nullable_type assertion""".split()  # noqa: SIM905
)


@cache
def _parser() -> Parser:
    import warnings

    import tree_sitter_bicep
    from tree_sitter import Language, Parser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the package hands over a bare pointer
        return Parser(Language(tree_sitter_bicep.language()))


def read_bicep(path: str, data: bytes) -> tuple[Unit, int | None]:
    """The unit of a ``*.bicep`` file, and the line of the first syntax error."""
    root = _parser().parse(data).root_node
    unit = Unit(key=path, dialect="bicep")
    reader = _Reader(path, data, unit)
    decorators: list[Node] = []
    for child in root.named_children:
        if child.type == "decorators":
            decorators = list(child.named_children)
            continue
        reader.statement(child, decorators)
        if child.type != "comment":
            decorators = []
    return unit, first_error(root) if root.has_error else None


def read_parameters(path: str, data: bytes) -> tuple[Unit, str | None, Table]:
    """What a ``*.bicepparam`` file says: a unit whose parameters are the environment variables that it reads, the
    template that it is for, and the values that it gives."""
    root = _parser().parse(data).root_node
    unit = Unit(key=path, dialect="bicep")
    reader = _Reader(path, data, unit)
    using: str | None = None
    items: list[Item] = []
    for child in root.named_children:
        if child.type == "using_statement" and child.named_children:
            using = reader.plain(child.named_children[0])
        elif child.type in ("parameter_declaration", "assignment_statement", "variable_assignment"):
            name = next((part for part in child.named_children if part.type == "identifier"), None)
            value = reader.last_expression(child)
            if name is not None and value is not None:
                items.append(Item(reader.text(name), reader.expression(value, 0), reader.at(child)))
    table = Table(tuple(items), At(path, 1))
    unit.settings.append(table)
    return unit, using, table


class _Reader:
    def __init__(self, path: str, data: bytes, unit: Unit) -> None:
        self._path = path
        self._data = data
        self._unit = unit

    def at(self, node: Node) -> At:
        return At(self._path, node.start_point[0] + 1)

    def text(self, node: Node) -> str:
        return self._data[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def plain(self, node: Node) -> str:
        """The text of a string without holes."""
        return "".join(self.text(child) for child in node.named_children if child.type == "string_content")

    def last_expression(self, node: Node) -> Node | None:
        """The expression that a declaration ends with; its name and type come before."""
        rest = [child for child in node.named_children if child.type != "comment"][1:]
        found = [child for child in rest if child.type in _EXPRESSIONS]
        return found[-1] if found else None

    def statement(self, node: Node, decorators: list[Node]) -> None:
        name_node = node.named_children[0] if node.named_children else None
        if name_node is None or name_node.type != "identifier":
            return
        name, at = self.text(name_node), self.at(node)
        last = self.last_expression(node)
        if node.type == "parameter_declaration":
            calls = {self._decorator(item): item for item in decorators}
            allowed = calls.get("allowed")
            self._unit.parameters[name] = Parameter(
                name=name,
                at=at,
                default=self.expression(last, 0) if last is not None else None,
                allowed=next(iter(self._arguments(allowed, 0)), None) if allowed is not None else None,
                secret="secure" in calls,
            )
        elif node.type == "variable_declaration" and last is not None:
            self._unit.constants[name] = self.expression(last, 0)
        elif node.type == "resource_declaration" and last is not None:
            self._resource(node, name, last, "")
        elif node.type == "module_declaration" and last is not None:
            source = next((child for child in node.named_children if child.type == "string"), None)
            body, each = self._repeated(last)
            if source is not None:
                self._unit.modules.append(
                    Module(name=name, source=self.plain(source), at=at, arguments=self._params(body), each=each)
                )

    def _resource(self, node: Node, name: str, last: Node, parent: str) -> None:
        spelled = next((child for child in node.named_children if child.type == "string"), None)
        if spelled is None or spelled is last:
            return
        type = self.plain(spelled).partition("@")[0]
        if parent and "." not in type.partition("/")[0]:
            type = f"{parent}/{type}"
        body, each = self._repeated(last)
        self._unit.resources.append(Resource(type=type, name=name, at=self.at(node), body=body, each=each))
        for inner in self._objects(last):
            for child in inner.named_children:
                for nested in child.named_children if child.type == "object_property" else ():
                    if nested.type == "resource_declaration" and nested.named_children:
                        below = self.last_expression(nested)
                        if below is not None:
                            self._resource(nested, self.text(nested.named_children[0]), below, type)

    @staticmethod
    def _objects(node: Node) -> Iterator[Node]:
        while node.type in ("if_statement", "for_statement", "parenthesized_expression") and node.named_children:
            node = node.named_children[-1]
        if node.type == "object":
            yield node

    def _repeated(self, node: Node) -> tuple[Value, Value | None]:
        """The body of a declaration. A loop stays around it, so that its names are bound."""
        return self.expression(node, 0), None

    def _params(self, body: Value) -> Table:
        """Arguments of a module: its ``params``, within the condition and the loop around them."""
        if isinstance(body, Loop):
            inner = self._params(body.body)
            items = tuple(Item(i.key, Loop(body.names, body.over, i.value, i.at), i.at) for i in inner.items)
            return Table(items, inner.at)
        if isinstance(body, Table):
            found = next((item.value for item in body.items if item.key == "params"), None)
            return found if isinstance(found, Table) else Table((), body.at)
        return Table((), body.at)

    def _decorator(self, node: Node) -> str:
        call = node.named_children[0] if node.named_children else node
        function = call.child_by_field_name("function")
        return self.text(function).rpartition(".")[2] if function is not None else ""

    def _arguments(self, node: Node, depth: int) -> tuple[Value, ...]:
        call = node.named_children[0] if node.type == "decorator" and node.named_children else node
        arguments = call.child_by_field_name("arguments")
        if arguments is None:
            return ()
        return tuple(self.expression(child, depth + 1) for child in arguments.named_children if child.type != "comment")

    def expression(self, node: Node, depth: int) -> Value:
        """The value of an expression."""
        at = self.at(node)
        if depth > MAX_DEPTH:
            return Opaque("nested too deeply", at)
        children = [child for child in node.named_children if child.type != "comment"]
        kind = node.type
        if kind == "string":
            return self._string(node, depth)
        if kind in ("number", "boolean"):
            return Text(self.text(node), at)
        if kind == "null":
            return Opaque("null", at)
        if kind == "identifier":
            return Ref((self.text(node),), at)
        if kind == "array":
            return Sequence(tuple(self.expression(child, depth + 1) for child in children), at)
        if kind == "object":
            return Table(tuple(self._items(children, depth)), at)
        if kind == "ternary_expression" and len(children) == 3:
            return Choice(tuple(self.expression(child, depth + 1) for child in children[1:]), at)
        if kind in ("if_statement", "parenthesized_expression", "nullable_return_type", "assertion") and children:
            return self.expression(children[-1], depth + 1)
        if kind == "member_expression" or kind == "subscript_expression":
            return self._taken(node, depth)
        if kind == "for_statement":
            return self._for(node, children, depth)
        if kind == "call_expression":
            return self._call(node, at, depth)
        if kind == "binary_expression" and "??" in {child.type for child in node.children}:
            return Choice(tuple(self.expression(child, depth + 1) for child in children), at)
        return Opaque(f"{kind.replace('_', ' ')} is not followed", at)

    def _string(self, node: Node, depth: int) -> Value:
        at = self.at(node)
        parts: list[Value] = []
        for child in node.named_children:
            if child.type == "interpolation":
                inner = child.named_children[0] if child.named_children else child
                parts.append(self.expression(inner, depth + 1))
            else:
                parts.append(Text(self.text(child), self.at(child)))
        if not parts:
            return Text("", at)
        return parts[0] if len(parts) == 1 else Join(tuple(parts), at)

    def _items(self, children: list[Node], depth: int) -> Iterator[Item]:
        for child in children:
            if child.type != "object_property" or child.named_child_count < 2:
                continue
            parts = [part for part in child.named_children if part.type != "comment"]
            if len(parts) < 2 or parts[0].type == "resource_declaration":
                continue
            key = self.plain(parts[0]) if parts[0].type == "string" else self.text(parts[0])
            if key != "description":
                yield Item(key, self.expression(parts[-1], depth + 1), self.at(child))

    def _taken(self, node: Node, depth: int) -> Value:
        children = [child for child in node.named_children if child.type != "comment"]
        if len(children) < 2:
            return Opaque("a part of a value", self.at(node))
        base = self.expression(children[0], depth + 1)
        if node.type == "member_expression":
            name = self.text(children[-1])
        else:
            key = self.expression(children[-1], depth + 1)
            name = key.value if isinstance(key, Text) and not key.value.isdigit() else "*"
        if isinstance(base, Ref):
            return Ref((*base.names, name), base.at)
        return Select(base, (name,), self.at(node))

    def _for(self, node: Node, children: list[Node], depth: int) -> Value:
        at = self.at(node)
        body = node.child_by_field_name("body")
        initializer = node.child_by_field_name("initializer")
        if body is None or initializer is None or len(children) < 3:
            return Opaque("for is not followed", at)
        names = [self.text(part) for part in initializer.named_children if part.type == "identifier"]
        element = names[0] if names else self.text(initializer)
        over = next((child for child in children if child.start_byte > initializer.end_byte and child != body), None)
        if over is None:
            return Opaque("for is not followed", at)
        return Loop(
            (names[1] if len(names) > 1 else "", element),
            self.expression(over, depth + 1),
            self.expression(body, depth + 1),
            at,
        )

    def _call(self, node: Node, at: At, depth: int) -> Value:
        function = node.child_by_field_name("function")
        name = self.text(function) if function is not None else ""
        arguments = self._arguments(node, depth)
        if name in _SAME and arguments:
            return arguments[0]
        if name in _EITHER and arguments:
            return Choice(arguments, at)
        if name == "readEnvironmentVariable" and arguments and isinstance(arguments[0], Text):
            variable = arguments[0].value
            default = arguments[1] if len(arguments) > 1 else None
            self._unit.parameters.setdefault(variable, Parameter(name=variable, at=at, default=default))
            return Ref((variable,), at)
        return Opaque(f"{name}() is not followed", at, arguments)
