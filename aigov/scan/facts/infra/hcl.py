"""Terraform and OpenTofu: HCL (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md) to ``values``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from aigov.scan.facts.infra.embedded import structured
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

_SAME = frozenset(
    """jsonencode yamlencode jsondecode yamldecode base64encode nonsensitive sensitive tostring toset tolist tomap
    flatten distinct compact sort reverse trimspace trim lower upper values chomp""".split()  # noqa: SIM905
)
"""Functions whose result says what their first argument says."""
_EITHER = frozenset(("coalesce", "coalescelist", "try", "concat", "merge", "setunion", "lookup"))
_HEREDOC = re.compile(r"<<[-~]?\s*(\w+)[^\n]*\n(.*)\n[ \t]*\1\s*\Z", re.DOTALL)
SHOWN = frozenset(("description", "error_message", "condition"))
"""Attributes that are prose."""


@cache
def _parser() -> Parser:
    # The grammars cost 10 ms to load, and most trees have no Terraform.
    import tree_sitter_hcl
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_hcl.language()))


def read_terraform(path: str, data: bytes, unit: Unit) -> int | None:
    """Add what a ``*.tf`` file says to the unit of its folder.

    :returns: the line of the first syntax error, if there is one.
    """
    reader = _Reader(path, data)
    root = _parser().parse(data).root_node
    for block in reader.blocks(root):
        _block(reader, block, unit)
    return first_error(root) if root.has_error else None


def read_assignments(path: str, data: bytes) -> tuple[Table, int | None]:
    """The values that a ``*.tfvars`` file gives, and the line of the first syntax error."""
    reader = _Reader(path, data)
    root = _parser().parse(data).root_node
    return reader.body(root, 0), first_error(root) if root.has_error else None


def read_template(path: str, text: str, line: int) -> Value:
    """The value of a string that is a template, in a file that is not HCL itself.

    :param line: on which it stands.
    """
    data = f'x = "{"".join(_quoted(text))}"\n'.encode()
    reader = _Reader(path, data, before=line - 1)
    found = _member(reader.body(_parser().parse(data).root_node, 0), "x")
    return found if found is not None else Opaque("a template that cannot be read", At(path, line))


def _quoted(text: str) -> Iterator[str]:
    """A text as it stands in quotes; what the braces of a template hold stays as it is."""
    at = depth = 0
    for found in re.finditer(r"[$%]\{|[{}\"\\\r\n]", text):
        sign = found[0]
        yield text[at : found.start()]
        at = found.end()
        if len(sign) == 2 or (depth and sign == "{"):
            depth += 1
        elif depth and sign == "}":
            depth -= 1
        elif sign in "\r\n":
            sign = " "
        elif not depth and sign in '"\\':
            sign = f"\\{sign}"
        yield sign
    yield text[at:]


def first_error(node: Node) -> int:
    """Line of the first syntax error below a node that has one."""
    while not (node.is_error or node.is_missing):
        inner = next((child for child in node.children if child.has_error or child.is_missing), None)
        if inner is None:
            break
        node = inner
    return int(node.start_point[0]) + 1


def _block(reader: _Reader, block: Node, unit: Unit) -> None:
    kind, labels = reader.header(block)
    body = reader.body(block, 0)
    at = reader.at(block)
    if kind in ("resource", "data", "ephemeral") and len(labels) == 2:
        name = labels[0] if kind == "resource" else f"data.{labels[0]}"
        unit.resources.append(Resource(type=name, name=labels[1], at=at, body=body, each=_member(body, "for_each")))
    elif kind == "variable" and labels:
        default = _member(body, "default")
        unit.parameters[labels[0]] = Parameter(
            name=labels[0], at=at, default=None if _is_null(default) else default, secret=_is_true(body, "sensitive")
        )
    elif kind == "locals":
        for item in body.items:
            unit.constants[item.key] = item.value
    elif kind == "module" and labels:
        source = _member(body, "source")
        if isinstance(source, Text):
            unit.modules.append(
                Module(name=labels[0], source=source.value, at=at, arguments=body, each=_member(body, "for_each"))
            )
    elif kind == "provider" and labels:
        unit.settings.append(Table((Item(labels[0], body, at),), at))


def _member(table: Table, key: str) -> Value | None:
    return next((item.value for item in table.items if item.key == key), None)


def _is_null(value: Value | None) -> bool:
    return isinstance(value, Opaque) and value.reason == "null"


def _is_true(table: Table, key: str) -> bool:
    value = _member(table, key)
    return isinstance(value, Text) and value.value == "true"


class _Reader:
    def __init__(self, path: str, data: bytes, *, before: int = 0) -> None:
        """
        :param before: lines of the file that stand before ``data``.
        """
        self._path = path
        self._data = data
        self._before = before

    def at(self, node: Node) -> At:
        return At(self._path, self._before + node.start_point[0] + 1)

    def text(self, node: Node) -> str:
        return self._data[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def blocks(self, root: Node) -> Iterator[Node]:
        for body in root.named_children:
            if body.type == "body":
                yield from (child for child in body.named_children if child.type == "block")

    def header(self, block: Node) -> tuple[str, list[str]]:
        words = []
        for child in block.named_children:
            if child.type == "identifier":
                words.append(self.text(child))
            elif child.type == "string_lit":
                words.append(self.text(child).strip('"'))
        return (words[0], words[1:]) if words else ("", [])

    def body(self, block: Node, depth: int) -> Table:
        """Attributes and blocks of a block; ``description`` and its like are prose."""
        items: list[Item] = []
        for body in block.named_children if depth <= MAX_DEPTH else ():
            if body.type != "body":
                continue
            for child in body.named_children:
                if child.type == "attribute" and child.named_child_count > 1:
                    key = self.text(child.named_children[0])
                    if key not in SHOWN:
                        items.append(Item(key, self.expression(child.named_children[-1], depth + 1), self.at(child)))
                elif child.type == "block":
                    items.append(self._inner(child, depth + 1))
        return Table(tuple(items), self.at(block))

    def _inner(self, block: Node, depth: int) -> Item:
        kind, labels = self.header(block)
        body = self.body(block, depth)
        at = self.at(block)
        content = _member(body, "content")
        if kind == "dynamic" and labels and content is not None:
            over = _member(body, "for_each") or Opaque("dynamic", at)
            iterator = _member(body, "iterator")
            name = iterator.names[0] if isinstance(iterator, Ref) else labels[0]
            return Item(labels[0], Loop(("", f"{name}.value"), over, content, at), at)
        for label in reversed(labels):
            body = Table((Item(label, body, at),), at)
        return Item(kind, body, at)

    def expression(self, node: Node, depth: int) -> Value:
        """The value of an expression."""
        if depth > MAX_DEPTH:
            return Opaque("nested too deeply", self.at(node))
        children = [child for child in node.named_children if child.type != "comment"]
        if node.type != "expression" or not children:
            return self._term(node, depth)
        base = self._term(children[0], depth + 1)
        names = tuple(name for child in children[1:] for name in self._taken(child, depth))
        if not names:
            return base
        if isinstance(base, Ref):
            return Ref((*base.names, *names), base.at)
        return Select(base, names, self.at(node))

    def _taken(self, node: Node, depth: int) -> Iterator[str]:
        if node.type == "get_attr":
            yield self.text(node.named_children[-1])
        elif node.type == "index":
            inner = node.named_children[0] if node.named_children else node
            key = self.expression(inner.named_children[0], depth + 1) if inner.named_children else None
            # An element of a list stands for each of them: which one it is says little.
            yield key.value if isinstance(key, Text) and not key.value.isdigit() else "*"
        elif node.type == "splat":
            yield "*"
            for inner in node.named_children:
                for part in inner.named_children:
                    yield from self._taken(part, depth)

    def _term(self, node: Node, depth: int) -> Value:
        at = self.at(node)
        kind = node.type
        children = [child for child in node.named_children if child.type != "comment"]
        if kind == "literal_value" and children:
            inner = children[0]
            if inner.type == "string_lit":
                return self._template(inner, depth)
            return Opaque("null", at) if inner.type == "null_lit" else Text(self.text(inner), at)
        if kind in ("template_expr", "quoted_template", "string_lit"):
            if children and children[0].type == "heredoc_template":
                return self._heredoc(children[0])
            return self._template(children[0] if kind == "template_expr" and children else node, depth)
        if kind == "variable_expr":
            return Ref((self.text(node),), at)
        if kind == "expression":
            return self.expression(node, depth + 1)
        if kind in ("collection_value", "for_expr") and children:
            return self._term(children[0], depth + 1)
        if kind == "object":
            return Table(tuple(self._items(node, depth)), at)
        if kind == "tuple":
            return Sequence(
                tuple(self.expression(child, depth + 1) for child in children if child.type == "expression"), at
            )
        if kind == "conditional" and len(children) == 3:
            return Choice(tuple(self.expression(child, depth + 1) for child in children[1:]), at)
        if kind == "function_call" and children:
            return self._call(children, at, depth)
        if kind in ("for_tuple_expr", "for_object_expr"):
            return self._for(children, at, depth)
        return Opaque(f"{kind.replace('_', ' ')} is not followed", at)

    def _items(self, node: Node, depth: int) -> Iterator[Item]:
        for element in node.named_children:
            key, value = element.child_by_field_name("key"), element.child_by_field_name("val")
            if element.type == "object_elem" and key is not None and value is not None:
                yield Item(self._key(key, depth), self.expression(value, depth + 1), self.at(element))

    def _key(self, node: Node, depth: int) -> str:
        value = self.expression(node, depth + 1)
        if isinstance(value, Text):
            return value.value
        return value.names[0] if isinstance(value, Ref) and len(value.names) == 1 else ""

    def _call(self, children: list[Node], at: At, depth: int) -> Value:
        name = self.text(children[0])
        arguments = tuple(
            self.expression(child, depth + 1)
            for inner in children[1:]
            if inner.type == "function_arguments"
            for child in inner.named_children
            if child.type == "expression"
        )
        if name in ("one", "element") and arguments:
            return Select(arguments[0], ("*",), at)
        if name in _SAME and arguments:
            return arguments[0]
        if name == "lookup" and len(arguments) > 1:
            key = arguments[1].value if isinstance(arguments[1], Text) else "*"
            return Choice((Select(arguments[0], (key,), at), *arguments[2:]), at)
        if name in _EITHER and arguments:
            return Choice(arguments, at)
        if name == "format" and arguments and isinstance(arguments[0], Text):
            pieces = re.split(r"%[-+#0-9.]*[a-zA-Z]", arguments[0].value)
            parts: list[Value] = [Text(pieces[0], arguments[0].at)]
            for argument, piece in zip(arguments[1:], pieces[1:], strict=False):
                parts += [argument, Text(piece, arguments[0].at)]
            return Join(tuple(parts), at)
        return Opaque(f"{name}() is not followed", at, arguments)

    def _for(self, children: list[Node], at: At, depth: int) -> Value:
        intro = next((child for child in children if child.type == "for_intro"), None)
        results = [child for child in children if child.type == "expression"]
        if intro is None or not results:
            return Opaque("for is not followed", at)
        names = [self.text(child) for child in intro.named_children if child.type == "identifier"]
        over = self.expression(intro.named_children[-1], depth + 1)
        body = self.expression(results[-1], depth + 1)
        key, element = names if len(names) == 2 else ("", names[0] if names else "")
        return Loop((key, element), over, body, at)

    def _template(self, node: Node, depth: int) -> Value:
        at = self.at(node)
        inner = node.named_children[0] if node.type == "template_expr" and node.named_children else node
        parts: list[Value] = []
        for child in inner.named_children:
            if child.type == "template_literal":
                parts.append(Text(self.text(child).replace('\\"', '"'), self.at(child)))
            elif child.type == "template_interpolation":
                expression = next((part for part in child.named_children if part.type == "expression"), None)
                parts.append(
                    self.expression(expression, depth + 1) if expression is not None else Opaque("hole", self.at(child))
                )
            elif child.type == "template_directive":
                parts.append(Opaque("a directive is not followed", self.at(child)))
        if not parts:
            return Text("", at)
        return parts[0] if len(parts) == 1 else Join(tuple(parts), at)

    def _heredoc(self, node: Node) -> Value:
        at = self.at(node)
        match = _HEREDOC.match(self.text(node))
        if match is None:
            return Opaque("heredoc", at)
        text = match[2]
        read = structured(text, self._path, at.line)
        return read if read is not None else Text(text, At(self._path, at.line + 1))
