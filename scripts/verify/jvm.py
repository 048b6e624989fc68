"""What Java and Kotlin sources declare, and what their builds are called at Maven Central."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath

import tree_sitter_java
import tree_sitter_kotlin
from tree_sitter import Language, Node, Parser

from verify.symbols import Kind, Symbol

LANGUAGES = frozenset(("java", "kotlin", "scala"))
REGISTRIES = frozenset(("maven",))
SEPARATOR = "."
SETTERS: frozenset[Kind] = frozenset(("member", "callable"))

_TYPES = frozenset(
    (
        "class_declaration",
        "interface_declaration",
        "enum_declaration",
        "record_declaration",
        "annotation_type_declaration",
        "object_declaration",
    )
)
_CALLABLES = frozenset(("method_declaration", "function_declaration", "annotation_type_element_declaration"))
_CONSTRUCTORS = frozenset(("constructor_declaration", "secondary_constructor", "compact_constructor_declaration"))
_PARAMETER_LISTS = frozenset(("formal_parameters", "function_value_parameters", "class_parameters"))
_NESTS = frozenset(
    (
        "class_body",
        "interface_body",
        "enum_body",
        "enum_body_declarations",
        "enum_class_body",
        "annotation_type_body",
        "companion_object",
        "ERROR",
    )
)
_HIDDEN = re.compile(rb"\b(?:private|internal)\b")
_IN_POM = re.compile(r"<(parent|dependencies|dependencyManagement|build|profiles|modules)>.*?</\1>", re.DOTALL)
_GROUP = re.compile(r"<groupId>\s*([\w.-]+)\s*</groupId>")
_PARENT = re.compile(r"<parent>.*?<groupId>\s*([\w.-]+)\s*</groupId>.*?</parent>", re.DOTALL)
_ARTIFACT = re.compile(r"<artifactId>\s*([\w.-]+)\s*</artifactId>")


def wants(path: str) -> bool:
    """Java and Kotlin files, and Maven's projects; Gradle's name is that of the folder."""
    return path.endswith((".java", ".kt", "pom.xml", "build.gradle", "build.gradle.kts"))


def read(path: str, source: bytes) -> Iterator[Symbol]:
    """What one file declares and does not hide; a type's constructors are callables of its name.

    A Gradle project is a package of any group, ``*/folder``: the group is computed in many builds.
    """
    if path.endswith("pom.xml"):
        yield from _pom(source.decode("utf-8", "replace"))
    elif "build.gradle" in path:
        yield Symbol("package", f"*/{PurePosixPath(path).parent.name}")
    else:
        grammar = "kotlin" if path.endswith(".kt") else "java"
        root = _parser(grammar).parse(source).root_node
        package = next((_package(child) for child in root.children if child.type.startswith("package_")), "")
        if package:
            yield Symbol("module", package)
        yield from _declared(root, package)


def _pom(text: str) -> Iterator[Symbol]:
    own = _IN_POM.sub("", text)
    group = _GROUP.search(own) or _PARENT.search(text)
    artifact = _ARTIFACT.search(own)
    if group and artifact:
        yield Symbol("package", f"{group[1]}/{artifact[1]}")


@cache
def _parser(grammar: str) -> Parser:
    package = tree_sitter_kotlin if grammar == "kotlin" else tree_sitter_java
    return Parser(Language(package.language()))


def _declared(node: Node, scope: str) -> Iterator[Symbol]:
    for child in node.named_children:
        if child.type in _NESTS:
            yield from _declared(child, scope)
        elif _hidden(child):
            continue
        elif child.type in _TYPES:
            yield from _type(child, scope)
        elif child.type == "type_alias":
            yield Symbol("type", _join(scope, _text(child.child_by_field_name("type"))))
        elif child.type in _CALLABLES:
            name = _join(scope, _text(child.child_by_field_name("name")))
            yield Symbol("callable", name, tuple(_parameters(child)))
        elif child.type in _CONSTRUCTORS:
            yield Symbol("callable", scope, tuple(_parameters(child)))
        else:
            yield from (Symbol("member", _join(scope, name)) for name in _fields(child))


def _type(node: Node, scope: str) -> Iterator[Symbol]:
    name = _join(scope, _text(node.child_by_field_name("name")))
    yield Symbol("type", name)
    for child in node.named_children:
        parameters = ()
        if child.type == "primary_constructor":
            parameters = tuple(_parameters(child))
        elif child.type == "formal_parameters":
            parameters = tuple(_listed(child))
        else:
            continue
        yield Symbol("callable", name, parameters)
        yield from (Symbol("member", _join(name, parameter)) for parameter in parameters)
    yield from _declared(node, name)


def _fields(node: Node) -> Iterator[str]:
    if node.type in {"field_declaration", "constant_declaration"}:
        yield from (_text(one.child_by_field_name("name")) for one in node.children_by_field_name("declarator"))
    elif node.type == "property_declaration":
        yield from (
            _text(one.named_children[0])
            for one in node.named_children
            if one.type == "variable_declaration" and one.named_children
        )
    elif node.type == "enum_constant":
        yield _text(node.child_by_field_name("name"))
    elif node.type == "enum_entry" and node.named_children:
        yield _text(node.named_children[0])


def _parameters(node: Node) -> Iterator[str]:
    for child in node.named_children:
        if child.type in _PARAMETER_LISTS:
            yield from _listed(child)


def _listed(node: Node) -> Iterator[str]:
    for parameter in node.named_children:
        if parameter.type == "formal_parameter":
            yield _text(parameter.child_by_field_name("name"))
        elif parameter.type == "spread_parameter":
            declarator = next((one for one in parameter.children if one.type == "variable_declarator"), None)
            yield _text(declarator.child_by_field_name("name") if declarator is not None else None)
        elif parameter.type in {"parameter", "class_parameter"}:
            name = next((one for one in parameter.named_children if one.type == "identifier"), None)
            yield _text(name)


def _hidden(node: Node) -> bool:
    modifiers = next((child for child in node.children if child.type == "modifiers"), None)
    return modifiers is not None and _HIDDEN.search(modifiers.text or b"") is not None


def _package(node: Node) -> str:
    return _text(node.named_children[-1]) if node.named_children else ""


def _text(node: Node | None) -> str:
    return (node.text or b"").decode() if node is not None else ""


def _join(scope: str, name: str) -> str:
    return f"{scope}.{name}" if scope else name
