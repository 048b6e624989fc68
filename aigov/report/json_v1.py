"""Control results as JSON, version 1: ``schemas/results.schema.json``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from aigov import __version__
from aigov.control import Assessment, BundleRevision, ControlResult, OverrideOutcome, Result


def results_document(assessment: Assessment) -> dict[str, Any]:
    """The assessment as a plain dict in the order in which it is written.

    It names no engine: both engines give the same bytes.
    """
    gate = assessment.gate
    return {
        "schema": "aigov.dev/results/v1",
        "generator": f"aigov {__version__}",
        "evaluated_at": assessment.evaluated_at,
        "engine": {
            "bundles": [
                {"framework": b.framework, "title": b.title, "version": b.version, "revision": b.revision}
                for b in assessment.bundles
            ],
            **({"expected": {b.framework: b.revision for b in assessment.expected}} if assessment.expected else {}),
        },
        "system": {key: assessment.system[key] for key in ("name", "version", "commit") if key in assessment.system},
        "gate": {"passed": gate.passed, "fail_on": list(gate.fail_on), "refused_by": list(gate.refused_by)},
        "summary": [summarize(bundle, assessment.controls) for bundle in assessment.bundles],
        "coverage": dict(assessment.coverage),
        "digests": dict(assessment.digests),
        "controls": [control_row(result) for result in assessment.controls],
        "waivers": [
            {
                "framework": waiver.framework,
                "control": waiver.control,
                "subject": waiver.subject,
                "reason": waiver.reason,
                "approver": waiver.approver,
                "expires": waiver.expires,
                "state": waiver.state,
            }
            for waiver in assessment.waivers
        ],
        **({"overrides": [_override(outcome) for outcome in assessment.overrides]} if assessment.overrides else {}),
    }


def summarize(bundle: BundleRevision, controls: Iterable[ControlResult]) -> dict[str, Any]:
    """Counts of one framework. Decided and attested controls are never mixed into one score."""
    own = [result for result in controls if result.control.framework == bundle.framework]
    return {
        "framework": bundle.framework,
        "title": bundle.title,
        "controls": len(own),
        "decided": _score(result for result in own if result.control.kind == "automated"),
        "attested": _score(result for result in own if result.control.kind == "declared"),
        "manual": sum(result.status == "manual" for result in own),
        "statuses": dict(sorted(Counter(result.status for result in own).items())),
    }


def _score(results: Iterable[ControlResult]) -> dict[str, int]:
    applicable = [result for result in results if result.status != "not_applicable"]
    return {"passed": sum(result.status == "pass" for result in applicable), "of": len(applicable)}


def control_row(outcome: ControlResult) -> dict[str, Any]:
    """One of ``controls``."""
    control = outcome.control
    row: dict[str, Any] = {
        "framework": control.framework,
        "control": control.id,
        "title": control.title,
        "citation": control.citation,
        "kind": control.kind,
        "status": outcome.status,
        "severity": control.severity,
    }
    if control.effective_from:
        row["effective_from"] = control.effective_from
    if control.remediation:
        row["remediation"] = control.remediation
    row["results"] = [_result(result) for result in outcome.results]
    return row


def _override(outcome: OverrideOutcome) -> dict[str, Any]:
    override = outcome.override
    row: dict[str, Any] = {
        "framework": override.framework,
        "control": override.control,
        "reason": override.reason,
        "by": override.by,
        "where": override.where,
        "state": outcome.state,
    }
    if override.on:
        row["on"] = override.on
    if override.expires:
        row["expires"] = override.expires
    if override.enabled is not None:
        row["enabled"] = override.enabled
    if override.severity:
        row["severity"] = {"before": outcome.severity_before, "after": override.severity}
    if override.parameters:
        row["parameters"] = {
            name: {"before": outcome.parameters_before[name], "after": value}
            for name, value in sorted(override.parameters.items())
        }
    return row


def _result(result: Result) -> dict[str, Any]:
    row: dict[str, Any] = {"status": result.status}
    if result.raw_status:
        row["raw_status"] = result.raw_status
    row["subject"] = result.subject
    if result.code:
        row["code"] = result.code
    row["message"] = result.message
    row["evidence"] = [
        {
            key: value
            for key, value in (("ref", e.ref), ("file", e.file), ("line", e.line), ("path", e.path))
            if value is not None
        }
        for e in result.evidence
    ]
    row["missing"] = list(result.missing)
    return row
