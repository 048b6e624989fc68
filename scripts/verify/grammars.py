"""What sources declare, and what their packages are called: one walk over the syntax tree for many languages.

A language is a table of node kinds (``grammar_rows.py``), and what is its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tree_sitter import Node

from aigov.scan.facts.parsing import compiled
from verify.symbols import Kind, Symbol

_MOST_DEEP = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What declares names in one language, and the reader of its files."""

    name: str
    extension: str
    REGISTRIES: frozenset[str] = frozenset()
    manifest: str = ""
    """End of the path of the file that names the package."""
    package: re.Pattern[str] | None = None
    """Its name in there."""
    SEPARATOR: str = "."
    SETTERS: frozenset[Kind] = frozenset(("member", "callable"))
    scopes: Mapping[str, str] = field(default_factory=dict)
    """Node kinds of modules and types -> field of the name."""
    callables: Mapping[str, str] = field(default_factory=dict)
    constructors: frozenset[str] = frozenset()
    """Names of methods, or node kinds, that make an object: they are callables of the type's name."""
    parameters: Mapping[str, str] = field(default_factory=dict)
    """Node kinds of parameters -> field of the name by which a call passes it; empty for the node itself."""
    members: Mapping[str, str] = field(default_factory=dict)
    begins: Callable[[str, str], str] = lambda path, text: ""
    """The scope of a whole file, from its path and text."""
    modules: Callable[[str, str], Iterator[str]] = lambda path, text: iter(())
    """What an import names, beside the types."""
    extra: Callable[[Node, str], Iterator[Symbol]] = lambda node, scope: iter(())
    """What a node declares that the tables do not tell."""
    named_constructors: Callable[[Node], Iterator[str]] = lambda node: iter(())
    """Further names of what makes an object: ``withApiKey`` of Dart's ``Client.withApiKey``."""
    joins: str = "."
    """Between a namespace and what is in it, as the catalogue spells imports."""

    @property
    def LANGUAGES(self) -> frozenset[str]:
        return frozenset((self.name,))

    def wants(self, path: str) -> bool:
        """Sources, and what names the package."""
        return path.endswith(self.extension) or bool(self.manifest and path.endswith(self.manifest))

    def read(self, path: str, source: bytes) -> Iterator[Symbol]:
        """What one file declares."""
        text = source.decode("utf-8", "replace")
        if self.manifest and path.endswith(self.manifest):
            yield from (Symbol("package", name) for name in (self.package or re.compile("$^")).findall(text))
            return
        yield from (Symbol("module", module) for module in self.modules(path, text))
        root = compiled(self.name).parser.parse(source).root_node
        yield from self._within(root, self.begins(path, text), 0)

    def _within(self, node: Node, scope: str, depth: int) -> Iterator[Symbol]:
        for child in node.named_children if depth < _MOST_DEEP else ():
            kind = child.type
            yield from self.extra(child, scope)
            if kind in self.scopes:
                inner = self._join(scope, bare(child.child_by_field_name(self.scopes[kind])))
                yield Symbol("type", inner)
                yield from (Symbol("module", spelled) for spelled in _spelled(inner, self.joins))
                yield from self._within(child, inner, depth + 1)
            elif kind in self.callables:
                name = bare(child.child_by_field_name(self.callables[kind]))
                made = name in self.constructors or kind in self.constructors
                parameters = tuple(self._parameters(child))
                yield Symbol("callable", scope if made else self._join(scope, name), parameters)
                for alias in self.named_constructors(child) if made else ():
                    yield Symbol("callable", self._join(scope, alias), parameters)
                yield from self._within(child, scope, depth + 1) if kind in self.members else ()
            else:
                if kind in self.members:
                    name = bare(child.child_by_field_name(self.members[kind]) if self.members[kind] else child)
                    yield Symbol("member", self._join(scope, name))
                yield from self._within(child, scope, depth + 1)

    def _join(self, scope: str, name: str) -> str:
        name = name.replace("::", ".")
        return f"{scope}.{name}" if scope else name

    def _parameters(self, node: Node) -> Iterator[str]:
        name = node.child_by_field_name(self.callables.get(node.type, ""))
        waiting = [child for child in reversed(node.named_children) if name is None or child.id != name.id]
        while waiting:
            child = waiting.pop()
            if child.type in self.parameters:
                field_name = self.parameters[child.type]
                held = child.child_by_field_name(field_name) if field_name else child
                held = held or child.child_by_field_name("name") or next(iter(child.named_children), child)
                yield bare(held)
            elif child.type not in ("block", "body_statement", "function_body", "compound_statement", "do_block"):
                waiting += reversed(child.named_children)


def bare(node: Node | None) -> str:
    text = (node.text or b"").decode("utf-8", "replace") if node is not None else ""
    return re.sub(r"<.*|[\s$@:*&]+(?=\w)|\s", "", text.strip(), flags=re.DOTALL) if "::" not in text else text


def _spelled(name: str, joins: str) -> Iterator[str]:
    """A type as an import names it; with the namespaces around it, where they are spelled otherwise."""
    yield name.replace(".", joins)
