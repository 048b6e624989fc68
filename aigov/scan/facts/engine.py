"""One facts engine for every language: parse, run the query file, index what it marks.

Captures that a query file uses (all optional but the first of each row):

==================================================================== =================================================
``@import.module`` ``.name`` ``.alias`` ``.all`` ``.default``        an import; ``.loader`` marks the function of a
``.loader``                                                          dynamic one (see ``Language.loaders``)
``@import.global``                                                   a name that needs no import
``@import.tree``, ``@import.child``                                  Rust's use trees, and modules in files of their own
``@reexport.module`` ``.name`` ``.as`` ``.all``                      names handed on from another module
``@export.value`` ``.as``                                            a name that the module hands out
``@function`` ``.name`` ``.body``, ``@class`` ``.name`` ``.bases``   scopes; ``.owner`` is the class of a method that
``.body``; ``@function.owner`` ``.receiver``                         stands outside of it, ``.receiver`` its object
``@function.type``                                                   what a function gives back
``@function.word``, ``@parameter.word``, ``@return.word``            what begins the block (see ``Language.defining``)
``@decorator`` ``.of``                                               a decorator and what it decorates
``@parameter.name`` ``.type`` ``.default``, ``.rest``, ``.keywords`` parameters of the innermost function around them
``@parameter.given``, ``@given.target`` ``.by``                      an annotation that may say what a parameter or a
                                                                     field receives (see ``Language.given``)
``@field.name`` ``.type``                                            a parameter that is a field of its class, too
``@assign.target`` ``.value`` ``.type``                              bindings; also ``@augment``, ``@element``,
                                                                     ``@draw``, ``@enter`` (context manager), and
                                                                     ``@declare``, which
                                                                     may have a ``.tag`` (see ``Language.tag``);
                                                                     ``@tagged.target`` has it before itself
``@option.call`` ``.by`` ``.target``                                an option of the command line that a call defines in
                                                                     a variable (see ``Language.option_setters``)
``@set.on`` ``.name`` ``.value`` ``.second``                         a call that may set a property or a key of a name
``@return``; ``@return.bare``, ``@result``                          a value that a function gives back; a return without
                                                                     one, and the named result that it then gives back
``@call`` ``.callee``                                                a call, and what it calls where that is one node;
                                                                     it and all that is no import stands below the
                                                                     line ``=== names ===``
``@string``                                                          a string; it and the rest stand below the line
                                                                     ``=== strings ===``
``@quiet``                                                           a string that is no fact: docstring, module name
``@error``                                                           text that the grammar could not read
==================================================================== =================================================

Query predicates are not used: building several queries with them crashes py-tree-sitter 0.26.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from tree_sitter import Node, QueryCursor, Tree

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.imports import read_imports
from aigov.scan.facts.nesting import nested_beyond
from aigov.scan.facts.parsing import compiled, grouped, import_matches, indented_beyond, name_matches, parsed
from aigov.scan.facts.positions import position_of
from aigov.scan.facts.scope_table import Captures, ScopeTable
from aigov.scan.facts.spans import Span, disjoint_spans, joined_spans
from aigov.scan.facts.structure import Structure
from aigov.scan.facts.types import Binding, CallExpr, Expr, Import, Parameter, Position, Scope

_LONG_CALLEE = 400


class CallSite(NamedTuple):
    """A call, not read as an expression yet."""

    node: Node
    offset: int
    line: int
    tail: str
    """Last name of the callee: ``create`` of ``client.chat.completions.create``."""
    callee: str = ""
    """The callee as written, its names joined by dots; of a long one the end."""
    after: int = 0
    """Byte offset after the callee, where the arguments begin."""

    @property
    def arguments(self) -> bytes:
        """The text after the callee."""
        return (self.node.text or b"")[self.after - self.node.start_byte :]


class Text(NamedTuple):
    """A string constant that is no docstring."""

    node: Node
    value: str
    line: int
    offset: int


_offset = attrgetter("offset")


class _Expressions:
    """Reads each expression of one file once."""

    __slots__ = ("_read", "_reader")

    def __init__(self, reader: ExpressionReader) -> None:
        self._reader = reader
        self._read: dict[int, Expr] = {}

    def __call__(self, node: Node) -> Expr:
        found = self._read.get(node.id)
        if found is None:
            found = self._read[node.id] = self._reader.read(node)
        return found


class FileFacts:
    """The facts of one file. Expressions are read when asked for, and once."""

    def __init__(self, path: str, language: str, data: bytes) -> None:
        made = compiled(language)
        self.path = path
        self.row = made.row
        self.size = len(data)
        self._compiled = made
        self._data = data
        self._tree: Tree | None = None
        self._expressions = _Expressions(made.reader)
        self._unreadable = indented_beyond(made.row.max_indents, data) or nested_beyond(made.row, data)
        self._faulty = self._root.has_error or self._unreadable
        matches = import_matches(made, self._root, data)
        self.imports = read_imports(made.row, made.reader, grouped(matches))

    @property
    def _root(self) -> Node:
        if self._tree is None:
            tree = None if self._unreadable else parsed(self._compiled, self._data)
            self._unreadable = tree is None
            self._tree = tree if tree is not None else self._compiled.parser.parse(b"")
        return self._tree.root_node

    def release(self) -> None:
        """Let go of the syntax tree, ten times the size of the file, until something asks for more than imports."""
        if "_names" not in self.__dict__ and not self._faulty:
            self._tree = None
            self._expressions = _Expressions(self._compiled.reader)
            self.__dict__.pop("_all_strings", None)

    @property
    def source(self) -> bytes:
        """The text of the file, UTF-8."""
        return self._data

    @cached_property
    def _by_alias(self) -> dict[str, list[Import]]:
        found: dict[str, list[Import]] = {}
        for imported in self.imports:
            if imported.alias:
                found.setdefault(imported.alias, []).append(imported)
        return found

    @cached_property
    def _names(self) -> tuple[ScopeTable, Structure, list[Captures]]:
        """Scopes, names and calls, indexed when something asks for one: most files are never asked."""
        matches = name_matches(self._compiled, self._root)
        self._unreadable |= matches is None
        groups = grouped(matches or ())
        table = ScopeTable(self.row, self.size, groups, self._expressions)
        structure = Structure(self.row, self._compiled.reader, table, groups, self._expressions)
        return table, structure, groups.get("call", [])

    @property
    def scopes(self) -> list[Scope]:
        """The module, then every class and function, in source order."""
        return self._names[0].scopes

    @property
    def bindings(self) -> dict[int, dict[str, list[Binding]]]:
        """Scope -> first name of the target -> bindings."""
        return self._names[1].bindings

    @property
    def parameters(self) -> Mapping[int, list[Parameter]]:
        """Scope of the function -> its parameters."""
        return self._names[1].parameters

    @property
    def returns(self) -> dict[int, list[Node]]:
        """Scope of the function -> the values that it gives back."""
        return self._names[1].returns

    # --- asking -----------------------------------------------------------------------------------------------------

    def expr(self, node: Node) -> Expr:
        """The expression at ``node``."""
        return self._expressions(node)

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

    def attached(self, owner: str) -> list[Scope]:
        """Methods of a class that are written outside of it."""
        return self._names[0].attached(owner)

    @property
    def tags(self) -> Mapping[Binding, tuple[str | None, str | None, int]]:
        """Field -> the variable and the default that the text beside it names, and the line of that."""
        return self._names[1].tags

    @cached_property
    def partial(self) -> frozenset[str]:
        """Names of the classes of which the file may hold only a part."""
        pattern = self.row.partials
        found = pattern.findall(self._data) if pattern is not None else ()
        return frozenset(name.decode("utf-8", "replace") for name in found)

    @property
    def added(self) -> frozenset[str]:
        """Names of the methods that the file adds to types of others."""
        pattern = self.row.adds
        found = pattern.findall(self._data) if pattern is not None else ()
        return frozenset(name.decode("utf-8", "replace") for name in found)

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

    def given(self, binding: Binding) -> Node | None:
        """The syntax of what ``binding`` receives."""
        return self._names[1].values.get(binding)

    def end_of(self, binding: Binding) -> int:
        """Byte offset after what ``binding`` receives."""
        return binding.offset if (node := self.given(binding)) is None else node.end_byte

    def block_of(self, offset: int, end: int) -> tuple[int, int]:
        """Byte range of the innermost statement list, or lone statement of a branch, around an offset."""
        node: Node | None = self._root.descendant_for_byte_range(offset, end)
        while node is not None and node.type not in self.row.blocks and not self._is_branch(node):
            node = node.parent
        return (node.start_byte, node.end_byte) if node is not None else (0, self.size)

    def _is_branch(self, node: Node) -> bool:
        """Whether a statement runs only where a condition holds, without a block around it."""
        if node.type in self.row.arms or node.type in self.row.branches - self.row.otherwise:
            return True
        above = node.parent
        if above is None or above.type not in self.row.conditionals:
            return False
        return above.child_by_field_name("condition") != node

    def is_fallback(self, binding: Binding) -> bool:
        """Whether an assignment counts only where its target is unset: ``model ||= "…"``."""
        node = self._names[1].values.get(binding)
        operator = node.parent.child_by_field_name("operator") if node is not None and node.parent is not None else None
        return operator is not None and operator.text in (b"||=", b"??=")

    def exclusive(self, first: int, second: int) -> bool:
        """Whether two offsets lie in branches of which only one runs: ``if`` and ``elif``, two cases."""
        path: dict[int, Node] = {}
        child: Node | None = self._root.descendant_for_byte_range(first, first)
        while child is not None and child.parent is not None:
            path[child.parent.id] = child
            child = child.parent
        other: Node | None = self._root.descendant_for_byte_range(second, second)
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
        data, separators = self._data, self.row.separators
        for captures in self._names[2]:
            node = captures["call"][0]
            callee = captures.get("call.callee")
            span = (callee[0].start_byte, callee[0].end_byte) if callee else self._callee_span(node)
            if span is None:
                continue
            start, end = span
            written = data[start if end - start < _LONG_CALLEE else end - _LONG_CALLEE : end].decode("utf-8", "replace")
            if separators is not None:
                written = separators.sub(".", written)
            tail = self.row.untyped(written).rpartition(".")[2].strip().lstrip("$")
            found.append(CallSite(node, node.start_byte, node.start_point[0] + 1, tail, written, end))
        # Of calls that begin together the query gives the outer one first.
        return sorted(found, key=_offset)

    def _callee_span(self, node: Node) -> tuple[int, int] | None:
        reader = self._compiled.reader
        if not self.row.begins:
            return reader.callee_span(node)
        return None if reader.continues(node) else reader.callee_span(reader.begin_of(node) or node)

    @cached_property
    def texts(self) -> list[Text]:
        """Every string constant that is no docstring, module name or bare statement, in source order."""
        return self._all_strings[0]

    @cached_property
    def templates(self) -> list[CallSite]:
        """Strings with holes, in source order."""
        return self._all_strings[1]

    @cached_property
    def _all_strings(self) -> tuple[list[Text], list[CallSite]]:
        return self.strings_at([(0, self.size)])

    def strings_at(self, spans: Iterable[Span]) -> tuple[list[Text], list[CallSite]]:
        """``texts`` and ``templates``, of them at least those that touch one of the spans (in order of offset)."""
        cursor = QueryCursor(self._compiled.strings)
        strings: dict[int, Node] = {}
        quiet: set[int] = set()
        for start, end in joined_spans(spans):
            cursor.set_byte_range(start, end)
            captured = cursor.captures(self._root)
            quiet.update(node.id for node in captured.get("quiet", ()))
            strings.update((node.id, node) for node in captured.get("string", ()))
        texts: list[Text] = []
        templates: list[CallSite] = []
        for id, node in strings.items():
            if id in quiet:
                continue
            value = self._compiled.reader.text_of(node)
            if value:
                texts.append(Text(node, value, node.start_point[0] + 1, node.start_byte))
            elif value is None:
                templates.append(CallSite(node, node.start_byte, node.start_point[0] + 1, ""))
        return sorted(texts, key=lambda text: text.offset), sorted(templates, key=lambda site: site.offset)

    def node_at(self, start: int, end: int) -> Node | None:
        """The smallest syntax node around a byte range."""
        return self._root.descendant_for_byte_range(start, end)

    @property
    def bytes_lost(self) -> int:
        """Bytes inside syntax errors, each counted once."""
        return sum(end - start for start, end in self._lost)

    @property
    def lines_lost(self) -> Iterator[bytes]:
        """The text of the syntax errors, in whole lines: what stands beside one may be read as something else."""
        for start, end in self._lost:
            last = self._data.find(b"\n", end)
            yield self._data[self._data.rfind(b"\n", 0, start) + 1 : len(self._data) if last < 0 else last]

    @cached_property
    def _lost(self) -> list[tuple[int, int]]:
        if self._unreadable or not self._faulty:
            return [(0, self.size)] if self._unreadable else []
        captured = QueryCursor(self._compiled.strings).captures(self._root)
        return disjoint_spans((node.start_byte, node.end_byte) for node in captured.get("error", ()))
