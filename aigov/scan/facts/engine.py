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
``@call``, ``@string``                                               below the line ``=== everywhere ===``
``@quiet``                                                           a string that is no fact: docstring, module name
``@error``                                                           text that the grammar could not read
==================================================================== =================================================

Query predicates are not used: building several queries with them crashes py-tree-sitter 0.26.1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from tree_sitter import Language as Grammar
from tree_sitter import Node, Parser, Query, QueryCursor, Tree

from aigov.scan.facts.expressions import ExpressionReader, node_text
from aigov.scan.facts.languages import LANGUAGES, Language
from aigov.scan.facts.positions import position_of
from aigov.scan.facts.targets import read_targets
from aigov.scan.facts.types import Binding, CallExpr, Expr, Import, Parameter, Position, Scope

_EVERYWHERE = "; === everywhere ===\n"
_BINDINGS = {"assign": "assign", "augment": "augment", "element": "element", "enter": "enter", "declare": "declare"}


class _Compiled(NamedTuple):
    row: Language
    parser: Parser
    structure: Query
    everywhere: Query
    reader: ExpressionReader


@cache
def _compiled(name: str) -> _Compiled:
    row = LANGUAGES[name]
    grammar = Grammar(row.grammar())
    folder = Path(__file__).parent
    halves = [(folder / query).read_text(encoding="utf-8").partition(_EVERYWHERE) for query in row.queries]
    structure, everywhere = "\n".join(half[0] for half in halves), "\n".join(half[2] for half in halves)
    return _Compiled(row, Parser(grammar), Query(grammar, structure), Query(grammar, everywhere), ExpressionReader(row))


