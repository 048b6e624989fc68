"""Settings that code asks for by key: ``@Value("${ai.model:gpt-4o}")``, ``environment.getProperty("ai.model")``.

The settings files of the module say the value, the code the default, and the key is what changes it at run time.
"""

from __future__ import annotations

import re
from dataclasses import replace

from aigov.scan.choices import appended, with_variable
from aigov.scan.facts.types import CallExpr
from aigov.scan.values import Evaluator, NotKnown, Place, Text, Value, Values

_HOLE = re.compile(r"\$\{([^{}:]{1,200})(?::([^{}]*))?\}")
_MAX_DEPTH = 4


def given(resolver: Evaluator, expr: CallExpr, place: Place, *, keyed: bool) -> Values:
    """What a call or annotation that names a setting gives.

    :param keyed: its argument is the key itself, the next one the default; else a text that holds ``${key:default}``.
    """
    keywords = dict(expr.keywords)
    first = expr.args[0] if expr.args else keywords.get("name") or keywords.get("value")
    if first is None:
        return (NotKnown("no setting is named"),)
    results: list[Value] = []
    for value in resolver.eval(first, place):
        if not isinstance(value, Text) or not value.complete:
            results.append(NotKnown("the setting's name is not known"))
        elif keyed:
            default = expr.args[1] if len(expr.args) > 1 else keywords.get("defaultValue")
            own = resolver.eval(default, place) if default is not None else ()
            results += setting(resolver, place.facts.path, value.value, own)
        else:
            results += expanded(resolver, value, place.facts.path)
    return tuple(results)


def setting(resolver: Evaluator, path: str, key: str, default: Values, depth: int = 0) -> Values:
    """The setting ``key`` as code in the file ``path`` sees it."""
    found = resolver.setting(path, key) if depth < _MAX_DEPTH else ()
    values = tuple(
        value
        for text in found
        for value in (expanded(resolver, text, path, depth + 1) if "${" in text.value else (text,))
    )
    # A settings file is what the default stands in for.
    values = values or tuple(value for value in default if isinstance(value, (Text, NotKnown)))
    return with_variable(values, key) or (NotKnown(f"setting {key} has no value here", key),)


def expanded(resolver: Evaluator, text: Text, path: str, depth: int = 0) -> Values:
    """A text with its settings put in; those of several values give several texts."""
    if "#{" in text.value:
        return (NotKnown("an expression that the framework evaluates is not followed"),)
    holes = list(_HOLE.finditer(text.value))
    if not holes or depth > _MAX_DEPTH:
        return (text,)
    if "${" in text.value[: holes[0].start()]:
        return _nested(resolver, text, holes[0], path, depth)
    texts = [replace(text, value="")]
    at = 0
    for hole in holes:
        before = replace(text, value=text.value[at : hole.start()], steps=())
        values = _filled(resolver, text, hole, path, depth)
        if len(holes) == 1 and hole[0] == text.value.strip():
            return values
        pieces = [
            value
            if isinstance(value, Text)
            else replace(text, value=f"{{{hole[1]}}}", variable=hole[1], complete=False)
            for value in values
        ]
        texts = [appended(appended(front, before), piece) for front in texts[:6] for piece in pieces[:6]]
        at = hole.end()
    return tuple(appended(front, replace(text, value=text.value[at:], steps=())) for front in texts)


def _filled(resolver: Evaluator, text: Text, hole: re.Match[str], path: str, depth: int) -> Values:
    default: Values = (replace(text, value=hole[2].strip()),) if hole[2] is not None and hole[2].strip() else ()
    return setting(resolver, path, hole[1].strip(), default, depth)


def _nested(resolver: Evaluator, text: Text, inner: re.Match[str], path: str, depth: int) -> Values:
    """``${a:${b:c}}``: the inner one first."""
    results: list[Value] = []
    for value in _filled(resolver, text, inner, path, depth):
        filled = value.value if isinstance(value, Text) else ""
        whole = f"{text.value[: inner.start()]}{filled}{text.value[inner.end() :]}"
        results += expanded(resolver, replace(text, value=whole), path, depth + 1)
    return tuple(results)
