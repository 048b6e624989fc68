"""A backward slice: which names, attributes and keys reach an expression, judged by their words.

It goes through assignments, f-strings, message lists, concatenation and attributes of the own object; through a
parameter to what the calls of the function pass, also in other files; and through a call of a first-party function to
what that one gives back. Nothing is guessed: names that tell no class are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from aigov.scan.argument_exprs import key_exprs, passed_exprs
from aigov.scan.bindings import calls_of
from aigov.scan.context import Context
from aigov.scan.data_classes import classes_of, is_protocol_key, is_setting_key
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import (
    Attribute,
    CallExpr,
    Choice,
    Concat,
    Constant,
    Expr,
    Fallback,
    Name,
    Opaque,
    Parameter,
    Scope,
    Sequence,
    Subscript,
    Table,
)
from aigov.scan.values import ClassValue, FunctionValue, Place

_MUTATORS = frozenset(
    ["append", "push", "extend", "insert", "add", "update", "unshift", "concat", "set", "appendleft", "write"]
)
_GETTERS = ("get", "fetch", "load", "find", "read", "lookup", "retrieve", "query")
_MAX_NODES = 600
_CALLERS_DEEP = 3
"""Functions that hand a parameter on to one another."""
_MOST_CALLERS = 40
_RETURNS_DEEP = 2
"""Functions that put together what one another give back."""
_NEAR_ONLY = frozenset(("user-content", "secret"))
"""Classes that are believed only near a call: ``text`` and ``file`` are in many names, and what makes a client is given
keys. What comes from far away is told by words that name people, health or money."""
_KEEPS_DATA = frozenset(
    """asdict concat copy decode deepcopy dict dump dumps encode format formatted fromkeys interpolate join json list
    lower lstrip map marshal Marshal model_dump model_dump_json replace repr rstrip serialize Serialize SerializeAsync
    slice sorted split Sprintf sprintf str String strip stringify to_dict to_json to_s to_string toJSON toJson
    toLowerCase toString ToString trim truncate tuple upper writeValueAsString""".split()  # noqa: SIM905 - a word list
)
"""External calls of which the result holds the data that they are given; of others their names alone tell."""
_CREDENTIALS = frozenset(
    ["apikey", "key", "token", "apitoken", "accesstoken", "auth", "authorization", "clientsecret", "xapikey"]
)
"""Keys, without separators, under which the body of a request holds what proves the caller's right to ask."""
_TAKES_OUT = re.compile(r"redact|anonymi[sz]|pseudonymi[sz]|de_?identif|scrub|^_?mask|^_?hash", re.IGNORECASE)
"""Functions that take out of a text what they are given to look for."""


