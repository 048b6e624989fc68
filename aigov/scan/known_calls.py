"""Calls that are understood without the catalogue: environment look-ups, fields of settings, tables, text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from aigov.scan import (
    accessors,
    app_env,
    arguments,
    cli_options,
    composed,
    declared_fields,
    derivations,
    env_schemas,
    look_ups,
    placeholders,
    rails_settings,
    url_parts,
)
from aigov.scan.choices import is_unset, with_variable
from aigov.scan.facts.types import (
    Attribute,
    CallExpr,
    Closure,
    Constant,
    Expr,
    Fallback,
    Name,
    Opaque,
    Sequence,
    Table,
)
from aigov.scan.values import (
    Evaluator,
    ListValue,
    Made,
    NotKnown,
    Place,
    Scalar,
    Symbol,
    TableValue,
    Text,
    Value,
    Values,
)

_SAME_TEXT = frozenset(
    [
        "strip",
        "lstrip",
        "rstrip",
        "lower",
        "upper",
        "trim",
        "trimEnd",
        "trimStart",
        "toLowerCase",
        "toUpperCase",
        "toString",
        "get_secret_value",
        "getSecretValue",
        "valueOf",
        "encode",
        "decode",
    ]
)
_PASS_THROUGH = frozenset(
    [
        "builtins.str",
        "typing.cast",
        "cast",
        "String",
        "str",
        "functools.lru_cache",
        "functools.cache",
        "pydantic.SecretStr",
        "SecretStr",
        "copy.copy",
        "copy.deepcopy",
        "Object.freeze",
        "tuple",
        "list",
        "sorted",
        "set",
        "frozenset",
        "types.MappingProxyType",
        "collections.OrderedDict",
        "OmegaConf.create",
    ]
)
_LOOK_UPS = frozenset(("get", "pop", "setdefault", "getOrDefault", "getOrElse", "GetValueOrDefault", "TryGetValue"))
_OF_PAIRS = frozenset(
    ("Map", "dict", *(f"std::collections.{name}.from" for name in ("HashMap", "BTreeMap")), "indexmap.IndexMap.from")
)
"""Functions that make a table of a list of pairs."""
_FIELD_MAKERS = frozenset(
    ("pydantic.Field", "dataclasses.field", "attr.ib", "attrs.field", "attr.field", "sqlmodel.Field")
)


def schema_key(resolver: Evaluator, value: Made, name: str) -> Values | None:
    """A variable of a validated environment: ``z.object({MODEL: z.string().default("…")}).parse(process.env)``."""
    option = cli_options.parsed(resolver, value, name, value.place)
    if option is not None:
        return option
    if value.symbol.builtin and value.symbol.qualified.partition(".")[0] in value.place.facts.row.program_settings:
        return rails_settings.member(resolver, value, name, value.place)
    if name in ("url", "string") and value.symbol.names[-1:] == ("URLComponents",) and not value.names:
        return url_parts.of_components(resolver, value)
    held = accessors.of_record(resolver, value, name)
    return held if held is not None else env_schemas.key(resolver, value, name)


def known_member(resolver: Evaluator, value: Value, name: str, place: Place) -> Values:
    """What a text or list gives under a name, where methods need no parentheses: ``names.first``; empty for others."""
    call = CallExpr(Name(name, 0), (), (), (), 0)
    return (isinstance(value, (Text, ListValue)) and derivations.derived(resolver, (value,), name, call, place)) or ()


def known_method(resolver: Evaluator, callee: Attribute, expr: CallExpr, place: Place) -> Iterable[Value] | None:
    """Calls on literals and tables that are understood without knowing a library."""
    name = callee.name
    if name in ("default", "catch") and len(expr.args) == 1:
        unset = [look_ups.asked_for(resolver, base) for base in resolver.eval(callee.base, place)]
        variable = next((held.variable for held in unset if isinstance(held, NotKnown) and held.variable), None)
        return with_variable(resolver.eval(expr.args[0], place), variable)
    if (option := cli_options.asked(resolver, callee, expr, place)) is not None:
        return option
    row = place.facts.row
    if name in ("apply", "also") and row.runs:
        return resolver.eval(callee.base, place)
    if name in row.defaults and len(expr.args) < 2:
        return _or_default(resolver, callee, expr, place)
    bases = resolver.eval(callee.base, place)
    if name == "get" and (told := env_schemas.asked(resolver, bases, expr, place)) is not None:
        return told
    if row.accessors or row.family == "php":
        named = accessors.method_of(resolver, bases, name, expr, place)
        if named is not None:
            return named
    if row.accessors and not expr.args:
        accessed = accessors.accessed(resolver, bases, name)
        if accessed is not None:
            return accessed
    if row.program_settings:
        asked = rails_settings.asked(resolver, bases, name, expr, place)
        if asked is not None:
            return asked
    held = any(isinstance(base, TableValue) for base in bases)
    if name in _LOOK_UPS and held and expr.args:
        return _table_get(resolver, bases, expr, place)
    if name == "to_string" and row.self_type and (shown := accessors.displayed(resolver, bases, place)):
        return shown
    if (name in _SAME_TEXT or name in row.same_text) and any(isinstance(base, Text) for base in bases):
        return tuple(_changed(base, name) for base in bases)
    if held and name in row.same_text:
        return bases
    if name in row.path_joins and any(isinstance(base, Text) for base in bases):
        return url_parts.joined(bases, url_parts.given(resolver, expr, place))
    if name == "formatted" and row.formats:
        whole = CallExpr(callee, (callee.base, *expr.args), (), (), expr.line)
        return composed.verbs(resolver, whole, place)
    if name == "format" and row.formats and any(isinstance(base, Text) and "%" in base.value for base in bases):
        return composed.verbs(resolver, CallExpr(callee, (callee.base, *expr.args), (), (), expr.line), place)
    if name in ("format", "join", "concat"):
        put = composed.of_method(resolver, bases, name, expr, place)
        if put is not None:
            return put
    if name == "split" and bases and all(isinstance(base, Text) for base in bases):
        return (NotKnown("a part of a split text is not followed"),)
    return derivations.derived(resolver, bases, name, expr, place)


def _table_get(resolver: Evaluator, bases: Values, expr: CallExpr, place: Place) -> Iterable[Value]:
    keys = resolver.eval(expr.args[0], place)
    default = resolver.eval(expr.args[1], place) if len(expr.args) > 1 else ()
    results: list[Value] = []
    for base in bases:
        if not isinstance(base, TableValue):
            results += default or (NotKnown("the table is not known"),)
            continue
        for key in keys:
            found = arguments.table_key(resolver, base, key.value) if isinstance(key, Text) else None
            if found:
                results += found
            else:
                results += () if isinstance(key, Text) else arguments.table_values(resolver, base)
                results += default or (NotKnown("the key is not known"),)
    return results


def known_call(resolver: Evaluator, name: str, expr: CallExpr, place: Place) -> Values | None:
    env = place.facts.row.env.calls.get(name)
    if env is not None and (expr.args or not place.facts.row.accessors):
        return _env_call(resolver, env, expr, place)
    row = place.facts.row
    if name.partition(".")[0] in row.program_settings and "()" not in name:
        return rails_settings.named(resolver, tuple(name.split(".")), place)
    if name in row.application_settings and len(expr.args) > 1:
        return app_env.value_of(resolver, row.application_settings[name], expr, place)
    if name in row.key_readers and (read := app_env.read_key(resolver, expr, place)) is not None:
        return read
    if name in row.env.placeholders:
        return placeholders.given(resolver, expr, place, keyed=row.env.placeholders[name] == "key")
    if name in row.path_joins and len(expr.args) > 1:
        return url_parts.joined(resolver.eval(expr.args[0], place), resolver.eval(expr.args[1], place))
    if name in row.url_makers and expr.args:
        return url_parts.made(resolver, row.url_makers[name], expr, place)
    if name in row.table_makers:
        return (TableValue(Table(tuple(_pairs(expr)), (), expr.line), place),)
    if name in row.runs and expr.args:
        return derivations.ran(resolver, resolver.eval(expr.args[-1], place), place)
    if name in row.list_makers:
        return (ListValue(Sequence(expr.args, expr.line), place),)
    if name in row.first_set:
        values = resolver.eval(Fallback(expr.args, expr.line), place)
        known = next(
            (v.variable for arg in expr.args[:1] for v in resolver.eval(arg, place) if isinstance(v, NotKnown)), None
        )
        return with_variable(derivations.ran(resolver, values, place), known)
    if name in row.options and row.options[name] < len(expr.args):
        flag = expr.args[0].value if isinstance(expr.args[0], Constant) else None
        return with_variable(resolver.eval(expr.args[row.options[name]], place), f"--{flag}" if flag else None)
    if name in row.keyed_settings and expr.args:
        return _keyed_setting(resolver, row.keyed_settings[name], expr, place)
    if name in row.formats and expr.args:
        return composed.verbs(resolver, expr, place)
    if name == "append" and row.parallel and expr.args:
        added = ListValue(Sequence((*expr.args[1:], *expr.spreads), expr.line), place)
        return (*resolver.eval(expr.args[0], place), added)
    if row.hands_back is not None and len(expr.args) == 1 and "." in name and not expr.keywords:
        last = name.rpartition(".")[2]
        if row.hands_back.fullmatch(last) and not isinstance(expr.args[0], Closure):
            return resolver.eval(expr.args[0], place)
    if name in place.facts.row.settings and expr.args:
        return _setting(resolver, place.facts.row.settings[name], expr, place)
    if (put := composed.of_function(resolver, name, expr, place)) is not None:
        return put
    if (put := derivations.of_function(resolver, name, expr, place)) is not None:
        return put
    if name in _OF_PAIRS and len(expr.args) == 1 and (held := _of_pairs(resolver, expr, place)):
        return held
    if name == "withDefaults" and len(expr.args) == 2:
        return resolver.eval(expr.args[1], place)  # of Vue: the properties of a component
    if name == "dataclasses.replace" and expr.args:
        return declared_fields.replaced(resolver, expr, place)
    if name in ("dict", "Object.assign", "types.SimpleNamespace", "argparse.Namespace"):
        pairs = tuple((Constant(key, expr.line), value) for key, value in expr.keywords)
        return (TableValue(Table(pairs, (*expr.spreads, *reversed(expr.args)), expr.line), place),)
    if name in row.passes and not expr.args and expr.keywords and row.keyword_tables:
        pairs = tuple((Constant(key, expr.line), value) for key, value in expr.keywords)
        return (TableValue(Table(pairs, expr.spreads, expr.line), place),)
    if name in row.passes and not expr.args and expr.keywords:
        return url_parts.relative(resolver, expr, place)  # URL(string: "…")
    if (name in _PASS_THROUGH or name in place.facts.row.passes) and expr.args:
        return resolver.eval(expr.args[-1] if name.endswith("cast") else expr.args[0], place)
    if (option := cli_options.typed(resolver, name, expr, place)) is not None:
        return option
    if name in _FIELD_MAKERS or name in ("Field", "field"):
        return _field(resolver, expr, place)
    if name == "getattr" and len(expr.args) >= 2:
        return _getattr(resolver, expr, place)
    if name in ("functools.partial", "partial") and expr.args:
        return resolver.eval(expr.args[0], place)
    if name in ("asyncio.run", "asyncio.gather", "Promise.resolve") and expr.args:
        return resolver.eval(expr.args[0], place)
    return None


def _env_call(resolver: Evaluator, shape: tuple[int, int | None], expr: CallExpr, place: Place) -> Values:
    at, default_at = shape
    names = resolver.eval(expr.args[at], place) if at < len(expr.args) else ()
    variable = next((value.value for value in names if isinstance(value, Text)), None)
    keywords = dict(expr.keywords)
    default = next((keywords[name] for name in ("default", "defaultValue", "&block") if name in keywords), None)
    if default is None and default_at is not None and default_at < len(expr.args):
        default = expr.args[default_at]
    if default is not None:
        values = with_variable(derivations.ran(resolver, resolver.eval(default, place), place), variable)
        if not all(isinstance(value, Scalar) for value in values):
            return values
    shown = variable or "of a computed name"
    return (NotKnown(f"environment variable {shown} has no default here", variable),)


def _keyed_setting(resolver: Evaluator, setter: str, expr: CallExpr, place: Place) -> Values:
    """A setting by its key, with the defaults that calls of ``setter`` give it."""
    keys = {value.value for value in resolver.eval(expr.args[0], place) if isinstance(value, Text)}
    found: list[Value] = []
    for facts, site in resolver.callers(setter):
        call = facts.call(site)
        at = Place(facts, facts.scope_at(site.offset))
        if call is not None and len(call.args) > 1:
            named = {value.value for value in resolver.eval(call.args[0], at) if isinstance(value, Text)}
            found += resolver.eval(call.args[1], at) if keys & named else ()
    key = min(keys, default=None)
    return with_variable(tuple(found), key) or (NotKnown(f"setting {key or 'of a computed name'} has no default", key),)


def _setting(resolver: Evaluator, pattern: str, expr: CallExpr, place: Place) -> Values:
    """A key of a settings file of the tree, or the default that the call gives."""
    results: list[Value] = []
    for key in resolver.eval(expr.args[0], place):
        first, *rest = key.value.split(".") if isinstance(key, Text) else [""]
        path = resolver.modules.nearest(place.facts.path, pattern.format(first)) if first else None
        facts = resolver.load(path) if path is not None else None
        values: Values = (
            tuple(
                found for node in facts.returns.get(0, ()) for found in resolver.eval(facts.expr(node), Place(facts, 0))
            )
            if facts is not None
            else ()
        )
        for part in rest:
            tables = (value for value in values if isinstance(value, TableValue))
            values = tuple(found for table in tables for found in arguments.table_key(resolver, table, part))
        results += values
    if not results and len(expr.args) > 1:
        return resolver.eval(expr.args[1], place)
    return tuple(results) or (NotKnown("the setting is not in the tree"),)


def _field(resolver: Evaluator, expr: CallExpr, place: Place) -> Values:
    keywords = dict(expr.keywords)
    default = keywords.get("default") or (expr.args[0] if expr.args else None)
    if default is not None and not isinstance(default, Opaque):
        return resolver.eval(default, place)
    factory = keywords.get("default_factory") or keywords.get("factory")
    if factory is not None:
        return tuple(
            found
            for value in resolver.eval(factory, place)
            for found in resolver.called(value, CallExpr(factory, (), (), (), expr.line), place)
        )
    return ()


def _getattr(resolver: Evaluator, expr: CallExpr, place: Place) -> Values:
    names = [value for value in resolver.eval(expr.args[1], place) if isinstance(value, Text)]
    results = [
        found
        for name in names
        for value in resolver.eval(expr.args[0], place)
        for found in resolver.attribute(value, name.value, place)
    ]
    known = [value for value in results if not isinstance(value, (NotKnown, Symbol))]
    if not known and len(expr.args) > 2:
        return resolver.eval(expr.args[2], place)
    return tuple(results) or (NotKnown("the attribute's name is not known"),)


def _changed(value: Value, name: str) -> Value:
    if not isinstance(value, Text):
        return value
    if name in ("lower", "toLowerCase"):
        return replace(value, value=value.value.lower())
    if name in ("upper", "toUpperCase"):
        return replace(value, value=value.value.upper())
    return replace(value, value=value.value.strip())


def _of_pairs(resolver: Evaluator, expr: CallExpr, place: Place) -> Values:
    """A table that is made of a list of pairs: ``new Map([["a", "x"]])``, ``dict([("a", "x")])``."""
    return tuple(
        TableValue(Table(tuple((pair.items[0], pair.items[1]) for pair in pairs), (), expr.line), value.place)
        for value in resolver.eval(expr.args[0], place)
        if isinstance(value, ListValue)
        and (pairs := [item for item in value.items.items if isinstance(item, Sequence) and len(item.items) == 2])
    )


def _pairs(expr: CallExpr) -> Iterator[tuple[Expr, Expr]]:
    """Keys and values of a table: in turn, or as pairs of their own (``"a" to "b"``, ``"a" -> "b"``)."""
    arrows = [arg for arg in expr.args if isinstance(arg, CallExpr) and isinstance(arg.callee, Attribute)]
    if len(arrows) == len(expr.args):
        for arrow in arrows:
            if isinstance(arrow.callee, Attribute) and arrow.callee.name in ("to", "->") and len(arrow.args) == 1:
                yield arrow.callee.base, arrow.args[0]
            elif len(arrow.args) == 2:
                yield arrow.args[0], arrow.args[1]  # Map.entry("a", "b")
    else:
        yield from zip(expr.args[::2], expr.args[1::2], strict=False)


def _or_default(resolver: Evaluator, callee: Attribute, expr: CallExpr, place: Place) -> Values:
    """``optional.orElse("x")``, ``optional.orElseGet(() -> "x")``: what is there, or else the argument."""
    first = expr.args[0] if expr.args else Constant(None, expr.line)
    values = resolver.eval(callee.base, place)
    unset = [value for value in values if is_unset(value)]
    if not unset:
        return values
    variable = next((value.variable for value in unset if isinstance(value, (Text, NotKnown)) and value.variable), None)
    instead = with_variable(derivations.ran(resolver, resolver.eval(first, place), place), variable)
    known = (*(value for value in values if not is_unset(value)), *(value for value in instead if not is_unset(value)))
    return known or tuple(value for value in (*instead, *unset) if isinstance(value, NotKnown)) or values
