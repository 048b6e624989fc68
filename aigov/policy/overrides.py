"""Overrides: severity, parameters and whether a control counts, changed by a user without touching its rule.

Nobody weakens silently: each override names who and why, is listed in the results, and with them in the signed
evidence. A control that is switched off is judged all the same; what it holds against the system becomes ``waived``.
What switches off or lowers a severity says from when until when: without these days the override counts as absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any

from aigov.control import (
    SEVERITIES,
    Control,
    ControlResult,
    Override,
    OverrideOutcome,
    OverrideState,
    Parameter,
    Result,
    worst,
)
from aigov.errors import UsageError
from aigov.policy.frameworks import Framework
from aigov.policy.waivers import Key, control_key

_KINDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text", list: "a list", dict: "a table"}


def apply_overrides(
    frameworks: Sequence[Framework], overrides: Iterable[Override], at: datetime
) -> tuple[tuple[Framework, ...], tuple[OverrideOutcome, ...]]:
    """The frameworks as changed, and what became of each override. The last one of a control wins.

    :param overrides: of controls of these frameworks.
    :param at: aware; an override that has not begun or whose last day is over changes nothing.
    :raises UsageError: an unknown framework, control or parameter, or a value of another kind than the default.
    """
    controls = {control_key(c.framework, c.id): c for framework in frameworks for c in framework.controls}
    original = dict(controls)
    outcomes = []
    for override in overrides:
        key = _known(override, original, frameworks)
        before = original[key]
        _check_parameters(override, before)
        state = _state(override, controls[key], at)
        if state == "applied":
            controls[key] = _changed(controls[key], override)
        outcomes.append(
            OverrideOutcome(
                override=replace(override, framework=before.framework, control=before.id),
                state=state,
                severity_before=before.severity,
                parameters_before={
                    p.name: p.default for p in before.parameters if p.name in (override.parameters or {})
                },
            )
        )
    changed = tuple(
        replace(framework, controls=tuple(controls[control_key(c.framework, c.id)] for c in framework.controls))
        for framework in frameworks
    )
    return changed, tuple(outcomes)


def _state(override: Override, control: Control, at: datetime) -> OverrideState:
    """What becomes of an override of ``control``, as those before it left that."""
    today = at.astimezone(UTC).date().isoformat()
    lowers = override.severity and SEVERITIES.index(override.severity) < SEVERITIES.index(control.severity)
    if (lowers or override.enabled is False) and not (override.on and override.expires):
        return "undated"
    if override.expires and today > override.expires:
        return "expired"
    return "not_yet" if override.on and today < override.on else "applied"


def switch_off(results: Iterable[ControlResult], outcomes: Iterable[OverrideOutcome]) -> tuple[ControlResult, ...]:
    """The results, with failures of controls that are switched off ``waived``. An ``error`` stays one."""
    said: dict[Key, Override] = {}
    for outcome in outcomes:
        override = outcome.override
        if outcome.state == "applied" and override.enabled is not None:
            said[control_key(override.framework, override.control)] = override
    off = {key: override for key, override in said.items() if override.enabled is False}
    keyed = ((control_key(result.control.framework, result.control.id), result) for result in results)
    return tuple(_waived(result, off[key]) if key in off else result for key, result in keyed)


def _waived(outcome: ControlResult, override: Override) -> ControlResult:
    results = tuple(_waive(result, override) for result in outcome.results)
    return replace(outcome, results=results, status=worst(r.status for r in results) if results else outcome.status)


def _waive(result: Result, override: Override) -> Result:
    if result.status not in ("fail", "undetermined", "warn"):
        return result
    raw: Any = result.raw_status or result.status
    message = f"{result.message} Switched off by {override.by}: {override.reason}"
    return replace(result, status="waived", raw_status=raw, message=message)


def _changed(control: Control, override: Override) -> Control:
    values = override.parameters or {}
    parameters = tuple(
        replace(parameter, value=values[parameter.name]) if parameter.name in values else parameter
        for parameter in control.parameters
    )
    return replace(control, severity=override.severity or control.severity, parameters=parameters)


def _known(override: Override, controls: dict[Key, Control], frameworks: Sequence[Framework]) -> Key:
    key = control_key(override.framework, override.control)
    if key in controls:
        return key
    ids = [framework.id for framework in frameworks]
    if key[0] not in ids:
        close = get_close_matches(key[0], ids, 1, 0.5)
        fix = f"did you mean {close[0]}?" if close else f"there are {', '.join(ids)}"
        raise UsageError(f"there is no framework {override.framework!r}", where=override.where, fix=fix)
    names = {other[1]: control.id for other, control in controls.items() if other[0] == key[0]}
    close = get_close_matches(key[1], names, 1, 0.6)
    fix = f"did you mean {names[close[0]]!r}?" if close else f"`aigov policy list --framework {key[0]}` lists them"
    raise UsageError(f"{key[0]} has no control {override.control!r}", where=override.where, fix=fix)


def _check_parameters(override: Override, control: Control) -> None:
    known = {parameter.name: parameter for parameter in control.parameters}
    for name, value in (override.parameters or {}).items():
        if name not in known:
            close = get_close_matches(name, known, 1, 0.6)
            there = f"there are {', '.join(known)}" if known else "its rule takes none"
            raise UsageError(
                f"{control.id} has no parameter {name!r}",
                where=override.where,
                fix=f"did you mean {close[0]}?" if close else there,
            )
        if not _alike(value, known[name]):
            kind = _KINDS.get(type(known[name].default), "of another kind")
            raise UsageError(f"the parameter {name} is {value!r}", where=override.where, fix=f"it must be {kind}")


def _alike(value: Any, parameter: Parameter) -> bool:
    default = parameter.default
    if isinstance(default, (int, float)) and not isinstance(default, bool):
        return isinstance(value, (int, float) if isinstance(default, float) else int) and not isinstance(value, bool)
    if not isinstance(value, type(default)):
        return False
    if isinstance(default, list) and default:
        return all(isinstance(item, type(default[0])) for item in value)
    return True
