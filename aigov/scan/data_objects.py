"""How a backward slice (``data_slice.py``) follows objects: from the field that is asked for to who gives it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from aigov.scan import classes
from aigov.scan import fields as fields_of
from aigov.scan.argument_exprs import parameter_named
from aigov.scan.context import Context
from aigov.scan.data_classes import classes_of
from aigov.scan.data_words import NEAR_ONLY, is_static, spelled_fields
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Expr, Parameter, Scope
from aigov.scan.fields import Fields
from aigov.scan.values import ClassValue, Frame, FunctionValue, ObjectValue, Place


class ObjectSlice(ABC):
    """The state of a slice, and its way through objects of the tree's own classes."""

    def __init__(self, context: Context) -> None:
        self.found: dict[tuple[str, int, str], tuple[str, ...]] = {}
        """(file, line, name) -> classes."""
        self.untold: dict[str, int] = {}
        """Leaf names that tell no class, with their lines."""
        self._context = context
        self._facts: FileFacts
        self._frame: Frame | None = None
        """The constructor that is walked in, and the call that supplies its parameters."""
        self._visited: set[tuple[str, int, str, Fields, Frame | None]] = set()
        self._nodes = 0
        self._cut = False
        self._envelope = False
        self._up = 0
        self._near = True
        self._inside: list[tuple[str, int]] = []

    @contextmanager
    def _within(self, facts: FileFacts, frame: Frame | None = None) -> Iterator[None]:
        """Walk in another file, or in a constructor that a call runs."""
        before = getattr(self, "_facts", facts), self._frame
        self._facts, self._frame = facts, frame
        try:
            yield
        finally:
            self._facts, self._frame = before

    def _told(self, name: str, line: int, *, passed: bool = False, path: str | None = None) -> bool:
        """Note a name; whether it tells a class.

        :param path: of the file, where that is another than the one that is walked in.
        :param passed: it is itself what a call passes for a parameter, so that words of plain text are believed.
        """
        classes = classes_of(name)
        if not self._near:
            classes = tuple(kind for kind in classes if kind not in NEAR_ONLY or (passed and kind != "secret"))
        if classes:
            self.found[(path or self._facts.path, line, name)] = classes
        return bool(classes)

    def _at(self, expr: Expr, place: Place, fields: Fields) -> None:
        """Walk on somewhere else."""
        with self._within(place.facts, place.frame):
            self._walk(expr, place.scope, fields)

    @abstractmethod
    def _walk(self, expr: Expr, scope: int, fields: Fields = ()) -> None:
        """Walk back from an expression.

        :param fields: what of its value is asked for.
        """

    @abstractmethod
    def _passed(self, parameter: Parameter, local: str, scope: Scope, fields: Fields) -> bool:
        """Walk on at what a parameter is given; whether that tells a class."""

    @abstractmethod
    def _returned(self, own: Iterable[FunctionValue | ClassValue], fields: Fields) -> bool:
        """Walk on at what first-party functions give back; whether that tells a class."""

    def _own(self, receiver: str, name: str, scope: int, fields: Fields) -> bool:
        """Walk on at what the methods around assign to ``self.name``; whether that tells a class."""
        cls = next((outer for outer in self._facts.chain(scope) if outer.kind == "class"), None)
        return cls is not None and self._field(cls, receiver, name, fields)

    def _member(self, name: str, cls: Scope, fields: Fields, *, within: bool) -> bool:
        """The same for a bare name that means a member; whether it does.

        :param within: it stands beside the members, so that only what the class is made with is meant.
        """
        facts = self._facts
        if not facts.row.implicit_members:
            return False
        constructor = facts.defined(cls.index, facts.row.constructor) if facts.row.class_parameters else None
        parameter = parameter_named(facts, constructor, name) if constructor is not None else None
        if parameter is None and (within or not facts.named_bindings(cls.index, name)):
            return False
        told = False
        if parameter is not None and constructor is not None:
            told = self._passed(parameter, name, constructor, fields)
        told = (not within and self._field(cls, "", name, fields)) or told
        given = [value for b in facts.named_bindings(cls.index, name) if (value := facts.value(b)) is not None]
        if not (given and all(map(is_static, given))):
            told = self._told(name, cls.line) or told
        if not (told or given):
            self.untold.setdefault(name, cls.line)
        return True

    def _field(self, cls: Scope, receiver: str, name: str, fields: Fields) -> bool:
        """Walk on at what objects of a class hold; whether that tells a class of data."""
        facts, frame = self._facts, self._frame
        place = (facts.path, cls.index, f"{receiver}.{name}", fields, frame)
        if place in self._visited:
            return False
        self._visited.add(place)
        before = len(self.found)
        made = frame.receiver if frame is not None and frame.facts is facts else None
        if not isinstance(made, ObjectValue):
            made = ObjectValue(ClassValue(facts, cls.index), None, Place(facts, cls.index))
        self._held(made, (name, *fields))
        return len(self.found) > before

    def _held(self, made: ObjectValue, asked: Fields) -> bool:
        """Walk on at what an object holds in a field; whether anything in the tree says."""
        resolver = self._context.resolver
        known = [held for name in spelled_fields(asked[0]) for held in fields_of.held(resolver, made, name)]
        for expr, place, key in known:
            if not is_static(expr):
                self._at(expr, place, (*key, *asked[1:]))
        method = None if known else classes.method(resolver, made, asked[0])
        if method is not None:
            self._returned([method], asked[1:])
        return bool(known) or method is not None

    def _held_any(self, made: Iterable[ObjectValue], asked: Fields) -> bool:
        return any([self._held(value, asked) for value in made])  # noqa: C419 - each is walked

    def _owned(self, expr: CallExpr, scope: int) -> list[FunctionValue | ClassValue]:
        """The functions and classes of the tree that a call may mean."""
        values = self._context.resolver.callee(expr.callee, Place(self._facts, scope))
        return [value for value in values if isinstance(value, (FunctionValue, ClassValue))]

    def _accessed(self, callee: Attribute, scope: int, asked: Fields) -> bool:
        """Walk on at the field of a record that a call without arguments reads; whether it is one."""
        values = self._context.resolver.resolve(callee.base, Place(self._facts, scope))
        return self._held_any([value for value in values if isinstance(value, ObjectValue)], asked)
