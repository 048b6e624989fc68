"""Follow an expression to what it can be: through names, imports, constants, defaults, calls, across files.

One resolver for every language. It is bounded (depth, possibilities, work for one question) and gives the same answer
in any order of asking. What it cannot follow is ``NotKnown`` with the reason, never a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from aigov.scan import arguments, bindings, classes, config_reads, exports, joins, known_calls, look_ups, plain_names
from aigov.scan.choices import (
    limit,
    only_texts,
    replace_names,
    share_variable,
)
from aigov.scan.facts.engine import FileFacts
from aigov.scan.facts.types import (
    Attribute,
    Binding,
    CallExpr,
    Choice,
    Closure,
    Concat,
    Constant,
    Expr,
    Fallback,
    Import,
    Name,
    Opaque,
    Sequence,
    Subscript,
    Table,
)
from aigov.scan.modules import ModuleGraph
from aigov.scan.surroundings import Surroundings
from aigov.scan.values import (
    ClassValue,
    Frame,
    FunctionValue,
    ListValue,
    Made,
    ModuleValue,
    NotKnown,
    ObjectValue,
    Place,
    Scalar,
    Symbol,
    TableValue,
    Text,
    Value,
    Values,
    spelled,
)

MAX_DEPTH = 40
"""Names, attributes and calls followed one after another."""
MAX_WORK = 4000
"""Expressions looked at for one question."""
_NO_CYCLE = 1 << 30


class Resolver(Surroundings):
    """Answers what an expression can be."""

    def __init__(self, modules: ModuleGraph, load: Callable[[str], FileFacts | None]) -> None:
        """
        :param load: facts of a first-party file, read on demand; None when it cannot be read.
        """
        super().__init__()
        self.modules = modules
        self.load = load
        self._memo: dict[tuple[int, int, int], Values] = {}
        self._keep: list[object] = []
        self._active: dict[tuple[int, int, int, int], int] = {}
        self._outermost = _NO_CYCLE
        self._exporting: set[tuple[str, str]] = set()
        self._cuts = 0
        self._depth = 0
        self._work = 0

    def close(self) -> None:
        """Let go of everything; nothing can be asked any more."""
        vars(self).clear()

    # --- asking -----------------------------------------------------------------------------------------------------

    def resolve(self, expr: Expr, place: Place) -> Values:
        """What ``expr`` can be at ``place``: at least one value, in a fixed order."""
        if self._depth == 0:
            self._work = 0
        return self.eval(expr, place)

    def texts(self, expr: Expr, place: Place) -> tuple[Text | NotKnown, ...]:
        """The strings that ``expr`` can be, and why others are not known."""
        return only_texts(self.resolve(expr, place))

    @contextmanager
    def deeper(self) -> Iterator[bool]:
        """One level further; False when that is too deep."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._cuts += 1
        try:
            yield self._depth <= MAX_DEPTH
        finally:
            self._depth -= 1

    # --- evaluating -------------------------------------------------------------------------------------------------

    def eval(self, expr: Expr, place: Place) -> Values:
        self._work += 1
        if isinstance(expr, Constant):
            if isinstance(expr.value, str):
                return (Text(expr.value, place.facts.path, expr.line),)
            return (Scalar(expr.value),)
        if self._work > MAX_WORK or self._depth > MAX_DEPTH:
            self._cuts += 1
            return (NotKnown("too many steps to follow", more=True),)
        plain = place.frame is None
        key = (id(expr), id(place.facts), place.scope)
        if plain and (known := self._memo.get(key)) is not None:
            return known
        active = (*key, 0 if place.frame is None else id(place.frame))
        if active in self._active:
            self._outermost = min(self._outermost, self._active[active])
            return (NotKnown("it is defined in terms of itself"),)
        level = self._active[active] = len(self._active)
        self._depth += 1
        cuts, outermost, self._outermost = self._cuts, self._outermost, _NO_CYCLE
        try:
            values = limit(self._eval(expr, place))
        finally:
            self._depth -= 1
            del self._active[active]
            # Within a cycle an answer lacks what is being asked further out; where the cycle begins it is whole.
            whole = self._outermost >= level
            self._outermost = min(outermost, _NO_CYCLE if whole else self._outermost)
        if plain and whole and cuts == self._cuts:
            self._memo[key] = values
            self._keep.append(expr)
        return values

    def _eval(self, expr: Expr, place: Place) -> Iterable[Value]:
        if isinstance(expr, Name):
            return plain_names.as_models(
                self, self._run(plain_names.meaning(self, expr, place), place), place, expr.line
            )
        if isinstance(expr, Attribute):
            found = self._each(expr.base, place, lambda value: self.attribute(value, expr.name, place))
            return plain_names.as_models(self, found, place, expr.line)
        if isinstance(expr, Subscript):
            return self._subscript(expr, place)
        if isinstance(expr, CallExpr):
            return self._call(expr, place)
        if isinstance(expr, Concat):
            return joins.joined(self, expr, place)
        if isinstance(expr, Table):
            return (TableValue(expr, place),)
        if isinstance(expr, Sequence):
            return (ListValue(expr, place),)
        if isinstance(expr, Fallback):
            return joins.first_set(self, expr, place)
        if isinstance(expr, Choice):
            return share_variable([value for option in expr.options for value in self.eval(option, place)])
        if isinstance(expr, Closure):
            scope = place.facts.scope_of_closure(expr.offset)
            if scope is None:
                return (NotKnown("function without a body"),)
            if place.facts.scopes[scope].kind == "class":
                return (ClassValue(place.facts, scope),)
            return (FunctionValue(place.facts, scope, frame=place.frame),)
        reason = expr.reason if isinstance(expr, Opaque) else "not followed"
        return (NotKnown(reason),)

    def _each(self, base: Expr, place: Place, then: Callable[[Value], Iterable[Value]]) -> list[Value]:
        return [result for value in self.eval(base, place) for result in then(value)]

    # --- attributes and keys ----------------------------------------------------------------------------------------

    def attribute(self, value: Value, name: str, place: Place) -> Values:
        """``value.name``."""
        if isinstance(value, Symbol):
            if (
                value.qualified in place.facts.row.env.tables
                and f"{value.qualified}.{name}" not in place.facts.row.env.calls
            ):
                return self._environment(name, place)
            setting = exports.program_setting(self, value, name, place)
            own = classes.spelled_module(self, value, name, place) if place.facts.row.module_classes else ()
            return own or setting or (replace(value, names=(*value.names, name)),)
        if isinstance(value, Made):
            schema = known_calls.schema_key(self, value, name)
            return schema if schema is not None else (replace_names(value, (*value.names, name)),)
        if isinstance(value, ModuleValue):
            return self.export(value.path, name)
        if isinstance(value, ObjectValue):
            found = classes.object_attribute(self, value, name)
            unset = all(isinstance(held, NotKnown) for held in found)
            return (value,) if unset and name in place.facts.row.unwraps else found
        if isinstance(value, ClassValue):
            return classes.class_attribute(self, value, name)
        if isinstance(value, TableValue):
            return arguments.table_key(self, value, name) or (NotKnown(f"no key {name}"),)
        if isinstance(value, (Text, ListValue)) and name in ("value", "name", "rawValue"):
            return (value,)
        if isinstance(value, FunctionValue) and name in ("func", "fn", "delay", "bind", "call", "invoke"):
            return (value,)
        if isinstance(value, NotKnown):
            return (value,)
        return known_calls.known_member(self, value, name, place) or (NotKnown(f"attribute {name} is not followed"),)

    def _environment(self, name: str, place: Place) -> Values:
        if name in place.facts.row.env.tables or f"os.environ.{name}" in place.facts.row.env.calls:
            return (Symbol("os", ("environ", name)),)
        return (NotKnown(f"environment variable {name} has no default here", name),)

    def _subscript(self, expr: Subscript, place: Place) -> Iterable[Value]:
        setting = config_reads.setting(self, expr, place)
        if setting is not None:
            return setting
        keys = self.eval(expr.key, place)
        results: list[Value] = []
        for value in self.eval(expr.base, place):
            for key in keys:
                if isinstance(value, (Symbol, Made)) and spelled(value) in place.facts.row.env.tables:
                    results += (
                        self._environment(key.value, place)
                        if isinstance(key, Text)
                        else (NotKnown("the name of the environment variable is not known"),)
                    )
                elif isinstance(value, TableValue):
                    found = arguments.table_key(self, value, key.value) if isinstance(key, Text) else None
                    results += found if found else arguments.table_values(self, value)
                elif isinstance(value, ListValue):
                    results += self._item(value, key)
                elif isinstance(key, Text):
                    results += self.attribute(value, key.value, place)
                elif isinstance(value, (Made, Symbol)):
                    results.append(value)
                else:
                    results.append(NotKnown("the key is not known"))
        return results

    def _item(self, value: ListValue, key: Value) -> Values:
        items = value.items.items
        if isinstance(key, Scalar) and isinstance(key.value, int) and -len(items) <= key.value < len(items):
            return self.eval(items[key.value], value.place)
        return self.items(value)

    def items(self, value: Value) -> Values:
        """Every item of a list, every key of a table."""
        if isinstance(value, ListValue):
            return tuple(found for item in value.items.items for found in self.eval(item, value.place))
        if isinstance(value, TableValue):
            return tuple(found for key, _ in value.table.pairs for found in self.eval(key, value.place))
        return (NotKnown("the items are not known"),)

    # --- names of other scopes and files ----------------------------------------------------------------------------

    def lookup(self, name: str, place: Place, offset: int) -> Values:
        """What a name can be at an offset; empty when nothing in the file says so."""
        return bindings.lookup(self, name, place, offset)

    def in_module(self, facts: FileFacts, name: str) -> Values:
        """What a name is at the top of a file; empty when it is not there."""
        return bindings.in_scope(self, name, facts.scopes[0], Place(facts, 0), None)

    def bound(self, binding: Binding, at: Place) -> Values:
        """What a binding gives its target."""
        return bindings.bound(self, binding, at)

    def export(self, path: str, name: str) -> Values:
        """What the first-party module at ``path`` hands out as ``name``."""
        key = (path, name)
        if key in self._exporting:
            self._cuts += 1
            return (NotKnown(f"{name} of {path} is defined in terms of itself"),)
        self._exporting.add(key)
        try:
            return exports.export(self, path, name)
        finally:
            self._exporting.discard(key)

    def imported(self, facts: FileFacts, statement: Import) -> Values:
        """What an import binds."""
        return exports.import_value(self, facts, statement)

    # --- calls ------------------------------------------------------------------------------------------------------

    def _call(self, expr: CallExpr, place: Place) -> Iterable[Value]:
        callee = expr.callee
        row = place.facts.row
        if (isinstance(callee, Name) and callee.name in row.loaders) or self._loads(expr, place):
            return exports.loaded_module(self, expr, place)
        if isinstance(callee, Attribute):
            if callee.name in self.extensions and not self.is_own(callee.name, expr):
                return (Made(Symbol("", (f".{callee.name}",)), expr, place),)
            asked = config_reads.asked(self, callee, expr, place)
            if asked is not None:
                return asked
            known = known_calls.known_method(self, callee, expr, place)
            if known is not None:
                return known
        results: list[Value] = []
        for value in self.callee(callee, place):
            results += self.called(value, expr, place)
        return results

    def callee(self, expr: Expr, place: Place) -> Values:
        """What a call calls: for a name the function itself, where the bare name would already call it."""
        if isinstance(expr, Name) and place.facts.row.bare_calls:
            return plain_names.meaning(self, expr, place)
        return self.eval(expr, place)

    def _run(self, values: Values, place: Place) -> Values:
        """The values of a bare name: of a method what it gives, where a call needs no parentheses."""
        if not place.facts.row.bare_calls:
            return values
        return tuple(
            found
            for value in values
            for found in (self.returned(value, None, place) if isinstance(value, FunctionValue) else (value,))
        )

    def _loads(self, expr: CallExpr, place: Place) -> bool:
        callee = expr.callee
        dotted = isinstance(callee, Attribute) and isinstance(callee.base, Name) and f"{callee.base.name}.{callee.name}"
        return bool(dotted) and dotted in place.facts.row.loaders

    def called(self, value: Value, expr: CallExpr, place: Place) -> Values:
        """What a call of ``value`` gives."""
        bare = (place.facts.row.bare_calls or place.facts.row.module_classes) and not expr.args and not expr.keywords
        if bare and (isinstance(value, (Text, Scalar, TableValue, ListValue, ObjectValue)) or _is_made(value)):
            return (value,)  # no call: an attribute that is read
        value = self.maker(value)
        name = spelled(value)
        if name is not None and (known := known_calls.known_call(self, name, expr, place)) is not None:
            return known
        if isinstance(value, Symbol) and value.qualified in self.wrappers and expr.args:
            return self.eval(expr.args[0], place)
        if isinstance(value, (Symbol, Made, NotKnown)):
            default = look_ups.default_of(self, expr, place)
            if default is not None:
                return default
        if isinstance(value, Symbol):
            return (Made(value, expr, place),)
        if isinstance(value, Made):
            called = replace_names(value, (*value.names[:-1], f"{value.names[-1] if value.names else ''}()"))
            return (replace(called, since=(*value.since, (expr, place))),)
        if isinstance(value, FunctionValue):
            return self.returned(value, expr, place)
        if isinstance(value, TableValue) and len(expr.args) == 1 and place.facts.row.class_parameters:
            return tuple(self._subscript(Subscript(expr.callee, expr.args[0], expr.line), place))
        if isinstance(value, ClassValue):
            return (ObjectValue(value, expr, place),)
        if isinstance(value, ObjectValue):
            if isinstance(expr.callee, Name) and expr.callee.name in place.facts.row.receivers:
                return (replace(value, call=expr, place=place, later=()),)  # new static(…)
            method = classes.calling(self, value)
            return self.returned(method, expr, place) if method else (NotKnown("the object's call is not followed"),)
        if isinstance(value, NotKnown):
            return (value,)
        return (NotKnown("what is called is not known"),)

    def is_own(self, name: str, call: CallExpr) -> bool:
        """Whether a call of what looks like a method of another's type means a first-party function."""
        given = len(call.args) + len(call.keywords)
        return any(least <= given <= most for least, most in self.own_methods.get(name, ()))

    def maker(self, value: Value) -> Value:
        """The symbol of a constructor that is reached through an object, ``boto3.Session().client``; else ``value``."""
        if isinstance(value, Made) and value.names:
            symbol = replace(value.symbol, names=(*value.symbol.names, *(n.removesuffix("()") for n in value.names)))
            if symbol.qualified in self.makers:
                return symbol
        return value

    def returned(self, function: FunctionValue, call: CallExpr | None, place: Place) -> Values:
        """What a first-party function gives back for the arguments of ``call``."""
        frame = Frame(function.facts, function.scope, call, place, function.receiver)
        at = Place(function.facts, function.scope, frame)
        nodes = function.facts.returns.get(function.scope, ())
        values = [found for node in nodes for found in self.eval(function.facts.expr(node), at)]
        scope = function.facts.scopes[function.scope]
        if scope.result is not None and all(isinstance(value, NotKnown) and not value.variable for value in values):
            values = [*bindings.annotated(self, scope.result, Place(function.facts, scope.parent or 0))] or values
        if not values:
            name = scope.name or "the function"
            return (NotKnown(f"{name} returns nothing that is followed"),)
        return limit(share_variable(values))


def _is_made(value: Value) -> bool:
    """Whether a value is the very object that a vendor's constructor gave."""
    return isinstance(value, Made) and not value.names
