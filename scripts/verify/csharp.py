"""What C# sources declare in public, and what their projects are called at NuGet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath

import tree_sitter_c_sharp
from tree_sitter import Language, Node, Parser

from verify.symbols import Kind, Symbol

LANGUAGES = frozenset(("csharp",))
REGISTRIES = frozenset(("nuget",))
SEPARATOR = "."
SETTERS: frozenset[Kind] = frozenset(("member",))

_PACKAGE_ID = re.compile(r"<(?:PackageId|AssemblyName)>\s*([\w.-]+)\s*</")
_TYPES = frozenset(
    (
        "class_declaration",
        "struct_declaration",
        "interface_declaration",
        "record_declaration",
        "enum_declaration",
    )
)
_CALLABLES = frozenset(("method_declaration", "constructor_declaration", "delegate_declaration"))


def wants(path: str) -> bool:
    """C# files, and the project files that name packages."""
    return path.endswith((".cs", ".csproj"))


def read(path: str, source: bytes) -> Iterator[Symbol]:
    """What one file declares in public; a type's constructors are callables of its name."""
    if path.endswith(".csproj"):
        named = _PACKAGE_ID.findall(source.decode("utf-8", "replace"))
        for package in named or [PurePosixPath(path).stem]:
            yield Symbol("package", package)
        return
    yield from _declared(_parser().parse(source).root_node, "", within_interface=False)


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_c_sharp.language()))


def _declared(node: Node, scope: str, within_interface: bool) -> Iterator[Symbol]:
    for child in node.named_children:
        if child.type == "file_scoped_namespace_declaration":
            scope = _join(scope, _name(child))
            yield Symbol("module", scope)
            yield from _declared(child, scope, within_interface=False)
        elif child.type == "namespace_declaration":
            within = _join(scope, _name(child))
            yield Symbol("module", within)
            yield from _declared(child, within, within_interface=False)
        elif child.type in _TYPES:
            if within_interface or _public(child):
                yield from _type(child, scope)
        elif child.type in _CALLABLES:
            if within_interface or _public(child):
                name = scope if child.type == "constructor_declaration" else _join(scope, _name(child))
                yield Symbol("callable", name, tuple(_parameters(child.child_by_field_name("parameters"))))
        elif child.type == "property_declaration":
            if within_interface or _public(child):
                yield Symbol("member", _join(scope, _name(child)))
        elif child.type == "field_declaration":
            if _public(child):
                yield from _fields(child, scope)
        elif child.type == "enum_member_declaration":
            yield Symbol("member", _join(scope, _name(child)))
        elif child.type in {"declaration_list", "enum_member_declaration_list", "ERROR"} or child.type.startswith(
            "preproc_"
        ):
            yield from _declared(child, scope, within_interface)


def _type(node: Node, scope: str) -> Iterator[Symbol]:
    name = _join(scope, _name(node))
    yield Symbol("type", name)
    if name.endswith("Attribute"):
        yield Symbol("type", name.removesuffix("Attribute"))  # as it is spelled where it is used
    for child in node.named_children:
        if child.type == "parameter_list":
            parameters = tuple(_parameters(child))
            yield Symbol("callable", name, parameters)
            if node.type == "record_declaration":
                yield from (Symbol("member", _join(name, parameter)) for parameter in parameters)
    yield from _declared(node, name, within_interface=node.type == "interface_declaration")


def _fields(node: Node, scope: str) -> Iterator[Symbol]:
    for declaration in node.named_children:
        for declarator in declaration.named_children:
            if declarator.type == "variable_declarator":
                yield Symbol("member", _join(scope, _name(declarator)))


def _parameters(node: Node | None) -> Iterator[str]:
    for parameter in node.named_children if node is not None else ():
        receiver = any(child.type == "modifier" and child.text == b"this" for child in parameter.children)
        if parameter.type == "parameter" and not receiver:
            yield _name(parameter)


def _public(node: Node) -> bool:
    return any(child.type == "modifier" and child.text == b"public" for child in node.children)


def _name(node: Node) -> str:
    named = node.child_by_field_name("name")
    return (named.text or b"").decode().replace(" ", "") if named is not None else ""


def _join(scope: str, name: str) -> str:
    return f"{scope}.{name}" if scope else name
