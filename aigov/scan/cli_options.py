"""Options of the command line: argparse, click, Typer, absl; commander, yargs, parseArgs; cobra and urfave/cli.

What an option is given decides at run time: its default is told, with the option (or the variable it reads) that
changes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from aigov.scan import arguments
from aigov.scan.choices import is_null, with_variable
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import Attribute, CallExpr, Parameter, Scope
from aigov.scan.values import Evaluator, Made, NotKnown, Place, Symbol, Text, Values, spelled

_PARSED = re.compile(
    r"(?:argparse\.ArgumentParser\(\)|\.(?:parse_args|parse_known_args|parse_intermixed_args|opts|optsWithGlobals"
    r"|parseSync|parse|argv)\(\)|argparse\.Namespace\(\)|\.argv)$"
)
"""What parsed options are the attributes of."""
_FLAGS = frozenset(("absl.flags.FLAGS", "absl.app.flags.FLAGS"))
_DEFINING = {
    "add_argument": None, "add_option": None,  # argparse, optparse
    "option": 2, "requiredOption": 2, "options": None,  # commander, yargs
}  # fmt: skip
"""Methods that define an option -> position of the default, where it has one besides ``default``."""
_OF_FLAGS = {"DEFINE_string": 1, "DEFINE_enum": 1}
_OF_GO = {"String": 1, "StringP": 2, "StringVar": 2, "StringVarP": 3}
_GO_NAMES = {"StringVar": 1, "StringVarP": 1}
_STRUCTS = ("StringFlag", "GenericFlag")
_DECORATORS = frozenset(("option", "argument"))
_TYPED = frozenset(("typer.Option", "typer.Argument", "cyclopts.Parameter"))
_VARIABLES = ("envvar", "env", "env_var", "show_envvar")
_MARKS = re.compile(r"[-_]")


def parsed(resolver: Evaluator, value: Made | Symbol, name: str, place: Place) -> Values | None:
    """``args.model``: the default of the option; None where ``value`` is not what options were parsed to."""
    if isinstance(value, Symbol):
        if value.qualified not in _FLAGS:
            return None
        return _first(resolver, _sites(place.facts, _OF_FLAGS), _OF_FLAGS, name)
    whole = spelled(value) or ""
    if whole.endswith("parseArgs().values"):
        return _of_table(resolver, value, name)
    if not _PARSED.search(whole):
        return None
    return _first(resolver, _sites(value.place.facts, _DEFINING), _DEFINING, name)


def decorated(resolver: Evaluator, parameter: Parameter, scope: Scope, place: Place) -> Values:
    """What a decorator gives a parameter of the function: ``@click.option("--model", default="…")``."""
    for expr in scope.decorators:
        if isinstance(expr, CallExpr) and getattr(expr.callee, "name", "") in _DECORATORS:
            found = _option(resolver, expr, place, None, parameter.name)
            if found is not None:
                return found
    return ()


def typed(resolver: Evaluator, name: str, call: CallExpr, place: Place) -> Values | None:
    """``model: str = typer.Option("…", envvar="MODEL")``; None for other calls."""
    if name not in _TYPED:
        return None
    default = dict(call.keywords).get("default") or next(iter(call.args), None)
    variable = _named_variable(resolver, call, place)
    if variable is None:
        flags = (text for arg in call.args[1:] for text in _texts(resolver, arg, place) if text.startswith("--"))
        variable = next(flags, None)
    if default is None:
        return (NotKnown("the option has no default", variable),)
    return with_variable(resolver.eval(default, place), variable)


def asked(resolver: Evaluator, callee: Attribute, call: CallExpr, place: Place) -> Values | None:
    """``cmd.Flags().GetString("model")``, ``c.String("model")`` of Go; None for other calls, and unknown options."""
    if place.facts.row.family != "go" or callee.name not in ("GetString", "String") or len(call.args) != 1:
        return None
    for name in _texts(resolver, call.args[0], place)[:1]:
        for tail, at in _OF_GO.items():
            sites = (site for site in resolver.callers(tail))
            found = _first(resolver, sites, {tail: at}, name)
            if found is not None and not all(isinstance(value, NotKnown) for value in found):
                return found
        for tail in _STRUCTS:
            for facts, site in resolver.callers(tail):
                made = facts.call(site)
                at_place = Place(facts, facts.scope_at(site.offset))
                if made is not None and name in _given(resolver, made, "Name", at_place):
                    variable = next(iter(_given(resolver, made, "EnvVars", at_place)), f"--{name}")
                    default = dict(made.keywords).get("Value")
                    values = resolver.eval(default, at_place) if default is not None else ()
                    return with_variable(values, variable) or (_unset(variable),)
    return None


def _first(
    resolver: Evaluator, sites: Iterable[tuple[FileFacts, CallSite]], defining: Mapping[str, int | None], name: str
) -> Values | None:
    for facts, site in sites:
        call = facts.call(site)
        if call is not None:
            place = Place(facts, facts.scope_at(site.offset))
            found = _option(resolver, call, place, defining.get(site.tail), name, _GO_NAMES.get(site.tail, 0))
            if found is not None:
                return found
    return None


def _option(
    resolver: Evaluator, call: CallExpr, place: Place, position: int | None, wanted: str, first: int = 0
) -> Values | None:
    """What the option gives that a call defines; None where it is another one."""
    names = [text for expr in call.args[first : first + 3] for text in _texts(resolver, expr, place)]
    named = _given(resolver, call, "dest", place)
    flags = [part for name in names for part in re.split(r"[\s,|=]+", name) if part.startswith("-")]
    plain = [name for name in names if not name.startswith("-")][
        : 0 if flags and place.facts.row.family != "python" else 1
    ]
    spellings = {_MARKS.sub("", name).lower() for name in (named or [*flags, *plain])}
    if _MARKS.sub("", wanted).lower() not in spellings:
        return None
    longest = max(flags, key=len, default=f"--{plain[0] if plain else wanted}")
    variable = _named_variable(resolver, call, place) or longest
    values = arguments.argument(resolver, call, "default", place)
    if not values and position is not None and position < len(call.args):
        values = resolver.eval(call.args[position], place)
    if not values or all(is_null(value) for value in values):
        return (_unset(variable),)
    return with_variable(values, variable)


def _of_table(resolver: Evaluator, value: Made, name: str) -> Values | None:
    """``parseArgs({options: {model: {type: "string", default: "…"}}}).values.model``."""
    if value.call is None:
        return None
    values = arguments.argument(resolver, value.call, f"options.{name}.default", value.place)
    return with_variable(values, f"--{name}") or (_unset(f"--{name}"),)


def _sites(facts: FileFacts, tails: Iterable[str]) -> Iterator[tuple[FileFacts, CallSite]]:
    return ((facts, site) for site in facts.calls if site.tail in tails)


def _named_variable(resolver: Evaluator, call: CallExpr, place: Place) -> str | None:
    return next((name for key in _VARIABLES for name in _given(resolver, call, key, place)), None)


def _given(resolver: Evaluator, call: CallExpr, key: str, place: Place) -> list[str]:
    return [
        item.value
        for value in arguments.argument(resolver, call, key, place)
        for item in ((value,) if isinstance(value, Text) else resolver.items(value))
        if isinstance(item, Text)
    ]


def _texts(resolver: Evaluator, expr: object, place: Place) -> list[str]:
    return [value.value for value in resolver.eval(expr, place) if isinstance(value, Text)]  # type: ignore[arg-type]


def _unset(variable: str) -> NotKnown:
    return NotKnown(f"option {variable} has no default", variable)
