"""Control results as an OpenReports ``ClusterReport``, ``openreports.io/v1alpha1`` (successor of the PolicyReport).

An AI-BOM belongs to no namespace, so the report is the cluster-wide kind. Its results know five outcomes: ``pass``,
``fail``, ``warn`` (does not bind yet), ``skip`` (does not apply, is waived, or no machine decides it) and ``error``,
which by its definition is for what *could not be evaluated*: an error, and *undetermined*. The exact status is a
property.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from typing import Any

import yaml

from aigov.control import Assessment, Control, Result, Status
from aigov.report.findings import Roots, places_of, spell
from aigov.text import printable

OUTCOMES: dict[Status, str] = {
    "pass": "pass",
    "fail": "fail",
    "warn": "warn",
    "error": "error",
    "undetermined": "error",
    "waived": "skip",
    "manual": "skip",
    "not_applicable": "skip",
}
_SUMMARY = ("pass", "fail", "warn", "error", "skip")


def openreports_text(assessment: Assessment, roots: Roots) -> str:
    """The report as YAML, for ``kubectl apply``."""
    document = openreports_document(assessment, roots)
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=120)


def openreports_document(assessment: Assessment, roots: Roots) -> dict[str, Any]:
    """The report as a plain dict. Its summary counts results, as the definition says, and not controls."""
    seconds = int(datetime.fromisoformat(assessment.evaluated_at).timestamp())
    rows = [
        _result(outcome.control, result, seconds, roots)
        for outcome in assessment.controls
        for result in (outcome.results or (_MANUAL,))
    ]
    counts = Counter(row["result"] for row in rows)
    return {
        "apiVersion": "openreports.io/v1alpha1",
        "kind": "ClusterReport",
        "metadata": {
            "name": _resource_name(str(assessment.system["name"])),
            "labels": {"app.kubernetes.io/managed-by": "aigov"},
            "annotations": {
                "aigov.dev/system": printable(str(assessment.system["name"])),
                "aigov.dev/gate": "passed" if assessment.gate.passed else "refused",
                "aigov.dev/bom-sha256": assessment.digests["bom"],
            },
        },
        "source": "aigov",
        "summary": {name: counts[name] for name in _SUMMARY},
        "results": rows,
    }


_MANUAL = Result(status="manual", subject="system", code="manual", message="No machine decides this control.")


def _result(control: Control, result: Result, seconds: int, roots: Roots) -> dict[str, Any]:
    properties = {
        "status": result.status,
        "subject": result.subject,
        "title": control.title,
        "citation": control.citation,
    }
    if result.code:
        properties["code"] = result.code
    if result.raw_status:
        properties["rawStatus"] = result.raw_status
    if places := places_of(result, roots):
        properties["places"] = "\n".join(map(spell, places))
    if result.missing:
        properties["missing"] = "\n".join(result.missing)
    return {
        "source": "aigov",
        "policy": control.framework,
        "rule": control.id,
        "category": control.kind,
        "severity": control.severity,
        "result": OUTCOMES[result.status],
        "scored": result.status in ("pass", "fail"),
        "message": printable(result.message),
        "timestamp": {"seconds": seconds, "nanos": 0},
        "properties": {name: printable(value) for name, value in properties.items()},
    }


def _resource_name(name: str) -> str:
    """A DNS subdomain label (RFC 1123) made of the system's name."""
    label = re.sub(r"[^a-z0-9]+", "-", name.lower())[:50].strip("-")
    return f"aigov-{label}" if label else "aigov"
