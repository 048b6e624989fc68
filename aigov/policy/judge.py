"""From what an engine answered to control results. A missing answer is never a pass: it is an ``error``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

from aigov.canonical import canonical_json
from aigov.control import Control, ControlResult, Evidence, RawStatus, Result, worst
from aigov.policy.frameworks import Framework

_STATUSES = get_args(RawStatus)
_FIELDS = {"status", "subject", "code", "message", "evidence", "missing"}
_REQUIRED = _FIELDS - {"code"}
_EVIDENCE: Mapping[str, type] = {"ref": str, "file": str, "line": int, "path": str}


def control_results(
    framework: Framework, report: Mapping[str, Any], subjects: Collection[str], evaluated_at: datetime
) -> tuple[ControlResult, ...]:
    """One result for each control of the framework, in its order; then one for each answer that belongs to none.

    :param subjects: what a result may be about: the bom-refs of the input, and ``system``.
    """
    decided = [_decide(control, report, subjects, evaluated_at) for control in framework.controls]
    known = {control.slug for control in framework.controls if control.rule}
    strangers = [
        ControlResult(control=_stranger(framework, slug), status="error", results=(_error(_UNKNOWN),))
        for slug in sorted(report.keys() - known)
    ]
    return (*decided, *strangers)


_UNKNOWN = "The engine answered for a control that the framework does not decide by rule."


def _stranger(framework: Framework, slug: str) -> Control:
    return Control(
        framework=framework.id,
        id=slug,
        slug=slug,
        title="Not a decided control of this framework",
        citation=framework.title,
        kind="automated",
        severity="critical",
    )


def _decide(
    control: Control, report: Mapping[str, Any], subjects: Collection[str], evaluated_at: datetime
) -> ControlResult:
    if control.rule is None:
        return ControlResult(control=control, status="manual")
    rows = report.get(control.slug)
    if not isinstance(rows, list) or not rows:
        what = "no answer" if rows is None else "an empty answer" if rows == [] else "no list of results"
        results = [_error(f"The rule gave {what}.")]
    else:
        results = [_read(row, subjects) for row in rows]
    later = [_before_its_time(result, control, evaluated_at) for result in results]
    later.sort(key=lambda result: (result.subject, result.code, result.message))
    return ControlResult(control=control, status=worst(result.status for result in later), results=tuple(later))


def _error(message: str) -> Result:
    return Result(status="error", subject="system", code="error", message=message)


def _read(row: Any, subjects: Collection[str]) -> Result:
    if fault := _fault(row, subjects):
        text = canonical_json(row).decode()
        return _error(f"The rule gave a result that {fault}: {text if len(text) <= 200 else text[:197] + '...'}")
    return Result(
        status=row["status"],
        subject=row["subject"],
        code=row.get("code", ""),
        message=row["message"],
        evidence=tuple(Evidence(**item) for item in row["evidence"]),
        missing=tuple(row["missing"]),
    )


def _fault(row: Any, subjects: Collection[str]) -> str | None:
    """What is wrong with the shape of a raw result."""
    if not isinstance(row, dict) or not _REQUIRED <= row.keys() <= _FIELDS:
        return f"has not exactly the fields {', '.join(sorted(_FIELDS))}"
    if row["status"] not in _STATUSES:
        return f"has the status {row['status']!r}"
    if not all(isinstance(row.get(key, ""), str) for key in ("subject", "code", "message")) or not row["message"]:
        return "has no text where there must be some"
    if row["subject"] not in subjects:
        return "names a subject that is not in the AI-BOM"
    if not isinstance(row["evidence"], list) or not all(map(_is_evidence, row["evidence"])):
        return "has evidence of another shape"
    if not isinstance(row["missing"], list) or not all(isinstance(item, str) and item for item in row["missing"]):
        return "has a list of missing facts of another shape"
    if row["status"] == "undetermined" and not row["missing"]:
        return "is undetermined and does not say what is missing"
    return None


def _is_evidence(item: Any) -> bool:
    if not isinstance(item, dict) or not item or not item.keys() <= _EVIDENCE.keys():
        return False
    return all(isinstance(value, _EVIDENCE[key]) and not isinstance(value, bool) for key, value in item.items())


def _before_its_time(result: Result, control: Control, evaluated_at: datetime) -> Result:
    """A failure of a control that does not bind yet is a warning."""
    date = control.effective_from
    if date is None or result.status not in ("fail", "undetermined"):
        return result
    if evaluated_at.astimezone(UTC).date().isoformat() >= date:
        return result
    raw: RawStatus = "fail" if result.status == "fail" else "undetermined"
    return replace(result, status="warn", raw_status=raw, message=f"{result.message} Binds from {date}.")
