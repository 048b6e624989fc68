"""A backward slice: which names, attributes and keys reach an expression, judged by their words.

It goes through assignments, f-strings, message lists, concatenation and attributes of the own object; through a
parameter to what the calls of the function pass, also in other files; and through a call of a first-party function to
what that one gives back. Nothing is guessed: names that tell no class are kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aigov.scan import fields as fields_of
from aigov.scan.argument_exprs import added_to, key_exprs, parameter_named, passed_exprs
from aigov.scan.bindings import annotated, calls_of
from aigov.scan.data_classes import classes_of, is_protocol_key, is_setting_key
from aigov.scan.data_objects import ObjectSlice
from aigov.scan.data_words import (
    GETTERS,
    KEEPS_DATA,
    LOADS,
    MUTATORS,
    NEAR_ONLY,
    TAKES_OUT,
    is_credential,
    is_static,
    item_of,
    key_of,
    parts_of,
)
from aigov.scan.deferred import deferred_calls
from aigov.scan.facts.types import (
    Attribute,
    CallExpr,
    Choice,
    Concat,
    Constant,
    Expr,
    Fallback,
    Name,
    Parameter,
    Scope,
    Sequence,
    Subscript,
    Table,
)
from aigov.scan.fields import Fields
from aigov.scan.template_files import filled_in, is_template, template_at
from aigov.scan.values import ClassValue, Frame, FunctionValue, ObjectValue, Place, Text

_MAX_NODES = 600
_CALLERS_DEEP = 3
"""Functions that hand a parameter on to one another."""
_MOST_CALLERS = 40
_RETURNS_DEEP = 2
"""Functions that put together what one another give back."""
_FIELDS_DEEP = 3
"""Fields of fields that are told apart."""


class DataSlice(ObjectSlice):
    """What is collected on the way back from the arguments of one call."""

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

    def _walk(self, expr: Expr, scope: int, fields: Fields = ()) -> None:
        self._nodes += 1
        if self._nodes > _MAX_NODES:
            return
        if isinstance(expr, Name):
            self._name(expr, scope, fields)
        elif isinstance(expr, Attribute):
            self._attribute(expr, scope, fields)
        elif isinstance(expr, Subscript):
            key = key_of(expr.key)
            if key[:1] == "#" or not (key and not is_protocol_key(key) and self._told(key, expr.line)):
                self._walk(expr.base, scope, (key, *fields)[:_FIELDS_DEEP] if key else fields)
        elif isinstance(expr, CallExpr):
            self._call(expr, scope, fields)
        elif isinstance(expr, Table):
            self._table(expr, scope, fields)
        elif isinstance(expr, Constant):
            self._template(expr)
        elif isinstance(expr, Sequence) and (item := item_of(expr, fields)) is not None:
            self._walk(item, scope, fields[1:])
        else:
            for part in parts_of(expr):
                self._walk(part, scope, fields if isinstance(expr, (Choice, Fallback)) else ())

    # --- tables -----------------------------------------------------------------------------------------------------

    def _table(self, expr: Table, scope: int, fields: Fields) -> None:
        envelope = self._envelope
        wanted = fields[:1] if any(key_of(name) in fields[:1] for name, _ in expr.pairs) else ()
        if not wanted and fields and fields[0].startswith("#"):
            return  # what is taken apart is a list
        for spread in expr.spreads if not wanted else ():
            self._walk(spread, scope, fields)
        for name, value in expr.pairs:
            key = key_of(name)
            if wanted and key not in wanted:
                continue
            if is_setting_key(key) or (envelope and is_credential(key)):
                continue
            self._envelope = False
            if key and not is_static(value) and not is_protocol_key(key):
                self._told(key, name.line)
            self._walk(value, scope, fields[1:] if wanted else ())
            self._envelope = envelope

    # --- names ------------------------------------------------------------------------------------------------------

    def _name(self, expr: Name, scope: int, fields: Fields) -> None:
        facts, frame = self._facts, self._frame
        place = (facts.path, scope, expr.name, fields, frame)
        if expr.name in facts.row.receivers or place in self._visited:
            return
        self._visited.add(place)
        for outer in facts.chain(scope):
            if outer.receiver == expr.name:
                return
            if outer.kind == "class" and self._member(expr.name, outer, fields, within=outer.index == scope):
                return
            bindings = [b for b in facts.named_bindings(outer.index, expr.name) if b.kind not in ("declare", "export")]
            parameter = parameter_named(facts, outer, expr.name)
            imported = any(facts.scope_at(i.offset) == outer.index for i in facts.imported_as(expr.name))
            if not bindings and parameter is None and not imported and facts.defined(outer.index, expr.name) is None:
                continue
            if self._envelope:
                bindings = [b for b in bindings if len(b.path) != 2 or not is_credential(b.path[1])]
            values = [(value, b) for b in bindings if (value := facts.value(b)) is not None]
            if imported:
                return
            if values and all(is_static(value) for value, _ in values) and parameter is None:
                for value, _ in values:
                    self._walk(value, outer.index)
                self._mutations(expr.name, outer.index)
                return
            if parameter is not None and (facts.path, outer.index) in self._inside:
                told = True  # the arguments of the call that led here were walked already
            else:
                told = self._told(expr.name, expr.line)
                if parameter is not None:
                    if isinstance(parameter.annotation, Name):
                        told = self._told(parameter.annotation.name, parameter.line) or told
                    told = self._passed(parameter, expr.name, outer, fields) or told
            for value, binding in values:
                if binding.kind == "element" and isinstance(value, Sequence):
                    for item in value.items:
                        self._walk(item, outer.index, fields)
                elif len(binding.path) == 1:
                    self._walk(value, outer.index, (*fields_of.picked(binding), *fields)[:_FIELDS_DEEP])
                elif not fields or binding.path[1] == fields[0]:
                    self._walk(value, outer.index, (*fields_of.picked(binding), *fields[1:]))
            told = self._mutations(expr.name, outer.index) or told
            if not told and not values:
                self.untold.setdefault(expr.name, expr.line)
            return
        if not self._told(expr.name, expr.line):
            self.untold.setdefault(expr.name, expr.line)

    def _passed(self, parameter: Parameter, local: str, scope: Scope, fields: Fields) -> bool:
        """Walk on at what a parameter is given; whether that tells a class."""
        frame, before = self._frame, len(self.found)
        if frame is not None and frame.facts is self._facts and frame.scope == scope.index and frame.call is not None:
            for expr in passed_exprs(frame.call, parameter):
                self._at(expr, frame.caller, fields)
            return len(self.found) > before
        return self._callers(parameter, local, scope, fields)

    def _callers(self, parameter: Parameter, local: str, scope: Scope, fields: Fields) -> bool:
        """Walk on at the calls that pass a parameter; whether they tell a class."""
        if self._up == _CALLERS_DEEP or scope.kind != "function":
            return False
        before, untold = len(self.found), dict(self.untold)
        inside, self._inside = self._inside, []
        near = self._near
        self._up += 1
        count = 0
        for call, place in self._calls_of(scope):
            count += 1
            if count == _MOST_CALLERS:
                self._cut = True
                break
            for expr in passed_exprs(call, parameter):
                key = next((key for key, name, _ in parameter.keys if name == local), None)
                pairs = [(expr, place)] if key is None else key_exprs(self._context, expr, key, place)
                for value, at in pairs:
                    self._near = False
                    with self._within(at.facts):
                        if isinstance(value, (Name, Attribute)) and not fields:
                            self._told(value.name, value.line, passed=True)
                        self._walk(value, at.scope, fields)
        if not count and fields:
            self._near = False
            outside = Place(self._facts, scope.parent or 0)
            for typed in annotated(self._context.resolver, parameter.annotation, outside):
                if isinstance(typed, ObjectValue):
                    self._held(typed, fields)
        self._up -= 1
        self._inside, self._near = inside, near
        # The parameter's own name stands for what no caller tells.
        self.untold = untold
        return len(self.found) > before

    def _calls_of(self, scope: Scope) -> Iterator[tuple[CallExpr, Place]]:
        """Calls of a function, also those that are only ordered and run later."""
        resolver = self._context.resolver
        yield from calls_of(resolver, scope, self._facts, any_class=True)
        yield from deferred_calls(resolver, scope, self._facts)

    def _mutations(self, name: str, owner: int) -> bool:
        """What is added to a list or table after it was made."""
        added = list(added_to(self._facts, name, owner, MUTATORS))
        for call, scope in added:
            for argument in call.args:
                self._walk(argument, scope)
        return bool(added)

    # --- attributes -------------------------------------------------------------------------------------------------

    def _attribute(self, expr: Attribute, scope: int, fields: Fields) -> None:
        names: list[str] = [expr.name]
        base: Expr = expr.base
        plain = True
        while isinstance(base, (Attribute, Subscript, CallExpr)):
            if isinstance(base, Attribute):
                names.append(base.name)
                base = base.base
            else:
                plain = plain and self._reads(base)
                base = base.base if isinstance(base, Subscript) else base.callee
        told = False
        for name in names:
            if not is_protocol_key(name):
                told = self._told(name, expr.line) or told
        inner = (*reversed(names), *fields)[:_FIELDS_DEEP] if plain else ()
        if isinstance(expr.base, CallExpr) and not plain and self._owned(expr.base, scope):
            self._walk(expr.base, scope, (expr.name, *fields)[:_FIELDS_DEEP])
            return
        if not isinstance(base, Name):
            self._walk(base, scope, inner)
            return
        if base.name in self._facts.row.receivers:
            told = self._own(base.name, names[-1], scope, inner[1:]) or told
            if not told:
                self.untold.setdefault(f"{base.name}.{expr.name}", expr.line)
            return
        if not self._told(base.name, expr.line) and not told:
            self._walk(base, scope, inner)
        elif plain and all(set(classes_of(name)) <= NEAR_ONLY for name in (*names, base.name)):
            # A word that may stand for anything: what is known of its making says more.
            near, untold = self._near, dict(self.untold)
            self._near = False
            self._walk(base, scope, inner)
            self._near, self.untold = near, untold

    # --- calls ------------------------------------------------------------------------------------------------------

    def _call(self, expr: CallExpr, scope: int, fields: Fields) -> None:
        callee = expr.callee
        name = callee.name if isinstance(callee, (Name, Attribute)) else ""
        if not self._near and TAKES_OUT.search(name):
            return
        place = Place(self._facts, scope, self._frame)
        self._loaded(expr, scope)
        lowered = name.lower().lstrip("_")
        told = lowered.startswith(GETTERS) and name not in ("get", "query") and self._told(name, expr.line)
        own = self._owned(expr, scope)
        made = [ObjectValue(value, expr, place) for value in own if isinstance(value, ClassValue)] if fields else []
        if made and self._held_any(made, fields):
            return
        told = self._returned(own, fields) or told
        if not own and isinstance(callee, Attribute) and not expr.args and not expr.keywords:
            if self._reads(expr) and name not in KEEPS_DATA:
                self._attribute(callee, scope, fields)
                return
            asked = (name, *fields)[:_FIELDS_DEEP]
            if self._facts.row.accessors and name not in KEEPS_DATA and self._accessed(callee, scope, asked):
                return
        if not self._near and not (name in KEEPS_DATA or any(map(fields_of.gives_data, own))):
            return
        if isinstance(callee, Attribute):
            first = expr.args[0] if expr.args else None
            if name == "get" and isinstance(first, Constant) and isinstance(first.value, str):
                told = self._told(first.value, expr.line) or told
            if not told:
                self._walk(callee.base, scope)
        before = len(self.found) + len(self.untold)
        keywords = [value for key, value in expr.keywords if not (self._envelope and is_credential(key))]
        for value in (*expr.args, *keywords, *expr.spreads):
            self._walk(value, scope)
        followed = len(self.found) + len(self.untold) > before
        if not told and not followed and isinstance(callee, Name):
            self.untold.setdefault(f"{name}()", expr.line)

    def _template(self, spelled: Constant) -> None:
        """Note what a template fills in, of which a string names the file."""
        if not isinstance(spelled.value, str) or not is_template(spelled.value):
            return
        modules = self._context.resolver.modules
        path = template_at(spelled.value, modules.files, self._facts.path)
        for name, line in filled_in(modules.text(path), path) if path is not None else ():
            if not is_protocol_key(name):
                self._told(name, line, path=path)

    def _loaded(self, expr: CallExpr, scope: int) -> None:
        """The same for the files that a call loads, or that the function which it calls was made from."""
        callee = expr.callee
        if isinstance(callee, Name):
            facts = self._facts
            bound = (b for outer in facts.chain(scope) for b in facts.named_bindings(outer.index, callee.name))
            for made in (facts.value(binding) for binding in bound):
                for value in made.args if isinstance(made, CallExpr) else ():
                    if isinstance(value, CallExpr):
                        self._loaded(value, scope)
        if (callee.name if isinstance(callee, (Name, Attribute)) else "") in LOADS:
            for value in (*expr.args, *((callee.base,) if isinstance(callee, Attribute) else ())):
                self._file(value, scope)

    def _file(self, expr: Expr, scope: int) -> None:
        for part in parts_of(expr):
            self._file(part, scope)
        if isinstance(expr, (Constant, Name, Attribute, Concat)):
            for text in self._context.resolver.texts(expr, Place(self._facts, scope, self._frame)):
                if isinstance(text, Text) and text.complete:
                    self._template(Constant(text.value, text.line))

    def _reads(self, expr: Expr) -> bool:
        """Whether it is written like a call that only reads: without parentheses, where a call needs none."""
        bare = isinstance(expr, CallExpr) and self._facts.row.bare_calls
        return bare and not (expr.args or expr.keywords or expr.spreads)  # type: ignore[union-attr]

    def _returned(self, own: Iterable[FunctionValue | ClassValue], fields: Fields) -> bool:
        """Walk on at what first-party functions give back; whether that tells a class."""
        if len(self._inside) == _RETURNS_DEEP:
            return False
        before, untold, near = len(self.found), dict(self.untold), self._near
        self._near = False
        for value in own:
            place = (value.facts.path, value.scope)
            if isinstance(value, FunctionValue) and place not in self._inside:
                self._inside.append(place)
                caller = Place(self._facts, value.scope)
                with self._within(value.facts, Frame(value.facts, value.scope, None, caller, value.receiver)):
                    for node in value.facts.returns.get(value.scope, ()):
                        self._walk(value.facts.expr(node), value.scope, fields)
                self._inside.pop()
        self.untold, self._near = untold, near
        return len(self.found) > before
