"""Names of one file: parameters, bindings, returned values, as the query file marks them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from tree_sitter import Node

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import Language
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.scope_table import Captures, ScopeTable
from aigov.scan.facts.targets import read_targets
from aigov.scan.facts.types import Binding, BindingKind, CallExpr, Expr, Parameter

_BINDINGS: tuple[BindingKind, ...] = ("assign", "augment", "element", "enter", "declare", "draw")
_ANNOTATION = re.compile(r"@(?:\w+:)?\s*([\w.]+)")
_DECLARES = frozenset(
    """class_attribute cattr_accessor mattr_accessor thread_mattr_accessor config_accessor attribute option setting
    field property""".split()  # noqa: SIM905 - a word list reads better
)
"""Ruby's functions that declare a field, of Rails, ActiveModel, dry-rb."""
_PUTS = frozenset(("put", "putIfAbsent", "insert"))
"""Methods that put their second argument under the key that is their first."""
_PARAMETERS = ("parameter.name", "parameter.rest", "parameter.keywords")


class _Parameters(Mapping[int, list[Parameter]]):
    """Parameters by scope, read when a scope is asked for: most functions of a file never are."""

    def __init__(self, row: Language, expr: Callable[[Node], Expr], found: Mapping[int, list[Captures]]) -> None:
        self._row = row
        self._expr = expr
        self._found = found
        self._read: dict[int, list[Parameter]] = {}

    def __getitem__(self, scope: int) -> list[Parameter]:
        if scope not in self._read:
            self._read[scope] = self._parameters(self._found[scope])
        return self._read[scope]

    def __iter__(self) -> Iterator[int]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def _parameters(self, found: list[Captures]) -> list[Parameter]:
        siblings: list[Parameter] = []
        for captures in found:
            kind = "rest" if "parameter.rest" in captures else "keywords" if "parameter.keywords" in captures else "one"
            node = _parameter_node(captures)
            name = node_text(node)
            if not siblings and not self._row.implicit_receiver and name in self._row.receivers:
                continue
            default = captures.get("parameter.given") or captures.get("parameter.default")
            annotation = captures.get("parameter.type")
            keys: tuple[tuple[str, str, Expr | None], ...] = ()
            if node.type not in self._row.forms:
                keys = tuple(
                    (str(target.key), target.path[0], self._expr(target.default) if target.default else None)
                    for target in read_targets(node, self._row)
                    if target.key is not None and len(target.path) == 1
                )
                name = ""
            siblings.append(
                Parameter(
                    name=name,
                    line=node.start_point[0] + 1,
                    index=len(siblings),
                    default=self._expr(default[0]) if default else None,
                    annotation=self._expr(annotation[0]) if annotation else None,
                    kind="rest" if kind == "rest" else "keywords" if kind == "keywords" else "one",
                    keys=keys,
                    service=self._service(node.parent) if self._row.settings_objects is not None else None,
                )
            )
        return siblings

    def _service(self, parameter: Node | None) -> Expr | None:
        lists = [child for child in parameter.children if child.type == "attribute_list"] if parameter else []
        for attribute in (node for found in lists for node in found.named_children):
            asked = self._expr(attribute)
            if isinstance(asked, CallExpr) and getattr(asked.callee, "name", "") == "FromKeyedServices" and asked.args:
                return asked.args[0]
        return None


