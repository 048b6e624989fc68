"""One facts engine for every language: parse, run the query file, index what it marks.

Captures that a query file uses (all optional but the first of each row):

==================================================================== =================================================
``@import.module`` ``.name`` ``.alias`` ``.all`` ``.default``        an import; ``.loader`` marks the function of a
``.loader``                                                          dynamic one (see ``Language.loaders``)
``@reexport.module`` ``.name`` ``.as`` ``.all``                      names handed on from another module
``@export.value`` ``.as``                                            a name that the module hands out
``@function`` ``.name`` ``.body``, ``@class`` ``.name`` ``.bases``   scopes
``.body``
``@decorator`` ``.of``                                               a decorator and what it decorates
``@parameter.name`` ``.type`` ``.default``, ``.rest``, ``.keywords`` parameters of the innermost function around them
``@field.name`` ``.type``                                            a parameter that is a field of its class, too
``@assign.target`` ``.value`` ``.type``                              bindings; also ``@augment``, ``@element``,
                                                                     ``@enter`` (context manager), ``@declare``
``@return``                                                          a value that a function gives back
``@call``, ``@string``                                               below the line ``=== everywhere ===``; all between
                                                                     imports and it stands below ``=== names ===``
``@quiet``                                                           a string that is no fact: docstring, module name
``@error``                                                           text that the grammar could not read
==================================================================== =================================================

Query predicates are not used: building several queries with them crashes py-tree-sitter 0.26.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from tree_sitter import Language as Grammar
from tree_sitter import Node, Parser, Query, QueryCursor, Tree

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.imports import read_imports
from aigov.scan.facts.languages import LANGUAGES, Language
from aigov.scan.facts.positions import position_of
from aigov.scan.facts.scope_table import Captures, ScopeTable
from aigov.scan.facts.structure import Structure
from aigov.scan.facts.types import Binding, CallExpr, Expr, Import, Parameter, Position, Scope

_LONG_CALLEE = 400
_NAMES = "; === names ===\n"
_EVERYWHERE = "; === everywhere ===\n"


class _Compiled(NamedTuple):
    row: Language
    parser: Parser
    imports: Query
    names: Query
    everywhere: Query
    reader: ExpressionReader
    callee_fields: tuple[int, ...]


@cache
def _compiled(name: str) -> _Compiled:
    row = LANGUAGES[name]
    grammar = Grammar(row.grammar())
    folder = Path(__file__).parent
    imports, names, everywhere = "", "", ""
    for query in row.queries:
        text = (folder / query).read_text(encoding="utf-8")
        front, _, mass = text.partition(_EVERYWHERE)
        first, _, second = front.partition(_NAMES)
        imports, names, everywhere = imports + first, names + second, everywhere + mass
    roles = {form.roles["callee"] for form in row.forms.values() if form.kind == "call"}
    fields = tuple(number for role in sorted(roles) if (number := grammar.field_id_for_name(role)) is not None)
    return _Compiled(
        row=row,
        parser=Parser(grammar),
        imports=Query(grammar, imports),
        names=Query(grammar, names),
        everywhere=Query(grammar, everywhere),
        reader=ExpressionReader(row),
        callee_fields=fields,
    )


def _grouped(query: Query, tree: Tree) -> dict[str, list[Captures]]:
    """Matches by the first part of their capture names: ``import``, ``function``, ``assign``."""
    kinds: dict[int, str] = {}
    grouped: dict[str, list[Captures]] = {}
    for pattern, captures in QueryCursor(query).matches(tree.root_node):
        kind = kinds.get(pattern)
        if kind is None:
            kind = kinds[pattern] = next(iter(captures)).partition(".")[0]
        grouped.setdefault(kind, []).append(captures)
    return grouped


class CallSite(NamedTuple):
    """A call, not read as an expression yet."""

    node: Node
    offset: int
    line: int
    tail: str
    """Last name of the callee: ``create`` of ``client.chat.completions.create``."""
    callee: str = ""
    """The callee as written; of a long one the end."""


class Text(NamedTuple):
    """A string constant that is no docstring."""

    node: Node
    value: str
    line: int
    offset: int


class FileFacts:
    """The facts of one file. Expressions are read when asked for, and once."""

    def __init__(self, path: str, language: str, data: bytes) -> None:
        compiled = _compiled(language)
        self.path = path
        self.row = compiled.row
        self.size = len(data)
        self._compiled = compiled
        self._tree: Tree = compiled.parser.parse(data)
        self._read: dict[int, Expr] = {}
        self.imports = read_imports(compiled.row, compiled.reader, _grouped(compiled.imports, self._tree))

    @cached_property
    def _by_alias(self) -> dict[str, list[Import]]:
        found: dict[str, list[Import]] = {}
        for imported in self.imports:
            if imported.alias:
                found.setdefault(imported.alias, []).append(imported)
        return found

    @cached_property
    def _names(self) -> tuple[ScopeTable, Structure]:
        """Scopes and names, indexed when something asks for one: most files are never asked."""
        grouped = _grouped(self._compiled.names, self._tree)
        table = ScopeTable(self.row, self.size, grouped, self.expr)
        return table, Structure(self.row, self._compiled.reader, table, grouped, self.expr)

    @property
    def scopes(self) -> list[Scope]:
        """The module, then every class and function, in source order."""
        return self._names[0].scopes

    @property
    def bindings(self) -> dict[int, dict[str, list[Binding]]]:
        """Scope -> first name of the target -> bindings."""
        return self._names[1].bindings

    @property
    def parameters(self) -> dict[int, list[Parameter]]:
        """Scope of the function -> its parameters."""
        return self._names[1].parameters

    @property
    def returns(self) -> dict[int, list[Node]]:
        """Scope of the function -> the values that it gives back."""
        return self._names[1].returns

    # --- asking -----------------------------------------------------------------------------------------------------

    def expr(self, node: Node) -> Expr:
        """The expression at ``node``."""
        found = self._read.get(node.id)
        if found is None:
            found = self._read[node.id] = self._compiled.reader.read(node)
        return found

    def value(self, binding: Binding) -> Expr | None:
        """What ``binding`` receives; None for a mere declaration."""
        node = self._names[1].values.get(binding)
        return None if node is None else self.expr(node)

    def annotation(self, binding: Binding) -> Expr | None:
        """The declared type."""
        node = self._names[1].types.get(binding)
        return None if node is None else self.expr(node)

    def scope_at(self, offset: int) -> int:
        """Index of the innermost scope around a byte offset."""
        return self._names[0].at(offset)

    def scope_of_closure(self, offset: int) -> int | None:
        """Index of the function scope that begins at ``offset``."""
        return self._names[0].beginning_at(offset)

    def chain(self, scope: int) -> Iterator[Scope]:
        """``scope`` and the scopes around it, inside out."""
        return self._names[0].chain(scope)

    def defined(self, scope: int, name: str) -> Scope | None:
        """The function or class of that name that is written in ``scope``; the last one wins."""
        return self._names[0].defined(scope, name)

    def methods(self, scope: int) -> list[Scope]:
        """Functions and classes written directly in a class."""
        return [found for found in self.scopes if found.parent == scope]

    def enclosing(self, offset: int) -> str | None:
        """Dotted name of the function around an offset."""
        for scope in self.chain(self.scope_at(offset)):
            if scope.kind == "function" and scope.name:
                return scope.qualified
        return None

    def imported_as(self, name: str) -> list[Import]:
        """Imports that bind a local name, in any scope."""
        return self._by_alias.get(name, [])

    def named_bindings(self, scope: int, name: str) -> list[Binding]:
        """Bindings in one scope whose path begins with ``name``."""
        return self.bindings.get(scope, {}).get(name, [])

    def call(self, site: CallSite) -> CallExpr | None:
        """The call at ``site`` as an expression."""
        found = self.expr(site.node)
        return found if isinstance(found, CallExpr) else None

    def position(self, text: Text) -> Position:
        """Where a string constant stands."""
        return position_of(text.node, self.row)

    def end_of(self, binding: Binding) -> int:
        """Byte offset after what ``binding`` receives."""
        node = self._names[1].values.get(binding)
        return binding.offset if node is None else node.end_byte

    def block_of(self, offset: int, end: int) -> tuple[int, int]:
        """Byte range of the innermost statement list around an offset."""
        node: Node | None = self._tree.root_node.descendant_for_byte_range(offset, end)
        while node is not None and node.type not in self.row.blocks:
            node = node.parent
        return (node.start_byte, node.end_byte) if node is not None else (0, self.size)

    def exclusive(self, first: int, second: int) -> bool:
        """Whether two offsets lie in branches of which only one runs: ``if`` and ``elif``, two cases."""
        path: dict[int, Node] = {}
        child: Node | None = self._tree.root_node.descendant_for_byte_range(first, first)
        while child is not None and child.parent is not None:
            path[child.parent.id] = child
            child = child.parent
        other: Node | None = self._tree.root_node.descendant_for_byte_range(second, second)
        while other is not None and other.parent is not None:
            branch = path.get(other.parent.id)
            if branch is not None:
                kinds = {branch.type, other.type} & self.row.branches
                whole = other.parent.type in self.row.conditionals or not kinds & self.row.otherwise
                return branch.id != other.id and bool(kinds) and whole
            other = other.parent
        return False

    @cached_property
    def calls(self) -> list[CallSite]:
        """Every call, in source order."""
        found = []
        fields = self._compiled.callee_fields
        for node in self._captured.get("call", ()):
            callee = None
            for number in fields:
                callee = callee or node.child_by_field_id(number)
            if callee is None:
                continue
            raw = callee.text or b""
            written = raw[-_LONG_CALLEE:].decode("utf-8", "replace")
            tail = written.rpartition(".")[2].strip()
            found.append(CallSite(node, node.start_byte, node.start_point[0] + 1, tail, written))
        return sorted(found, key=lambda site: (site.offset, -site.node.end_byte))

    @cached_property
    def texts(self) -> list[Text]:
        """Every string constant that is no docstring, module name or bare statement, in source order."""
        quiet = {node.id for node in self._captured.get("quiet", ())}
        found = []
        for node in self._captured.get("string", ()):
            if node.id in quiet:
                continue
            value = self._compiled.reader.text_of(node)
            if value:
                found.append(Text(node, value, node.start_point[0] + 1, node.start_byte))
        return sorted(found, key=lambda text: text.offset)

    @cached_property
    def templates(self) -> list[CallSite]:
        """Strings with holes, in source order."""
        quiet = {node.id for node in self._captured.get("quiet", ())}
        found = [
            CallSite(node, node.start_byte, node.start_point[0] + 1, "")
            for node in self._captured.get("string", ())
            if node.id not in quiet and any(child.type in self.row.holes for child in node.named_children)
        ]
        return sorted(found, key=lambda site: site.offset)

    def node_at(self, start: int, end: int) -> Node | None:
        """The smallest syntax node around a byte range."""
        return self._tree.root_node.descendant_for_byte_range(start, end)

    @cached_property
    def bytes_lost(self) -> int:
        """Bytes inside syntax errors, each counted once."""
        if not self._tree.root_node.has_error:
            return 0
        lost = end = 0
        for node in sorted(self._captured.get("error", ()), key=lambda n: (n.start_byte, -n.end_byte)):
            lost += max(0, node.end_byte - max(end, node.start_byte))
            end = max(end, node.end_byte)
        return lost

    @cached_property
    def _captured(self) -> dict[str, list[Node]]:
        return QueryCursor(self._compiled.everywhere).captures(self._tree.root_node)