class CallSite(NamedTuple):
    """A call, not read as an expression yet."""

    node: Node
    offset: int
    line: int
    tail: str
    """Last name of the callee: ``create`` of ``client.chat.completions.create``."""


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
        self.imports: list[Import] = []
        self.bindings: dict[int, dict[str, list[Binding]]] = {}
        self.parameters: dict[int, list[Parameter]] = {}
        self.returns: dict[int, list[Node]] = {}
        self._values: dict[Binding, Node] = {}
        self._types: dict[Binding, Node] = {}
        self._index()

    # --- asking -----------------------------------------------------------------------------------------------------

    def expr(self, node: Node) -> Expr:
        """The expression at ``node``."""
        found = self._read.get(node.id)
        if found is None:
            found = self._read[node.id] = self._compiled.reader.read(node)
        return found

    def value(self, binding: Binding) -> Expr | None:
        """What ``binding`` receives; None for a mere declaration."""
        node = self._values.get(binding)
        return None if node is None else self.expr(node)

    def annotation(self, binding: Binding) -> Expr | None:
        """The declared type."""
        node = self._types.get(binding)
        return None if node is None else self.expr(node)

    def scope_at(self, offset: int) -> int:
        """Index of the innermost scope around a byte offset."""
        return self._owners[bisect_right(self._edges, offset) - 1]

    def scope_of_closure(self, offset: int) -> int | None:
        """Index of the function scope that begins at ``offset``."""
        return self._starts.get(offset)

    def chain(self, scope: int) -> Iterator[Scope]:
        """``scope`` and the scopes around it, inside out."""
        index: int | None = scope
        while index is not None:
            found = self.scopes[index]
            yield found
            index = found.parent

    def enclosing(self, offset: int) -> str | None:
        """Dotted name of the function around an offset."""
        for scope in self.chain(self.scope_at(offset)):
            if scope.kind == "function" and scope.name:
                return scope.qualified
        return None

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
        node = self._values.get(binding)
        return binding.offset if node is None else node.end_byte

    def block_of(self, offset: int, end: int) -> tuple[int, int]:
        """Byte range of the innermost statement list around an offset."""
        node: Node | None = self._tree.root_node.descendant_for_byte_range(offset, end)
        while node is not None and node.type not in self.row.blocks:
            node = node.parent
        return (node.start_byte, node.end_byte) if node is not None else (0, self.size)

    def exclusive(self, first: int, second: int) -> bool:
        """Whether two offsets lie in branches of which only one runs: ``if`` and ``elif``, two cases of a ``switch``."""
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
        for node in self._captured.get("call", ()):
            callee = node.child_by_field_name("function") or node.child_by_field_name("constructor")
            if callee is None:
                continue
            raw = callee.text or b""
            tail = raw.rpartition(b".")[2].strip()
            found.append(CallSite(node, node.start_byte, node.start_point[0] + 1, tail.decode("utf-8", "replace")))
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

    # --- indexing ---------------------------------------------------------------------------------------------------

    def _index(self) -> None:
        matches = QueryCursor(self._compiled.structure).matches(self._tree.root_node)
        kinds: dict[int, str] = {}
        grouped: dict[str, list[dict[str, list[Node]]]] = {}
        for pattern, captures in matches:
            kind = kinds.get(pattern)
            if kind is None:
                kind = kinds[pattern] = next(iter(captures)).partition(".")[0]
            grouped.setdefault(kind, []).append(captures)
        self._index_scopes(grouped)
        for captures in grouped.get("import", ()):
            self._add_import(captures)
        for captures in grouped.get("reexport", ()):
            self._add_reexport(captures)
        self._add_parameters(grouped.get("parameter", ()))
        for kind in _BINDINGS:
            for captures in grouped.get(kind, ()):
                target, value = captures.get(f"{kind}.target"), captures.get(f"{kind}.value")
                annotation = captures.get(f"{kind}.type")
                if target:
                    self._bind(kind, target[0], value[0] if value else None, annotation[0] if annotation else None)
        for captures in grouped.get("field", ()):
            self._add_field(captures)
        for captures in grouped.get("export", ()):
            node = captures["export.value"][0]
            name = node_text(captures["export.as"][0]) if "export.as" in captures else None
            own = node_text(node) if node.type == "identifier" and "export.as" not in captures else None
            exported = name or (own if own and node.parent and node.parent.type == "export_specifier" else "default")
            self._add_binding(
                Binding(path=(exported,), line=node.start_point[0] + 1, offset=node.start_byte, scope=0, kind="export"),
                node,
                None,
            )
        for captures in grouped.get("return", ()):
            node = captures["return"][0]
            if node.type not in self.row.blocks:
                self.returns.setdefault(self.scope_at(node.start_byte), []).append(node)

    def _index_scopes(self, grouped: dict[str, list[dict[str, list[Node]]]]) -> None:
        decorators: dict[int, list[Node]] = {}
        for captures in grouped.get("decorator", ()):
            decorators.setdefault(captures["decorator.of"][0].start_byte, []).append(captures["decorator"][0])
        found: dict[int, tuple[str, dict[str, list[Node]]]] = {}
        for kind in ("function", "class"):
            for captures in grouped.get(kind, ()):
                node = captures[kind][0]
                found.setdefault(node.id, (kind, captures))
        ordered = sorted(
            found.values(), key=lambda item: (item[1][item[0]][0].start_byte, -item[1][item[0]][0].end_byte)
        )
        self.scopes: list[Scope] = [
            Scope(index=0, kind="module", name=None, start=0, end=self.size, line=1, parent=None, qualified="")
        ]
        self._starts: dict[int, int] = {}
        self._edges, self._owners = [0], [0]
        stack = [0]
        for kind, captures in ordered:
            node = captures[kind][0]
            self._close(stack, node.start_byte)
            names = captures.get(f"{kind}.name")
            name = node_text(names[0]) if names else None
            parent = self.scopes[stack[-1]]
            body = captures[f"{kind}.body"][0]
            scope = Scope(
                index=len(self.scopes),
                kind="class" if kind == "class" else "function",
                name=name,
                start=node.start_byte,
                end=node.end_byte,
                line=(names[0] if names else node).start_point[0] + 1,
                parent=parent.index,
                qualified=f"{parent.qualified}.{name}".lstrip(".") if name else parent.qualified,
                bases=tuple(self._bases(captures.get("class.bases", ()))),
                decorators=tuple(self.expr(decorator) for decorator in decorators.get(node.start_byte, ())),
                members="enum" if node.type in self.row.enums else "plain",
                body_start=body.start_byte,
            )
            self.scopes.append(scope)
            self._starts.setdefault(node.start_byte, scope.index)
            stack.append(scope.index)
            self._edges.append(node.start_byte)
            self._owners.append(scope.index)
        self._close(stack, self.size + 1)
        self._by_parent: dict[int, dict[str, list[int]]] = {}
        for scope in self.scopes[1:]:
            if scope.name and scope.parent is not None:
                self._by_parent.setdefault(scope.parent, {}).setdefault(scope.name, []).append(scope.index)

    def _close(self, stack: list[int], start: int) -> None:
        while len(stack) > 1 and self.scopes[stack[-1]].end <= start:
            end = self.scopes[stack.pop()].end
            self._edges.append(end)
            self._owners.append(stack[-1])

    def _bases(self, nodes: list[Node] | tuple[()]) -> Iterator[Expr]:
        for node in nodes:
            for child in node.named_children:
                if child.type in self.row.heritage:
                    yield from self._bases([child])
                elif child.type in self.row.forms:
                    yield self.expr(child)

    def defined(self, scope: int, name: str) -> Scope | None:
        """The function or class of that name that is written in ``scope``; the last one wins."""
        indexes = self._by_parent.get(scope, {}).get(name)
        return self.scopes[indexes[-1]] if indexes else None

    def methods(self, scope: int) -> list[Scope]:
        """Functions written directly in a class, and what is nested there."""
        return [found for found in self.scopes if found.parent == scope]

    def _add_import(self, captures: dict[str, list[Node]]) -> None:
        module_node = captures["import.module"][0]
        dynamic = False
        if "import.loader" in captures:
            if node_text(captures["import.loader"][0]) not in self.row.loaders:
                return
            dynamic = True
        module, level = self._module(module_node)
        name = captures.get("import.name")
        alias = captures.get("import.alias")
        spelled: str | None = "*" if "import.all" in captures else None
        local: str | None = None
        if name:
            spelled = node_text(name[0])
            local = spelled
        if "import.default" in captures:
            spelled, local = "default", node_text(captures["import.default"][0])
        if alias:
            local = node_text(alias[0])
        elif not dynamic and spelled is None and module_node.type not in self.row.forms:
            local = module.partition(".")[0]
        statement = module_node.parent
        self.imports.append(
            Import(
                module=module,
                line=module_node.start_point[0] + 1,
                scope=self.scope_at(module_node.start_byte),
                level=level,
                name=spelled,
                alias=local,
                dynamic=dynamic,
                type_only=statement is not None and any(child.type == "type" for child in statement.children[:2]),
            )
        )

    def _module(self, node: Node) -> tuple[str, int]:
        if node.type in self.row.forms and self.row.forms[node.type].kind == "string":
            return self._compiled.reader.text_of(node) or "", 0
        text = node_text(node)
        bare = text.lstrip(".")
        return bare.replace(" ", ""), len(text) - len(bare)

    def _add_reexport(self, captures: dict[str, list[Node]]) -> None:
        module_node = captures["reexport.module"][0]
        module, level = self._module(module_node)
        names, renamed = captures.get("reexport.name"), captures.get("reexport.as")
        name = "*" if "reexport.all" in captures else node_text(names[0]) if names else None
        export = node_text(renamed[0]) if renamed else name
        self.imports.append(
            Import(module=module, line=module_node.start_point[0] + 1, scope=0, level=level, name=name, export=export)
        )

    def _add_parameters(self, found: list[dict[str, list[Node]]] | tuple[()]) -> None:
        unique: dict[int, dict[str, list[Node]]] = {}
        for captures in found:
            node = next(
                captures[key][0]
                for key in ("parameter.name", "parameter.rest", "parameter.keywords")
                if key in captures
            )
            known = unique.get(node.start_byte)
            if known is None or len(captures) > len(known):
                unique[node.start_byte] = captures
        for offset, captures in sorted(unique.items()):
            scope = self.scope_at(offset)
            if self.scopes[scope].kind != "function":
                continue
            siblings = self.parameters.setdefault(scope, [])
            kind = "rest" if "parameter.rest" in captures else "keywords" if "parameter.keywords" in captures else "one"
            node = next(
                captures[key][0]
                for key in ("parameter.name", "parameter.rest", "parameter.keywords")
                if key in captures
            )
            name = node_text(node)
            if not siblings and not self.row.implicit_receiver and name in self.row.receivers:
                continue
            default, annotation = captures.get("parameter.default"), captures.get("parameter.type")
            keys = ()
            if node.type not in self.row.forms:
                keys = tuple(
                    (str(target.key), target.path[0], self.expr(target.default) if target.default else None)
                    for target in read_targets(node, self.row)
                    if target.key is not None and len(target.path) == 1
                )
                name = ""
            siblings.append(
                Parameter(
                    name=name,
                    line=node.start_point[0] + 1,
                    index=len(siblings),
                    default=self.expr(default[0]) if default else None,
                    annotation=self.expr(annotation[0]) if annotation else None,
                    kind="rest" if kind == "rest" else "keywords" if kind == "keywords" else "one",
                    keys=keys,
                )
            )

    def _add_field(self, captures: dict[str, list[Node]]) -> None:
        node = captures["field.name"][0]
        annotation = captures.get("field.type")
        scope = self.scope_at(node.start_byte)
        receiver = next(iter(self.row.receivers))
        self._add_binding(
            Binding(
                path=(receiver, node_text(node)), line=node.start_point[0] + 1, offset=node.start_byte, scope=scope
            ),
            node,
            annotation[0] if annotation else None,
        )

    def _bind(self, kind: str, target: Node, value: Node | None, annotation: Node | None) -> None:
        scope = self.scope_at(target.start_byte)
        for part in read_targets(target, self.row):
            if len(part.path) == 0:
                continue
            picked = part.key is not None and kind == "assign"
            binding = Binding(
                path=part.path,
                line=target.start_point[0] + 1,
                offset=target.start_byte,
                scope=scope,
                kind="pick" if picked else kind,  # type: ignore[arg-type]
                key=part.key,
                default=self.expr(part.default) if part.default is not None else None,
            )
            self._add_binding(binding, value, annotation)

    def _add_binding(self, binding: Binding, value: Node | None, annotation: Node | None) -> None:
        if value is not None:
            self._values[binding] = value
        if annotation is not None:
            self._types[binding] = annotation
        self.bindings.setdefault(binding.scope, {}).setdefault(binding.path[0], []).append(binding)
