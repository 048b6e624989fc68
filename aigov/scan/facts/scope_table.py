"""The scopes of one file: which function or class is around an offset, what is defined where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from tree_sitter import Node

from aigov.scan.facts.languages import Language
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.types import Choice, Expr, Scope

Captures = Mapping[str, list[Node]]
"""What one match of a query pattern marks, by capture name."""


class ScopeTable:
    """Module, classes and functions of one file, nested."""

    def __init__(
        self, row: Language, size: int, grouped: Mapping[str, list[Captures]], expr: Callable[[Node], Expr]
    ) -> None:
        """
        :param grouped: matches by the first part of their capture names.
        :param expr: reads a node as an expression.
        """
        self._row = row
        self._expr = expr
        self._size = size
        self.scopes: list[Scope] = [
            Scope(index=0, kind="module", name=None, start=0, end=size, line=1, parent=None, qualified="")
        ]
        self._starts: dict[int, int] = {}
        self._edges, self._owners = [0], [0]
        self._by_parent: dict[int, dict[str, list[int]]] = {}
        self._attached: dict[str, list[int]] = {}
        self._build(grouped)

    def at(self, offset: int) -> int:
        """Index of the innermost scope around a byte offset."""
        return self._owners[bisect_right(self._edges, offset) - 1]

    def beginning_at(self, offset: int) -> int | None:
        """Index of the scope that begins at an offset."""
        return self._starts.get(offset)

    def chain(self, scope: int) -> Iterator[Scope]:
        """``scope`` and the scopes around it, inside out."""
        index: int | None = scope
        while index is not None:
            found = self.scopes[index]
            yield found
            index = found.parent

    def defined(self, scope: int, name: str) -> Scope | None:
        """The function or class of that name that is written in ``scope``; the last one wins."""
        indexes = self._by_parent.get(scope, {}).get(name)
        return self.scopes[indexes[-1]] if indexes else None

    def attached(self, owner: str) -> list[Scope]:
        """Methods of a class that are written outside of it."""
        return [self.scopes[index] for index in self._attached.get(owner, ())]

    def _build(self, grouped: Mapping[str, list[Captures]]) -> None:
        decorators: dict[int, list[Node]] = {}
        for captures in grouped.get("decorator", ()):
            decorators.setdefault(captures["decorator.of"][0].start_byte, []).append(captures["decorator"][0])
        found: dict[int, tuple[str, Captures]] = {}
        bases: dict[int, list[Node]] = {}
        for kind in ("function", "class"):
            for captures in grouped.get(kind, ()):
                node = captures[kind][0]
                word = captures.get(f"{kind}.word")
                if word and node_text(word[0]) not in self._row.defining:
                    continue
                known = found.setdefault(node.id, (kind, captures))
                bases.setdefault(node.id, []).extend(captures.get("class.bases", ()))
                if len(captures) > len(known[1]):
                    found[node.id] = (kind, captures)
        ordered = sorted(
            found.values(), key=lambda item: (item[1][item[0]][0].start_byte, -item[1][item[0]][0].end_byte)
        )
        stack = [0]
        for kind, captures in ordered:
            node = captures[kind][0]
            self._close(stack, node.start_byte)
            names = captures.get(f"{kind}.name")
            name = node_text(names[0]) if names else None
            if node.type in self._row.constructors:
                name = self._row.constructor
            result = captures.get("function.type")
            parent = self.scopes[stack[-1]]
            body = captures[f"{kind}.body"][0]
            owner, receiver = (
                node_text(held[0]) if (held := captures.get(f"function.{role}")) else None
                for role in ("owner", "receiver")
            )
            within = node_text(captures["class.owner"][0]) if "class.owner" in captures else owner
            inside = within.strip(":").replace("::", ".") if within else None
            path = (parent.qualified, inside, name) if name else (parent.qualified,)
            scope = Scope(
                index=len(self.scopes),
                kind="class" if kind == "class" else "function",
                name=name,
                start=node.start_byte,
                end=node.end_byte,
                line=(names[0] if names else node).start_point[0] + 1,
                parent=parent.index,
                qualified=".".join(filter(None, path)),
                bases=tuple(self._bases(bases[node.id])),
                decorators=tuple(self._expr(decorator) for decorator in decorators.get(node.start_byte, ())),
                result=self._expr(result[0]) if result else None,
                members="enum" if kind == "class" and self._is_enum(node) else "plain",
                body_start=body.start_byte,
                owner=owner,
                receiver=receiver,
            )
            self.scopes.append(scope)
            self._starts.setdefault(node.start_byte, scope.index)
            stack.append(scope.index)
            self._edges.append(node.start_byte)
            self._owners.append(scope.index)
        self._close(stack, self._size + 1)
        for scope in self.scopes[1:]:
            if scope.owner:
                self._attached.setdefault(scope.owner, []).append(scope.index)
            elif scope.name and scope.parent is not None:
                self._by_parent.setdefault(scope.parent, {}).setdefault(scope.name, []).append(scope.index)

    def _is_enum(self, node: Node) -> bool:
        enums = self._row.enums
        return node.type in enums or (bool(enums) and any(child.type in enums for child in node.named_children))

    def _close(self, stack: list[int], start: int) -> None:
        while len(stack) > 1 and self.scopes[stack[-1]].end <= start:
            end = self.scopes[stack.pop()].end
            self._edges.append(end)
            self._owners.append(stack[-1])

    def _bases(self, nodes: Sequence[Node]) -> Iterator[Expr]:
        for node in nodes:
            if node.type in self._row.forms and node.type not in self._row.heritage:
                yield self._expr(node)
                continue
            for child in node.named_children:
                if child.type in self._row.heritage:
                    yield from self._bases([child])
                elif child.type in self._row.forms:
                    base = self._expr(child)
                    # Of a type with type arguments only the type itself is a base.
                    generic = self._row.forms[child.type].kind == "generic"
                    yield base.options[0] if generic and isinstance(base, Choice) else base
