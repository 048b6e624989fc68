"""Settings that a program asks of an object that nobody knows: ``config.get("model", "gpt-4o")``.

Whatever library stands behind it, the call spells the default, and the key that changes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from aigov.scan import arguments
from aigov.scan.choices import with_variable
from aigov.scan.facts.types import Attribute, CallExpr, Constant, Expr, Name, Table
from aigov.scan.values import Evaluator, Made, NotKnown, Place, Text, Value, Values, spelled

_READS = re.compile(
    r"(?:(?:get|fetch|read|lookup|find|require)(?:or(?:throw|default|else|fail|raise))?"
    r"(?:env|config|conf|setting|secret|option|param|parameter|property|str|string|value|variable|var|field)?s?"
    r"|env|config|conf|setting|settings|secret|option|param|property|prop|str|string|value|variable|pop|setdefault)"
    r"(?:or(?:throw|default|else|fail))?",
    re.IGNORECASE,
)
"""Names of functions that give a setting by its key, without their underscores."""
_HOLDS = re.compile(
    r"config|settings?|secrets?|\benv|environ|options?|opts|prefs|preferences|params|parameters|flags|propert|vault|\bcfg"
    r"|\bconf\b|parser|dotenv|yaml|toml|json|ini",
    re.IGNORECASE,
)
"""What is in the name of an object that holds settings, and of what loads them."""
_KEY = re.compile(r"[A-Za-z_/][\w.:/-]{0,99}")
_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_DEFAULTS = ("default", "fallback", "default_value", "defaultValue", "defaultVal")


def default_of(resolver: Evaluator, call: CallExpr, place: Place) -> Values | None:
    """The default that a look-up gives, as that of its key; None where the call is no look-up, or gives none."""
    if not _is_look_up(call):
        return None
    keywords = dict(call.keywords)
    given = next((keywords[name] for name in _DEFAULTS if name in keywords), None)
    if given is None and len(call.args) == 2 and not call.spreads:
        given = _default_in(call.args[1])
    if given is None:
        return None
    values = resolver.eval(given, place)
    if not any(isinstance(value, Text) for value in values):
        return None
    return with_variable(values, key_of(resolver, call, place))


def _default_in(expr: Expr) -> Expr | None:
    """The default in the options of a look-up: ``useRuntime("key", {default: "…"})``; else the argument itself."""
    if not isinstance(expr, Table):
        return expr
    pairs = {key.value: value for key, value in expr.pairs if isinstance(key, Constant)}
    return next((pairs[name] for name in _DEFAULTS if name in pairs), None)


def asked_for(resolver: Evaluator, value: Value) -> Value:
    """A value, or that it is unset as far as is known: what an object of a package gives for a key may be nothing."""
    if not isinstance(value, Made):
        return value
    reason = f"{spelled(value)} is decided outside this code"
    for call, at in reversed(value.since or (((value.call, value.place),) if value.call is not None else ())):
        if _is_look_up(call) and not any(name.endswith("()") for name in value.names[-1:] if not value.since):
            return NotKnown(reason, key_of(resolver, call, at))
    if value.names and not value.names[-1].endswith("()"):
        # A member of what was loaded: yaml.safe_load(…)["llm"]["model"].
        held = [name for name in value.names if not name.endswith("()")]
        return NotKnown(reason, ".".join(held) if _HOLDS.search(spelled(value) or "") else None)
    return value


def undecided(
    resolver: Evaluator, is_client: Callable[[Made], bool], call: CallExpr, place: Place, names: Iterable[str]
) -> NotKnown | None:
    """Why the model of a call is not known that an object of another package gives; None where no such is passed.

    :param is_client: whether an object is a vendor's, which may be the model itself.
    """
    for name in names:
        for value in arguments.argument(resolver, call, name, place):
            if not isinstance(value, Made) or is_client(value):
                continue
            found = asked_for(resolver, value)
            if isinstance(found, NotKnown):
                return found
            made = (*value.symbol.names, *value.names)[-1:] or (value.symbol.module,)
            # A class is a type of model ids, or of models: ModelId("…"). What a function gives may be any text.
            if made[0][:1].islower() and (not name.startswith("#") or "." in name):
                return NotKnown(f"{spelled(value)} is decided outside this code")
    return None


def key_of(resolver: Evaluator, call: CallExpr, place: Place) -> str | None:
    """The key that a look-up names, where the object that is asked holds settings, or the key is a variable's."""
    keys: list[str] = []
    defaults = len(call.args) == 2 and not any(name in _DEFAULTS for name, _ in call.keywords)
    for expr in call.args[:1] if defaults else call.args[:2]:
        texts = [value.value for value in resolver.eval(expr, place) if isinstance(value, Text) and value.complete]
        keys += texts[:1] if texts and _KEY.fullmatch(texts[0]) else []
    if not keys:
        return None
    callee = call.callee
    spelling = _spelling(callee.base) if isinstance(callee, Attribute) else _spelling(callee)
    return ".".join(keys) if _VARIABLE.fullmatch(keys[-1]) or _HOLDS.search(spelling) else None


def _is_look_up(call: CallExpr) -> bool:
    callee = call.callee
    name = callee.name if isinstance(callee, (Name, Attribute)) else ""
    if name[:1].isupper() and not name.startswith(("Get", "Fetch", "Read", "Lookup", "Find", "Require")):
        return False  # the class of an option
    return bool(call.args) and _READS.fullmatch(name.replace("_", "")) is not None


def _spelling(expr: Expr) -> str:
    """The names of an expression, as far as they are spelled."""
    if isinstance(expr, Attribute):
        return f"{_spelling(expr.base)} {expr.name}"
    if isinstance(expr, CallExpr):
        return _spelling(expr.callee)
    return expr.name if isinstance(expr, Name) else ""
