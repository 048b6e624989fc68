"""Which models a call may use, and which of several a provider can serve."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from aigov.catalogue import Catalogue
from aigov.catalogue.arns import model_in_arn
from aigov.catalogue.entry import Entry
from aigov.model import Step
from aigov.scan import arguments, rails_settings
from aigov.scan.choices import only_texts, with_step
from aigov.scan.facts.types import CallExpr, Name
from aigov.scan.values import Evaluator, NotKnown, Place, Symbol, Text, Value

MODEL_ID = re.compile(r"[\w.@:/+~{}-]{1,200}")
"""What can be the id of a model."""
_SHOWN = 40
"""Characters shown of a text that is none."""
OPENAI_COMPATIBLE = "openai-compatible"
_PLACEHOLDERS = frozenset(
    [
        "custom",
        "default",
        "auto",
        "none",
        "null",
        "unknown",
        "model",
        "todo",
        "your-model",
        "your_model",
        "xxx",
        "...",
        "test",
        "true",
        "false",
        "undefined",
    ]
)
_ANY_WORD, _ANY_PATH = "q0", "q0/q0"
"""Matched by patterns that take every word, or every ``publisher/name``: those tell nothing of one vendor's ids."""
_GOES_ON = ("framework", "agent-framework", "eval", "mcp")
_HUB = "huggingface"
_MOST_NAMED = 6


def _of_arn(value: Value) -> Value:
    """The id within an ARN of Bedrock's, of which region and account may be filled in later."""
    id = model_in_arn(value.value) if isinstance(value, Text) and value.value.startswith("arn:") else None
    return replace(value, value=id, complete=True) if id is not None and isinstance(value, Text) else value


class Models(NamedTuple):
    """What the model argument of a call can be."""

    known: tuple[Text, ...] = ()
    missing: NotKnown | None = None
    """Why nothing is known, or that more models than these are meant; None where the call passes no model."""
    several: bool = False
    """Whether the value is one of several, known or not."""
    begun: tuple[str, ...] = ()
    """How the texts begin that are known in part only: ``azure/`` of ``f"azure/{deployment}"``."""


def models_of(resolver: Evaluator, call: CallExpr, place: Place, names: Iterable[str]) -> Models:
    """The first of the arguments ``names`` that holds a model."""
    step = Step(file=place.facts.path, line=call.line, what=f"passed to {callee_text(call)}")
    found: list[Text | NotKnown] = []
    for name in names:
        values = arguments.argument(resolver, call, name, place)
        # An object may be a model made elsewhere; a name of another package is an id that is decided there.
        values = tuple(
            value
            for value in map(rails_settings.unless_set, values)
            if isinstance(value, (Text, NotKnown)) or (isinstance(value, Symbol) and not value.builtin)
        )
        texts = only_texts(with_step(tuple(map(_of_arn, values)), step))
        if name.startswith("#"):
            # A position may hold something else (an options object, a client): only text names a model there.
            texts = tuple(text for text in texts if isinstance(text, Text) or len(texts) == 1)
        found += [text for text in texts if not isinstance(text, Text) or text.value]
        if found:
            break
    found = found or _unseen(resolver, call, place, names)
    whole = [text for text in found if isinstance(text, Text) and text.complete]
    known = tuple(text for text in whole if MODEL_ID.fullmatch(text.value) and text.value.lower() not in _PLACEHOLDERS)
    # Texts that are no ids; those of people who have not decided yet matter only where they stand alone.
    odd = [
        NotKnown(
            f"{text.value[:_SHOWN]!r} names no model",
            text.variable,
            more=text.value.strip().lower() not in _PLACEHOLDERS,
        )
        for text in whole
        if text not in known
    ]
    partial = [
        NotKnown(f"only known as {text.value}", text.variable)
        for text in found
        if isinstance(text, Text) and not text.complete
    ]
    missing = [*odd, *(text for text in found if isinstance(text, NotKnown))]
    different = {text.value for text in known} | {text.reason for text in (*partial, *missing)}
    begun = tuple(text.value.partition("{")[0] for text in found if isinstance(text, Text) and not text.complete)
    reasons = tuple(text for text in missing if text.more) if known else (*partial, *missing)
    return Models(known, next(iter(reasons), None), len(different) > 1, begun)


def _unseen(resolver: Evaluator, call: CallExpr, place: Place, names: Iterable[str]) -> list[Text | NotKnown]:
    """Why the request that holds the model is not known; empty where it is, or the model is no part of one."""
    if not any(name.startswith(("*.", "#1.")) for name in names):
        return []
    values = [value for expr in call.args[1:2] or call.args[:1] for value in resolver.eval(expr, place)]
    missing = next((value for value in values if isinstance(value, NotKnown)), None)
    return [missing] if missing is not None else []


def route(catalogue: Catalogue, model: str, default: Entry, *, addressed: bool) -> tuple[Entry, str]:
    """The provider that a model string means to a gateway, and the id without its prefix.

    :param addressed: the call names a base URL, which decides.
    """
    if addressed:
        return default, model.removeprefix("openai/")
    entry, rest = catalogue.route(model)
    if entry is not None:
        return entry, rest
    return owner_of(catalogue, model) or default, model


def owner_of(catalogue: Catalogue, model: str) -> Entry | None:
    """Who alone uses ids of this form, a short id (``o1``) included."""
    owner = catalogue.model_owner(model)
    return owner[0] if owner else catalogue.exact_model_owner(model)


def fitting(catalogue: Catalogue, models: Models, provider: Entry) -> Models:
    """Those of several models that ``provider`` can serve.

    One value that holds the ids of several vendors (a table of defaults, a branch for each vendor) is shared between
    their calls: what belongs to another vendor is not meant here, and of what belongs to nobody nobody knows.
    """
    if not models.several:
        return models
    owned = {text.value: owner_of(catalogue, text.value) for text in models.known}
    foreign = {value for value, owner in owned.items() if owner and not may_serve(provider, owner, value)}
    if not foreign:
        return models
    kept = tuple(
        text
        for text in models.known
        if text.value not in foreign and (owned[text.value] or _matches(provider, text.value, _ANY_WORD))
    )
    if kept:
        return Models(kept, models.missing, True)
    named = sorted(owned)
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    more = more or ("" if len(named) > 1 else ", or what is not known here")
    variable = next((text.variable for text in models.known if text.variable), None)
    return Models((), NotKnown(f"one of: {', '.join(named[:_MOST_NAMED])}{more}", variable), True)


def may_serve(provider: Entry, owner: Entry, model: str) -> bool:
    """Whether ``provider`` can answer for a model id that is ``owner``'s."""
    if provider is owner or provider.kind in _GOES_ON or provider.id == OPENAI_COMPATIBLE:
        return True
    if provider.vendor and provider.vendor == owner.vendor:
        return True
    if provider.kind != "provider" and (owner.id == _HUB or owner.kind != "provider"):
        return True  # open weights, run on one's own machine
    return _matches(provider, model, _ANY_WORD, _ANY_PATH)


def _matches(provider: Entry, model: str, *general: str) -> bool:
    """Whether an id has a form that is listed with a provider, other than by a pattern that takes ``general`` too."""
    return any(
        re.fullmatch(pattern.regex, model) and not any(re.fullmatch(pattern.regex, word) for word in general)
        for pattern in provider.models
    )


def callee_text(expr: CallExpr) -> str:
    """Last name of the callee."""
    callee = expr.callee
    return callee.name if isinstance(callee, Name) else getattr(callee, "name", "the call")