class Structure:
    """What one file binds, by scope."""

    def __init__(
        self,
        row: Language,
        reader: ExpressionReader,
        scopes: ScopeTable,
        grouped: Mapping[str, list[Captures]],
        expr: Callable[[Node], Expr],
    ) -> None:
        self._row = row
        self._reader = reader
        self._scopes = scopes
        self._expr = expr
        self.bindings: dict[int, dict[str, list[Binding]]] = {}
        """Scope -> first name of the path -> bindings in source order of their kind."""
        self.returns: dict[int, list[Node]] = {}
        self.values: dict[Binding, Node] = {}
        self.types: dict[Binding, Node] = {}
        self.tags: dict[Binding, tuple[str | None, str | None, int]] = {}
        """Field -> the variable and the default that the text beside it names, and the line of that."""
        self.parameters = _Parameters(row, expr, self._by_function(grouped.get("parameter", ())))
        self._build(grouped)

    def _build(self, grouped: Mapping[str, list[Captures]]) -> None:
        for kind in _BINDINGS:
            for captures in grouped.get(kind, ()):
                target, value = captures.get(f"{kind}.target"), captures.get(f"{kind}.value")
                annotation = captures.get(f"{kind}.type")
                if target:
                    self._bind(kind, target[0], value[0] if value else None, annotation[0] if annotation else None)
                if target and (tag := captures.get("declare.tag")):
                    self._tag(target[0], tag[0])
        for captures in grouped.get("tagged", ()):
            for attribute in self._attributes(captures["tagged.target"][0].parent):
                self._tag(captures["tagged.target"][0], attribute)
        for captures in grouped.get("option", ()):
            self._option(captures)
        for captures in grouped.get("field", ()):
            (self._declared if "field.word" in captures else self._add_field)(captures)
        for captures in grouped.get("given", ()):
            if self._gives(captures["given.by"][0]):
                self._bind("assign", captures["given.target"][0], captures["given.by"][0], None)
        for captures in grouped.get("set", ()):
            self._set(captures)
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
        self._add_returns(grouped)

    def _add_returns(self, grouped: Mapping[str, list[Captures]]) -> None:
        bare: set[int] = set()
        for captures in grouped.get("return", ()):
            if "return.bare" in captures:
                bare.update(self._scopes.at(n.start_byte) for n in captures["return.bare"] if not n.named_child_count)
                continue
            if self._is_no_definition(captures, "return"):
                continue
            given: Node | None = captures["return"][0]
            while given is not None and given.is_extra:
                given = given.prev_named_sibling  # a comment stands after the last expression
            if given is not None and given.type not in self._row.blocks:
                self.returns.setdefault(self._scopes.at(given.start_byte), []).append(given)
        for captures in grouped.get("result", ()):
            node = captures["result"][0]
            scope = self._scopes.at(node.start_byte)
            if scope in bare:
                self.returns.setdefault(scope, []).append(node)

        if self._row.defining:
            self._share_clauses()

    def _share_clauses(self) -> None:
        """Texts that one clause of a function gives are given by the function, whichever is asked for (Elixir)."""
        clauses: dict[tuple[int | None, str | None], list[int]] = {}
        for scope in self._scopes.scopes:
            if scope.kind == "function" and scope.name:
                clauses.setdefault((scope.parent, scope.name), []).append(scope.index)
        for indices in clauses.values():
            texts = [node for index in indices for node in self.returns.get(index, ()) if node.type == "string"]
            for index in indices if len(indices) > 1 and texts else ():
                own = self.returns.get(index, [])
                self.returns[index] = [*own, *(node for node in texts if node not in own)]

    def _by_function(self, found: Sequence[Captures]) -> dict[int, list[Captures]]:
        unique: dict[int, Captures] = {}
        for captures in found:
            if self._is_no_definition(captures, "parameter"):
                continue
            node = _parameter_node(captures)
            known = unique.get(node.start_byte)
            if "parameter.given" in captures and not self._gives(captures["parameter.given"][0]):
                continue
            if known is None or len(captures) > len(known):
                unique[node.start_byte] = captures
        functions: dict[int, list[Captures]] = {}
        for offset, captures in sorted(unique.items()):
            scope = self._scopes.at(self._body_of(captures) if self._row.signatures else offset)
            if self._scopes.scopes[scope].kind == "function":
                functions.setdefault(scope, []).append(captures)
        return functions

    def _is_no_definition(self, captures: Captures, kind: str) -> bool:
        """Whether what a pattern marks stands in another block than the definition of a function."""
        word = captures.get(f"{kind}.word")
        return word is not None and node_text(word[0]) not in self._row.defining

    def _body_of(self, captures: Captures) -> int:
        """Where the body begins of the function whose signature has a parameter."""
        start = _parameter_node(captures).start_byte
        node: Node | None = _parameter_node(captures)
        while node is not None and node.type not in self._row.blocks:
            body = node.next_named_sibling if node.type in self._row.signatures else None
            if body is not None and body.type == "function_body":
                return body.start_byte
            node = node.parent
        return start

    def _gives(self, annotation: Node) -> bool:
        """Whether an annotation says which setting a field or parameter receives."""
        name = _ANNOTATION.match(node_text(annotation))
        return name is not None and name[1].rpartition(".")[2] in self._row.given

    def _declared(self, captures: Captures) -> None:
        """A field that a call in the body of a class declares, with its default."""
        node = captures["field.of"][0]
        if node_text(captures["field.word"][0]) in _DECLARES and node_text(captures["field.key"][0]) == "default":
            path, line = (node_text(node).lstrip(":"),), node.start_point[0] + 1
            scope = self._scopes.at(node.start_byte)
            given = Binding(path=path, line=line, offset=node.start_byte, scope=scope)
            self._add_binding(given, captures["field.value"][0], None)

    def _add_field(self, captures: Captures) -> None:
        node = captures["field.name"][0]
        annotation = captures.get("field.type")
        scope = self._scopes.at(node.start_byte)
        receiver = next(iter(self._row.receivers))
        self._add_binding(
            Binding(
                path=(receiver, node_text(node)), line=node.start_point[0] + 1, offset=node.start_byte, scope=scope
            ),
            node,
            annotation[0] if annotation else None,
        )

    def _bind(self, kind: BindingKind, target: Node, value: Node | None, annotation: Node | None) -> None:
        scope = self._scopes.at(target.start_byte)
        for part in read_targets(target, self._row):
            if len(part.path) == 0:
                continue
            picked = part.key is not None and kind == "assign"
            given = value
            if value is not None and value.type in self._row.parallel and isinstance(part.key, int):
                values = [child for child in value.named_children if not child.is_extra]
                picked = picked and part.key > 0 and len(values) == 1
                given = values[part.key if part.key < len(values) else 0] if values else None
            binding = Binding(
                path=part.path,
                line=target.start_point[0] + 1,
                offset=target.start_byte,
                scope=scope,
                kind="pick" if picked else "draw" if part.tagged else kind,
                key=part.key if picked or kind != "assign" else None,
                default=self._expr(part.default) if part.default is not None else None,
            )
            self._add_binding(binding, given, annotation)

    def _set(self, captures: Captures) -> None:
        """A call that sets a property, or puts a value under a key, as an assignment."""
        owner, first = captures["set.on"][0], captures["set.value"][0]
        second = captures.get("set.second")
        called = node_text(captures["set.name"][0])
        if second is None and called == "push_str":
            self._bind("augment", owner, first, None)
            return
        if second is None and called[:3] == "set" and called[3:4].isupper():
            key, value = f"{called[3:4].lower()}{called[4:]}", first
        elif second is not None and called in _PUTS:
            key, value = node_text(first).strip("\"'"), second[0]
        else:
            return
        path = (node_text(owner), key.rpartition(".")[2])
        scope = self._scopes.at(owner.start_byte)
        line, offset = first.start_point[0] + 1, owner.start_byte
        self._add_binding(Binding(path=path, line=line, offset=offset, scope=scope), value, None)

    def _attributes(self, field: Node | None) -> Iterator[Node]:
        """The attributes before a field, nearest first."""
        before = field.prev_named_sibling if field is not None else None
        while before is not None and (before.is_extra or before.type in self._row.attributes):
            if before.type in self._row.attributes:
                yield before
            before = before.prev_named_sibling

    def _option(self, captures: Captures) -> None:
        """An option of the command line that is defined in a variable: it holds the default."""
        position = self._row.option_setters.get(node_text(captures["option.by"][0]))
        call = captures["option.call"][0]
        given = call.child_by_field_name("arguments")
        arguments = [child for child in given.named_children if not child.is_extra] if given is not None else []
        if position is not None and position < len(arguments):
            self._bind("assign", captures["option.target"][0], arguments[position], None)

    def _tag(self, target: Node, tag: Node) -> None:
        text = (self._reader.text_of(tag) or "") if tag.type in self._row.forms else node_text(tag)
        found = self._row.tag(text) if self._row.tag is not None else (None, None)
        held = self.bindings[self._scopes.at(target.start_byte)][node_text(target)]
        if found != (None, None) and held[-1] not in self.tags:
            variable, default = found
            begun = text.find(default) if default else 0
            self.tags[held[-1]] = (variable, default, tag.start_point[0] + 1 + text.count("\n", 0, max(begun, 0)))

    def _add_binding(self, binding: Binding, value: Node | None, annotation: Node | None) -> None:
        if value is not None:
            self.values[binding] = value
        if annotation is not None:
            self.types[binding] = annotation
        self.bindings.setdefault(binding.scope, {}).setdefault(binding.path[0], []).append(binding)


def _parameter_node(captures: Captures) -> Node:
    return next(captures[key][0] for key in _PARAMETERS if key in captures)