class DataSlice:
    """What is collected on the way back from the arguments of one call."""

    def __init__(self, context: Context) -> None:
        self.found: dict[tuple[str, int, str], tuple[str, ...]] = {}
        """(file, line, name) -> classes."""
        self.untold: dict[str, int] = {}
        """Leaf names that tell no class, with their lines."""
        self._context = context
        self._facts: FileFacts
        self._visited: set[tuple[str, int, str]] = set()
        self._nodes = 0
        self._cut = False
        self._envelope = False
        self._up = 0
        self._near = True
        self._inside: list[tuple[str, int]] = []

    @property
    def exhausted(self) -> bool:
        """Whether more names reach the call than are looked at."""
        return self._cut or self._nodes > _MAX_NODES

    def add(self, expr: Expr, place: Place, *, body: bool) -> None:
        """Walk back from one argument.

        :param body: it is the body of an HTTP request: what that holds under ``api_key`` is no data.
        """
        self._envelope = body
        with self._within(place.facts):
            self._walk(expr, place.scope)

    @contextmanager
    def _within(self, facts: FileFacts) -> Iterator[None]:
        """Walk in another file."""
        before = getattr(self, "_facts", facts)
        self._facts = facts
        try:
            yield
        finally:
            self._facts = before

    def _walk(self, expr: Expr, scope: int) -> None:
        self._nodes += 1
        if self._nodes > _MAX_NODES:
            return
        if isinstance(expr, Name):
            self._name(expr, scope)
        elif isinstance(expr, Attribute):
            self._attribute(expr, scope)
        elif isinstance(expr, Subscript):
            key = expr.key.value if isinstance(expr.key, Constant) and isinstance(expr.key.value, str) else ""
            if not (key and not is_protocol_key(key) and self._told(key, expr.line)):
                self._walk(expr.base, scope)
        elif isinstance(expr, CallExpr):
            self._call(expr, scope)
        elif isinstance(expr, Table):
            self._table(expr, scope)
        else:
            for part in _parts(expr):
                self._walk(part, scope)

    def _told(self, name: str, line: int, *, passed: bool = False) -> bool:
        """Note a name; whether it tells a class.

        :param passed: it is itself what a call passes for a parameter, so that words of plain text are believed.
        """
        classes = classes_of(name)
        if not self._near:
            classes = tuple(kind for kind in classes if kind not in _NEAR_ONLY or (passed and kind != "secret"))
        if classes:
            self.found[(self._facts.path, line, name)] = classes
        return bool(classes)

    # --- tables -----------------------------------------------------------------------------------------------------

    def _table(self, expr: Table, scope: int) -> None:
        envelope = self._envelope
        for spread in expr.spreads:
            self._walk(spread, scope)
        for name, value in expr.pairs:
            key = name.value if isinstance(name, Constant) and isinstance(name.value, str) else ""
            if is_setting_key(key) or (envelope and _is_credential(key)):
                continue
            self._envelope = False
            if key and not _static(value) and not is_protocol_key(key):
                self._told(key, name.line)
            self._walk(value, scope)
            self._envelope = envelope

    # --- names ------------------------------------------------------------------------------------------------------

    def _name(self, expr: Name, scope: int) -> None:
        facts = self._facts
        if expr.name in facts.row.receivers or (facts.path, scope, expr.name) in self._visited:
            return
        self._visited.add((facts.path, scope, expr.name))
        for outer in facts.chain(scope):
            if outer.receiver == expr.name:
                return
            bindings = [b for b in facts.named_bindings(outer.index, expr.name) if b.kind not in ("declare", "export")]
            parameter = _parameter(facts, outer, expr.name)
            imported = any(facts.scope_at(i.offset) == outer.index for i in facts.imported_as(expr.name))
            if not bindings and parameter is None and not imported and facts.defined(outer.index, expr.name) is None:
                continue
            if self._envelope:
                bindings = [b for b in bindings if len(b.path) != 2 or not _is_credential(b.path[1])]
            values = [value for binding in bindings if (value := facts.value(binding)) is not None]
            if imported:
                return
            if values and all(_static(value) for value in values) and parameter is None:
                self._mutations(expr.name, outer.index)
                return
            if parameter is not None and (facts.path, outer.index) in self._inside:
                told = True  # the arguments of the call that led here were walked already
            else:
                told = self._told(expr.name, expr.line)
                if parameter is not None:
                    if isinstance(parameter.annotation, Name):
                        told = self._told(parameter.annotation.name, parameter.line) or told
                    told = self._callers(parameter, expr.name, outer) or told
            for value in values:
                self._walk(value, outer.index)
            told = self._mutations(expr.name, outer.index) or told
            if not told and not values:
                self.untold.setdefault(expr.name, expr.line)
            return
        if not self._told(expr.name, expr.line):
            self.untold.setdefault(expr.name, expr.line)

    def _callers(self, parameter: Parameter, local: str, scope: Scope) -> bool:
        """Walk on at the calls that pass a parameter; whether they tell a class."""
        if self._up == _CALLERS_DEEP or scope.kind != "function":
            return False
        before, untold = len(self.found), dict(self.untold)
        inside, self._inside = self._inside, []
        near = self._near
        self._up += 1
        for count, (call, place) in enumerate(calls_of(self._context.resolver, scope, self._facts, any_class=True)):
            if count == _MOST_CALLERS:
                self._cut = True
                break
            for expr in passed_exprs(call, parameter):
                key = next((key for key, name, _ in parameter.keys if name == local), None)
                pairs = [(expr, place)] if key is None else key_exprs(self._context, expr, key, place)
                for value, at in pairs:
                    with self._within(at.facts):
                        self._near = False
                        if isinstance(value, (Name, Attribute)):
                            self._told(value.name, value.line, passed=True)
                        self._walk(value, at.scope)
        self._up -= 1
        self._inside, self._near = inside, near
        # The parameter's own name stands for what no caller tells.
        self.untold = untold
        return len(self.found) > before

    def _mutations(self, name: str, owner: int) -> bool:
        """What is added to a list or table after it was made."""
        facts = self._facts
        bounds = facts.scopes[owner]
        changed = False
        for site in facts.calls:
            if site.tail not in _MUTATORS or not bounds.start <= site.offset < bounds.end:
                continue
            call = facts.call(site)
            callee = call.callee if call else None
            if call and isinstance(callee, Attribute) and isinstance(callee.base, Name) and callee.base.name == name:
                changed = True
                for argument in call.args:
                    self._walk(argument, facts.scope_at(site.offset))
        return changed

    # --- attributes -------------------------------------------------------------------------------------------------

    def _attribute(self, expr: Attribute, scope: int) -> None:
        names: list[str] = [expr.name]
        base: Expr = expr.base
        while isinstance(base, (Attribute, Subscript, CallExpr)):
            if isinstance(base, Attribute):
                names.append(base.name)
                base = base.base
            else:
                base = base.base if isinstance(base, Subscript) else base.callee
        told = False
        for name in names:
            if not is_protocol_key(name):
                told = self._told(name, expr.line) or told
        if not isinstance(base, Name):
            self._walk(base, scope)
            return
        if base.name in self._facts.row.receivers:
            told = self._own(base.name, names[-1], scope) or told
            if not told:
                self.untold.setdefault(f"{base.name}.{expr.name}", expr.line)
            return
        if not self._told(base.name, expr.line) and not told:
            self._walk(base, scope)

    def _own(self, receiver: str, name: str, scope: int) -> bool:
        """Walk on at what the methods around assign to ``self.name``; whether that tells a class."""
        facts = self._facts
        cls = next((outer for outer in facts.chain(scope) if outer.kind == "class"), None)
        if cls is None or (facts.path, cls.index, f"{receiver}.{name}") in self._visited:
            return False
        self._visited.add((facts.path, cls.index, f"{receiver}.{name}"))
        before = len(self.found)
        for method in facts.methods(cls.index):
            for binding in facts.named_bindings(method.index, receiver):
                value = facts.value(binding) if binding.path[1:] == (name,) else None
                if value is not None and not _static(value):
                    self._walk(value, method.index)
        return len(self.found) > before

    # --- calls ------------------------------------------------------------------------------------------------------

    def _call(self, expr: CallExpr, scope: int) -> None:
        callee = expr.callee
        name = callee.name if isinstance(callee, (Name, Attribute)) else ""
        if not self._near and _TAKES_OUT.search(name):
            return
        lowered = name.lower().lstrip("_")
        told = lowered.startswith(_GETTERS) and name not in ("get", "query") and self._told(name, expr.line)
        own = [
            value
            for value in self._context.resolver.callee(callee, Place(self._facts, scope))
            if isinstance(value, (FunctionValue, ClassValue))
        ]
        told = self._returned(own) or told
        if not self._near and not (name in _KEEPS_DATA or any(map(_gives_data, own))):
            return
        if isinstance(callee, Attribute):
            first = expr.args[0] if expr.args else None
            if name == "get" and isinstance(first, Constant) and isinstance(first.value, str):
                told = self._told(first.value, expr.line) or told
            if not told:
                self._walk(callee.base, scope)
        before = len(self.found) + len(self.untold)
        keywords = [value for key, value in expr.keywords if not (self._envelope and _is_credential(key))]
        for value in (*expr.args, *keywords, *expr.spreads):
            self._walk(value, scope)
        followed = len(self.found) + len(self.untold) > before
        if not told and not followed and isinstance(callee, Name):
            self.untold.setdefault(f"{name}()", expr.line)

    def _returned(self, own: list[FunctionValue | ClassValue]) -> bool:
        """Walk on at what first-party functions give back; whether that tells a class."""
        if len(self._inside) == _RETURNS_DEEP:
            return False
        before, untold, near = len(self.found), dict(self.untold), self._near
        self._near = False
        for value in own:
            place = (value.facts.path, value.scope)
            if isinstance(value, FunctionValue) and place not in self._inside:
                self._inside.append(place)
                with self._within(value.facts):
                    for node in value.facts.returns.get(value.scope, ()):
                        self._walk(value.facts.expr(node), value.scope)
                self._inside.pop()
        self.untold, self._near = untold, near
        return len(self.found) > before


def _gives_data(value: FunctionValue | ClassValue) -> bool:
    """Whether a first-party call gives what it is given: a record does, an object with a constructor of its own keeps
    what that pleases."""
    constructor = value.facts.row.constructor
    return isinstance(value, FunctionValue) or not constructor or value.facts.defined(value.scope, constructor) is None


def _parameter(facts: FileFacts, scope: Scope, name: str) -> Parameter | None:
    held = facts.parameters.get(scope.index, ())
    return next((found for found in held if found.name == name or any(key[1] == name for key in found.keys)), None)


def _is_credential(key: str) -> bool:
    return key.lower().replace("_", "").replace("-", "") in _CREDENTIALS


def _parts(expr: Expr) -> tuple[Expr, ...]:
    if isinstance(expr, (Concat, Opaque)):
        return expr.parts
    if isinstance(expr, Sequence):
        return expr.items
    if isinstance(expr, (Fallback, Choice)):
        return expr.options
    return ()


def _static(expr: Expr) -> bool:
    if isinstance(expr, (Sequence, Concat)):
        return all(_static(part) for part in _parts(expr))
    return isinstance(expr, Constant)
