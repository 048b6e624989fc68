"""Follow an expression to what it can be: through names, imports, constants, defaults, calls, across files.

One resolver for every language. It is bounded (depth, possibilities, work for one question) and gives the same answer
in any order of asking. What it cannot follow is ``NotKnown`` with the reason, never a guess.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from aigov.model import Step
from aigov.scan import arguments, bindings
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import (
    Attribute,
    CallExpr,
    Choice,
    Closure,
    Concat,
    Constant,
    Expr,
    Fallback,
    Name,
    Opaque,
    Sequence,
    Subscript,
    Table,
)
from aigov.scan.modules import ModuleGraph
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

MAX_DEPTH = 24
"""Names, attributes and calls followed one after another."""
MAX_VALUES = 24
"""Possibilities kept for one expression."""
MAX_WORK = 4000
"""Expressions looked at for one question."""

_SAME_TEXT = frozenset(
    """strip lstrip rstrip lower upper trim trimEnd trimStart toLowerCase toString get_secret_value getSecretValue
    removeprefix removesuffix rstrip replace valueOf encode decode""".split()
)
_PASS_THROUGH = frozenset(
    """builtins.str typing.cast cast String str functools.lru_cache functools.cache pydantic.SecretStr SecretStr
    copy.copy copy.deepcopy Object.freeze tuple list sorted set frozenset""".split()
)
_FIELD_MAKERS = frozenset(("pydantic.Field", "dataclasses.field", "attr.ib", "attrs.field", "attr.field", "sqlmodel.Field"))
_SCHEMA_MODULES = ("zod", "envalid", "@t3-oss/env", "znv", "valibot", "@sinclair/typebox", "yup", "joi")
_PYTHON_NAMES = frozenset(dir(builtins))


class Resolver:
    """Answers what an expression can be."""

    def __init__(self, modules: ModuleGraph, load: Callable[[str], FileFacts | None]) -> None:
        """
        :param load: facts of a first-party file, read on demand; None when it cannot be read.
        """
        self.modules = modules
        self.load = load
        self.callers: Callable[[str], Iterable[tuple[FileFacts, CallSite]]] = lambda name: ()
        self._memo: dict[tuple[int, int, int], Values] = {}
        self._keep: list[object] = []
        self._active: set[tuple[int, int, int, int]] = set()
        self._cuts = 0
        self._depth = 0
        self._work = 0

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
            return (NotKnown("too many steps to follow"),)
        plain = place.frame is None
        key = (id(expr), id(place.facts), place.scope)
        if plain and (known := self._memo.get(key)) is not None:
            return known
        active = (*key, 0 if place.frame is None else id(place.frame))
        if active in self._active:
            self._cuts += 1
            return (NotKnown("it is defined in terms of itself"),)
        self._active.add(active)
        self._depth += 1
        cuts = self._cuts
        try:
            values = _limit(self._eval(expr, place))
        finally:
            self._depth -= 1
            self._active.discard(active)
        if plain and cuts == self._cuts:
            self._memo[key] = values
            self._keep.append(expr)
        return values

    def _eval(self, expr: Expr, place: Place) -> Iterable[Value]:
        if isinstance(expr, Name):
            return self._name(expr, place)
        if isinstance(expr, Attribute):
            return self._each(expr.base, place, lambda value: self.attribute(value, expr.name, place))
        if isinstance(expr, Subscript):
            return self._subscript(expr, place)
        if isinstance(expr, CallExpr):
            return self._call(expr, place)
        if isinstance(expr, Concat):
            return self._concat(expr, place)
        if isinstance(expr, Table):
            return (TableValue(expr, place),)
        if isinstance(expr, Sequence):
            return (ListValue(expr, place),)
        if isinstance(expr, Fallback):
            return self._fallback(expr, place)
        if isinstance(expr, Choice):
            return _share_variable([value for option in expr.options for value in self.eval(option, place)])
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

    def _name(self, expr: Name, place: Place) -> Values:
        found = bindings.lookup(self, expr.name, place, expr.offset)
        if found:
            return found
        row = place.facts.row
        if expr.name in row.receivers:
            return bindings.receiver(place)
        if row.family == "python" and expr.name not in _PYTHON_NAMES:
            return (NotKnown(f"{expr.name} is not defined in this file"),)
        return (Symbol("", (expr.name,), builtin=True),)

    # --- attributes and keys ----------------------------------------------------------------------------------------

    def attribute(self, value: Value, name: str, place: Place) -> Values:
        """``value.name``."""
        if isinstance(value, Symbol):
            if value.qualified in place.facts.row.env.tables:
                return self._environment(name, place)
            return (replace(value, names=(*value.names, name)),)
        if isinstance(value, Made):
            schema = self._schema_key(value, name)
            return schema if schema is not None else (replace_names(value, (*value.names, name)),)
        if isinstance(value, ModuleValue):
            return bindings.export(self, value.path, name)
        if isinstance(value, ObjectValue):
            return bindings.object_attribute(self, value, name)
        if isinstance(value, ClassValue):
            return bindings.class_attribute(self, value, name)
        if isinstance(value, TableValue):
            return arguments.table_key(self, value, name) or (NotKnown(f"no key {name}"),)
        if isinstance(value, Text) and name in ("value", "name"):
            return (value,)
        if isinstance(value, FunctionValue) and name in ("func", "fn", "delay", "bind", "call"):
            return (value,)
        if isinstance(value, NotKnown):
            return (value,)
        return (NotKnown(f"attribute {name} is not followed"),)

    def _environment(self, name: str, place: Place) -> Values:
        if name in place.facts.row.env.tables or f"os.environ.{name}" in place.facts.row.env.calls:
            return (Symbol("os", ("environ", name)),)
        return (NotKnown(f"environment variable {name} has no default here", name),)

    def _schema_key(self, value: Made, name: str) -> Values | None:
        """A variable of a validated environment: ``z.object({MODEL: z.string().default("…")}).parse(process.env)``."""
        if value.call is None or not value.symbol.module.startswith(_SCHEMA_MODULES):
            return None
        for argument in value.call.args:
            if isinstance(argument, Table):
                found = _nested_key(argument, name)
                if found is not None:
                    return _with_variable(self.eval(found, value.place), name)
        return None

    def _subscript(self, expr: Subscript, place: Place) -> Iterable[Value]:
        keys = self.eval(expr.key, place)
        results: list[Value] = []
        for value in self.eval(expr.base, place):
            for key in keys:
                if isinstance(value, Symbol) and value.qualified in place.facts.row.env.tables:
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

    # --- text -------------------------------------------------------------------------------------------------------

    def _concat(self, expr: Concat, place: Place) -> Iterable[Value]:
        texts = [Text("", place.facts.path, expr.line)]
        for part in expr.parts:
            values = self.eval(part, place)
            pieces: dict[str, Text] = {}
            for value in values:
                piece = _piece(value, part, place)
                pieces.setdefault(piece.value, piece)
            texts = [_append(text, piece) for text in texts for piece in list(pieces.values())[:6]][:MAX_VALUES]
        return texts

    def _fallback(self, expr: Fallback, place: Place) -> Iterable[Value]:
        found: list[Value] = []
        missing: list[NotKnown] = []
        variable: str | None = None
        for option in expr.options:
            values = [_named(value, variable) for value in self.eval(option, place)]
            unset = [value for value in values if _is_unset(value)]
            found += [value for value in values if not _is_unset(value)]
            missing = [value for value in unset if isinstance(value, NotKnown)]
            if not unset:
                missing = []
                break
            variable = variable or next(
                (value.variable for value in unset if isinstance(value, (Text, NotKnown)) and value.variable), None
            )
        return found or missing or (NotKnown("none of the alternatives is known"),)

    # --- calls ------------------------------------------------------------------------------------------------------

    def _call(self, expr: CallExpr, place: Place) -> Iterable[Value]:
        callee = expr.callee
        row = place.facts.row
        if isinstance(callee, Name) and callee.name in row.loaders or self._loads(expr, place):
            return bindings.loaded_module(self, expr, place)
        if isinstance(callee, Attribute):
            known = self._method(callee, expr, place)
            if known is not None:
                return known
        results: list[Value] = []
        for value in self.eval(callee, place):
            results += self.called(value, expr, place)
        return results

    def _loads(self, expr: CallExpr, place: Place) -> bool:
        callee = expr.callee
        dotted = isinstance(callee, Attribute) and isinstance(callee.base, Name) and f"{callee.base.name}.{callee.name}"
        return bool(dotted) and dotted in place.facts.row.loaders

    def _method(self, callee: Attribute, expr: CallExpr, place: Place) -> Iterable[Value] | None:
        """Calls on literals and tables that are understood without knowing a library."""
        name = callee.name
        if name in ("default", "catch") and len(expr.args) == 1:
            return self.eval(expr.args[0], place)
        bases = self.eval(callee.base, place)
        if name in ("get", "pop", "setdefault") and any(isinstance(base, TableValue) for base in bases) and expr.args:
            return self._table_get(bases, expr, place)
        if name in _SAME_TEXT and any(isinstance(base, Text) for base in bases):
            return bases
        if name == "format" and len(bases) == 1 and isinstance(bases[0], Text):
            return (replace(bases[0], complete="{" not in bases[0].value),)
        if name == "split" and bases and all(isinstance(base, Text) for base in bases):
            return (NotKnown("a part of a split text is not followed"),)
        return None

    def _table_get(self, bases: Values, expr: CallExpr, place: Place) -> Iterable[Value]:
        keys = self.eval(expr.args[0], place)
        default = self.eval(expr.args[1], place) if len(expr.args) > 1 else ()
        results: list[Value] = []
        for base in bases:
            if not isinstance(base, TableValue):
                results += default or (NotKnown("the table is not known"),)
                continue
            for key in keys:
                found = arguments.table_key(self, base, key.value) if isinstance(key, Text) else None
                if found:
                    results += found
                else:
                    results += () if isinstance(key, Text) else arguments.table_values(self, base)
                    results += default or (NotKnown("the key is not known"),)
        return results

    def called(self, value: Value, expr: CallExpr, place: Place) -> Values:
        """What a call of ``value`` gives."""
        name = spelled(value)
        if name is not None:
            known = self._known_call(name, expr, place)
            if known is not None:
                return known
        if isinstance(value, Symbol):
            return (Made(value, expr, place),)
        if isinstance(value, Made):
            return (replace_names(value, (*value.names[:-1], f"{value.names[-1] if value.names else ''}()")),)
        if isinstance(value, FunctionValue):
            return self.returned(value, expr, place)
        if isinstance(value, ClassValue):
            return (ObjectValue(value, expr, place),)
        if isinstance(value, ObjectValue):
            method = bindings.method(self, value, "__call__") or bindings.method(self, value, "forward")
            return self.returned(method, expr, place) if method else (NotKnown("the object's call is not followed"),)
        if isinstance(value, NotKnown):
            return (value,)
        return (NotKnown("what is called is not known"),)

    def _known_call(self, name: str, expr: CallExpr, place: Place) -> Values | None:
        env = place.facts.row.env.calls.get(name)
        if env is not None:
            return self._env_call(env, expr, place)
        if name in ("dict", "Object.assign"):
            pairs = tuple((Constant(key, expr.line), value) for key, value in expr.keywords)
            return (TableValue(Table(pairs, (*expr.spreads, *reversed(expr.args)), expr.line), place),)
        if name in _PASS_THROUGH and expr.args:
            return self.eval(expr.args[-1] if name.endswith("cast") else expr.args[0], place)
        if name in _FIELD_MAKERS or name in ("Field", "field"):
            return self._field(expr, place)
        if name == "getattr" and len(expr.args) >= 2:
            return self._getattr(expr, place)
        if name in ("functools.partial", "partial") and expr.args:
            return self.eval(expr.args[0], place)
        if name in ("asyncio.run", "asyncio.gather", "Promise.resolve") and expr.args:
            return self.eval(expr.args[0], place)
        return None

    def _env_call(self, shape: tuple[int, int | None], expr: CallExpr, place: Place) -> Values:
        at, default_at = shape
        names = self.eval(expr.args[at], place) if at < len(expr.args) else ()
        variable = next((value.value for value in names if isinstance(value, Text)), None)
        default = dict(expr.keywords).get("default")
        if default is None and default_at is not None and default_at < len(expr.args):
            default = expr.args[default_at]
        if default is not None:
            values = _with_variable(self.eval(default, place), variable)
            if not all(isinstance(value, Scalar) for value in values):
                return values
        shown = variable or "of a computed name"
        return (NotKnown(f"environment variable {shown} has no default here", variable),)

    def _field(self, expr: CallExpr, place: Place) -> Values:
        keywords = dict(expr.keywords)
        default = keywords.get("default") or (expr.args[0] if expr.args else None)
        alias = keywords.get("env") or keywords.get("validation_alias") or keywords.get("alias")
        variable = None
        if alias is not None:
            variable = next((value.value for value in self.eval(alias, place) if isinstance(value, Text)), None)
        if default is not None and not isinstance(default, Opaque):
            return _with_variable(self.eval(default, place), variable)
        factory = keywords.get("default_factory")
        if factory is not None:
            return tuple(
                found
                for value in self.eval(factory, place)
                for found in self.called(value, CallExpr(factory, (), (), (), expr.line), place)
            )
        return (NotKnown("the field has no default", variable),)

    def _getattr(self, expr: CallExpr, place: Place) -> Values:
        names = [value for value in self.eval(expr.args[1], place) if isinstance(value, Text)]
        results = [found for name in names for found in self._each(expr.args[0], place, self._attribute_of(name, place))]
        known = [value for value in results if not isinstance(value, NotKnown)]
        if not known and len(expr.args) > 2:
            return self.eval(expr.args[2], place)
        return tuple(results) or (NotKnown("the attribute's name is not known"),)

    def _attribute_of(self, name: Text, place: Place) -> Callable[[Value], Values]:
        return lambda value: self.attribute(value, name.value, place)

    def returned(self, function: FunctionValue, call: CallExpr | None, place: Place) -> Values:
        """What a first-party function gives back for the arguments of ``call``."""
        frame = Frame(function.facts, function.scope, call, place, function.receiver)
        at = Place(function.facts, function.scope, frame)
        nodes = function.facts.returns.get(function.scope, ())
        values = [found for node in nodes for found in self.eval(function.facts.expr(node), at)]
        if not values:
            name = function.facts.scopes[function.scope].name or "the function"
            return (NotKnown(f"{name} returns nothing that is followed"),)
        return _limit(values)


def only_texts(values: Values) -> tuple[Text | NotKnown, ...]:
    """The strings among ``values``, and why the others are none."""
    found: list[Text | NotKnown] = []
    for value in values:
        if isinstance(value, (Text, NotKnown)):
            found.append(value)
        elif isinstance(value, (Made, Symbol)):
            found.append(NotKnown(f"{spelled(value)} is decided outside this code"))
        elif not isinstance(value, Scalar):
            found.append(NotKnown("it is no text"))
    return tuple(found)


def replace_names(value: Made, names: tuple[str, ...]) -> Made:
    """The same client after further attributes or calls."""
    return Made(value.symbol, value.call, value.place, names)


def with_step(values: Values, step: Step) -> Values:
    """The values, with one more link between the claim and the source text."""
    return tuple(
        replace(value, steps=(step, *value.steps)) if isinstance(value, Text) and len(value.steps) < 12 else value
        for value in values
    )


def _limit(values: Iterable[Value]) -> Values:
    seen: dict[object, Value] = {}
    for value in values:
        key: object = (
            (value.value, value.file, value.line, value.variable) if isinstance(value, Text) else _identity(value)
        )
        seen.setdefault(key, value)
        if len(seen) >= MAX_VALUES:
            break
    return tuple(seen.values()) or (NotKnown("nothing is assigned"),)


def _identity(value: Value) -> object:
    if isinstance(value, Made):
        return (value.symbol, id(value.call), value.names, id(value.place.frame))
    if isinstance(value, (FunctionValue, ClassValue)):
        return (type(value).__name__, id(value.facts), value.scope)
    if isinstance(value, TableValue):
        return (id(value.table), id(value.place.frame), value.later)
    if isinstance(value, ListValue):
        return (id(value.items), id(value.place.frame))
    if isinstance(value, ObjectValue):
        return (id(value.cls.facts), value.cls.scope, id(value.call), id(value.place.frame))
    return value


def _piece(value: Value, part: Expr, place: Place) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, Scalar) and value.value is not None:
        return Text(str(value.value), place.facts.path, part.line)
    variable = value.variable if isinstance(value, NotKnown) else None
    hole = variable or _hole_name(part)
    return Text(f"{{{hole}}}", place.facts.path, part.line, variable, complete=False)


def _hole_name(part: Expr) -> str:
    if isinstance(part, Name):
        return part.name
    if isinstance(part, Attribute):
        return part.name
    return "?"


def _append(text: Text, piece: Text) -> Text:
    return Text(
        text.value + piece.value,
        text.file,
        text.line,
        text.variable or piece.variable,
        (text.steps + piece.steps)[:12],
        text.complete and piece.complete,
    )


def _nested_key(table: Table, name: str) -> Expr | None:
    for key, value in table.pairs:
        if isinstance(key, Constant) and key.value == name:
            return value
    for _, value in table.pairs:
        if isinstance(value, Table):
            found = _nested_key(value, name)
            if found is not None:
                return found
    return None


def _with_variable(values: Values, variable: str | None) -> Values:
    if variable is None:
        return values
    return tuple(_named(value, variable) for value in values)


def _named(value: Value, variable: str | None) -> Value:
    if variable is not None and isinstance(value, (Text, NotKnown)) and value.variable is None:
        return replace(value, variable=variable)
    return value


def _share_variable(values: list[Value]) -> list[Value]:
    variable = next((value.variable for value in values if isinstance(value, NotKnown) and value.variable), None)
    return [_named(value, variable) for value in values]


def _is_unset(value: Value) -> bool:
    return (
        isinstance(value, NotKnown)
        or (isinstance(value, Text) and not value.value)
        or (isinstance(value, Scalar) and not value.value)
    )
