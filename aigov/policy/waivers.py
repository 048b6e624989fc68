"""Waivers: failing results that somebody accepts until a day.

A waiver turns ``fail`` and ``undetermined`` of the subjects that it names into ``waived``, and keeps what the rule
said. It can waive nothing else: not an ``error``, which says that nobody knows. Each one is reported, used or not. One
without a first day counts as absent.

Where two controls judge the same finding, one of them names the other (``waived_with``), whose waivers cover both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import get_close_matches
from fnmatch import fnmatchcase

from aigov.control import Control, ControlResult, Result, WaiverOutcome, worst
from aigov.declarations import Attestation, Declarations, DeclarationsError, Waiver
from aigov.errors import UsageError

Key = tuple[str, str]
"""Framework and control id, both without case."""

_WAIVABLE = ("fail", "undetermined")


def control_key(framework: str, control: str) -> Key:
    """Under which a control is found: people do not agree on ``GOVERN 1.6`` and ``govern 1.6``."""
    return framework.casefold(), " ".join(control.split()).casefold()


def check_controls(declarations: Declarations, controls: Mapping[Key, Control]) -> None:
    """Refuse statements and waivers about a framework or control that does not exist: a typo would go unnoticed.

    :param controls: those of every framework, also of those that are not assessed now.
    :raises DeclarationsError: all of them, with file and line.
    """
    entries: tuple[Attestation | Waiver, ...] = (*declarations.attestations, *declarations.waivers)
    problems = [
        _unknown(entry, controls) for entry in entries if control_key(entry.framework, entry.control) not in controls
    ]
    if problems:
        raise DeclarationsError(problems)


def _unknown(entry: Attestation | Waiver, controls: Mapping[Key, Control]) -> UsageError:
    frameworks = sorted({control.framework for control in controls.values()})
    if entry.framework.casefold() not in frameworks:
        close = get_close_matches(entry.framework.lower(), frameworks, 1, 0.5)
        fix = f"did you mean {close[0]}?" if close else f"there are {', '.join(frameworks)}"
        return UsageError(f"there is no framework {entry.framework!r}", where=entry.where, fix=fix)
    framework, wanted = control_key(entry.framework, entry.control)
    ids = {key[1]: control.id for key, control in controls.items() if key[0] == framework}
    close = get_close_matches(wanted, ids, 1, 0.6)
    fix = f"did you mean {ids[close[0]]!r}?" if close else f"`aigov policy list --framework {framework}` lists them"
    return UsageError(f"{framework} has no control {entry.control!r}", where=entry.where, fix=fix)


def normalize_attestations(declarations: Declarations, controls: Mapping[Key, Control]) -> Declarations:
    """The declarations with each statement's control spelled as the framework does, which is how rules compare it."""
    return replace(
        declarations,
        attestations=tuple(
            replace(entry, framework=control.framework, control=control.id)
            for entry in declarations.attestations
            for control in (controls[control_key(entry.framework, entry.control)],)
        ),
    )


def apply_waivers(
    results: Iterable[ControlResult], waivers: Sequence[Waiver], evaluated_at: datetime
) -> tuple[tuple[ControlResult, ...], tuple[WaiverOutcome, ...]]:
    """The results with what is waived, and the fate of each waiver in the order of aigov.yaml.

    :param waivers: those of the frameworks that are assessed; one whose control does not fail is ``unmatched``.
    """
    used: set[int] = set()
    current = [(i, w) for i, w in enumerate(waivers) if _holds(w, evaluated_at)]
    applied = tuple(_apply(result, current, used) for result in results)
    names = {control_key(r.control.framework, r.control.id): r.control for r in applied}
    return applied, tuple(_outcome(w, i in used, evaluated_at, names) for i, w in enumerate(waivers))


def _holds(waiver: Waiver, at: datetime) -> bool:
    return not waiver.undated and waiver.term.begun(at) and not waiver.term.expired(at)


def _apply(outcome: ControlResult, waivers: list[tuple[int, Waiver]], used: set[int]) -> ControlResult:
    control = outcome.control
    keys = {control_key(control.framework, id) for id in (control.id, control.waived_with) if id}
    own = [(index, waiver) for index, waiver in waivers if control_key(waiver.framework, waiver.control) in keys]
    if not own:
        return outcome
    results: list[Result] = []
    for result in outcome.results:
        matching = [index for index, waiver in own if _covers(waiver.subject, result.subject)]
        if matching and result.status in _WAIVABLE:
            used.update(matching)
            results.append(_waive(result, next(waiver for index, waiver in own if index == matching[0]), control))
        else:
            results.append(result)
    return replace(outcome, results=tuple(results), status=worst(result.status for result in results))


def _covers(pattern: str, subject: str) -> bool:
    # bom-refs may hold [ and ?: an exact name is tried before it is taken for a glob.
    return pattern == subject or fnmatchcase(subject, pattern)


def _waive(result: Result, waiver: Waiver, control: Control) -> Result:
    own = control_key(waiver.framework, waiver.control) == control_key(control.framework, control.id)
    through = "" if own else f" through {waiver.control}"
    note = f"Waived{through} by {waiver.approver} until {waiver.term.expires}: {waiver.reason}"
    raw = result.raw_status or ("fail" if result.status == "fail" else "undetermined")
    return replace(result, status="waived", raw_status=raw, message=f"{result.message} {note}")


def _outcome(waiver: Waiver, used: bool, at: datetime, names: Mapping[Key, Control]) -> WaiverOutcome:
    control = names.get(control_key(waiver.framework, waiver.control))
    if waiver.undated:
        state = "undated"
    elif waiver.term.expired(at):
        state = "expired"
    elif not waiver.term.begun(at):
        state = "not_yet"
    else:
        state = "applied" if used else "unmatched"
    return WaiverOutcome(
        framework=control.framework if control else waiver.framework,
        control=control.id if control else waiver.control,
        subject=waiver.subject,
        reason=waiver.reason,
        approver=waiver.approver,
        expires=waiver.term.expires.isoformat(),
        state=state,  # type: ignore[arg-type]
    )
