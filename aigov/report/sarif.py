"""Open results as SARIF 2.1.0 (OASIS), for code scanning.

Each control is a rule, and each open result a SARIF result. ``kind`` keeps apart what SARIF can tell apart (3.27.9):
``fail``; ``open`` for *undetermined* and *error*, where there is not enough to decide; ``review`` for what only a
person decides. ``level`` must be ``none`` unless the kind is ``fail`` (3.27.10). What passed or does not apply is no
result, since code scanning shows every result as an alert: ``run.properties`` names it. A control in error is also a
notification of the run, which then was not successful.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from urllib.parse import quote

from aigov import __version__
from aigov.canonical import sha256_hex
from aigov.control import Assessment, Control, Result, Severity
from aigov.report.findings import Finding, Place, Roots, open_findings, spell
from aigov.text import printable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"critical": "error", "high": "error", "medium": "warning", "low": "note"}


def sarif_document(assessment: Assessment, roots: Roots) -> dict[str, Any]:
    """The log as a plain dict."""
    findings = list(open_findings(assessment, roots))
    controls = [outcome.control for outcome in assessment.controls]
    index = {_rule_id(control): number for number, control in enumerate(controls)}
    notices = [_notification(f) for f in findings if f.result.status == "error"]
    run: dict[str, Any] = {
        "tool": {
            "driver": {"name": "aigov", "version": __version__, "rules": [_rule(control) for control in controls]}
        },
        "invocations": [
            {
                "executionSuccessful": not notices,
                "endTimeUtc": assessment.evaluated_at,
                "toolExecutionNotifications": notices,
            }
        ],
        "automationDetails": {"id": "aigov/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The top of the repository."}}},
        "results": _results(findings, index, _acceptances(assessment)),
        "properties": {
            "gate": {"passed": assessment.gate.passed, "refusedBy": list(assessment.gate.refused_by)},
            "controls": {_rule_id(outcome.control): outcome.status for outcome in assessment.controls},
            "statuses": dict(sorted(Counter(outcome.status for outcome in assessment.controls).items())),
            "bundles": {bundle.framework: bundle.revision for bundle in assessment.bundles},
            "digests": dict(assessment.digests),
        },
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule_id(control: Control) -> str:
    return f"{control.framework}/{control.id}"


def _rule(control: Control) -> dict[str, Any]:
    says = [f"{control.citation}."]
    if control.effective_from:
        says.append(f"Binds from {control.effective_from}.")
    if control.remediation:
        says.append(control.remediation)
    if control.note:
        says.append(control.note)
    row: dict[str, Any] = {
        "id": _rule_id(control),
        "name": control.title,
        "shortDescription": {"text": _text(control.title)},
        "fullDescription": {"text": _text(f"{control.title} ({control.citation})")},
        "help": {"text": _text(" ".join(says))},
        "defaultConfiguration": {"level": _LEVELS[control.severity]},
        "properties": {
            "framework": control.framework,
            "control": control.id,
            "kind": control.kind,
            "severity": control.severity,
            "tags": ["ai-governance", control.framework],
        },
    }
    if control.url:
        row["helpUri"] = control.url
    return row


def _results(findings: list[Finding], index: dict[str, int], why: dict[str, list[str]]) -> list[dict[str, Any]]:
    seen: Counter[tuple[str, ...]] = Counter()
    rows = []
    for finding in findings:
        identity = (finding.control, finding.result.subject, finding.result.code)
        seen[identity] += 1
        control = finding.outcome.control
        through = why.get(f"{control.framework}/{control.waived_with}", ["switched off"])
        accepted = "; ".join(why.get(finding.control, through))
        rows.append(_result(finding, index[finding.control], _fingerprint(identity, seen[identity]), accepted))
    return rows


def _acceptances(assessment: Assessment) -> dict[str, list[str]]:
    """Why results of a control are waived: who accepted it, until when, and with which reason."""
    found: dict[str, list[str]] = {}
    for waiver in assessment.waivers:
        if waiver.state == "applied":
            says = f"{waiver.approver}, until {waiver.expires}: {waiver.reason}"
            found.setdefault(f"{waiver.framework}/{waiver.control}", []).append(says)
    for outcome in assessment.overrides:
        override = outcome.override
        if outcome.state == "applied" and override.enabled is False:
            says = f"{override.by}, switched off at {override.where}: {override.reason}"
            found.setdefault(f"{override.framework}/{override.control}", []).append(says)
    return found


def _fingerprint(identity: tuple[str, ...], number: int) -> str:
    """Of control, subject and reason, never of a file or line: what was moved is no new alert."""
    return sha256_hex("\0".join((*identity, str(number))).encode("utf-8", "replace"))


def _result(finding: Finding, rule: int, fingerprint: str, accepted: str) -> dict[str, Any]:
    result = finding.result
    kind = _kind(result)
    row: dict[str, Any] = {
        "ruleId": finding.control,
        "ruleIndex": rule,
        "kind": kind,
        "level": _level(finding) if kind == "fail" else "none",
        "message": {"text": "\n".join([_text(result.message), *(f"→ {_bare(said)}" for said in result.missing)])},
        "locations": [_location(finding.places[0] if finding.places else None, result.subject)],
        "partialFingerprints": {"aigov/v1": fingerprint},
        "properties": {
            "status": result.status,
            "subject": result.subject,
            "code": result.code,
            "missing": list(result.missing),
        },
    }
    if result.raw_status:
        row["properties"]["rawStatus"] = result.raw_status
    if len(finding.places) > 1:
        row["relatedLocations"] = [
            {"id": number, "message": {"text": _text(spell(place))}, **_location(place)}
            for number, place in enumerate(finding.places[1:], start=1)
        ]
    if result.status == "waived":
        row["suppressions"] = [{"kind": "external", "status": "accepted", "justification": _text(accepted)}]
    return row


def _kind(result: Result) -> str:
    if result.status == "manual":
        return "review"
    return "fail" if (result.raw_status or result.status) == "fail" else "open"


def _level(finding: Finding) -> str:
    """A failure of a control that does not bind yet is a note, whatever its severity."""
    return "note" if finding.result.status == "warn" else _LEVELS[finding.outcome.control.severity]


def _location(place: Place | None, subject: str | None = None) -> dict[str, Any]:
    row: dict[str, Any] = {}
    if place:
        row["physicalLocation"] = {"artifactLocation": _artifact(place.file)}
        if place.line:
            row["physicalLocation"]["region"] = {"startLine": place.line}
    if subject:
        row["logicalLocations"] = [{"fullyQualifiedName": subject, "kind": "resource"}]
    return row


def _artifact(file: str) -> dict[str, str]:
    """A relative URI reference below the repository, or a ``file:`` URI. A colon would make a scheme of a file name."""
    path = quote(file, safe="/", errors="replace")
    return {"uri": f"file://{path}"} if file.startswith("/") else {"uri": path, "uriBaseId": "SRCROOT"}


def _notification(finding: Finding) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": _text(finding.result.message)},
        "associatedRule": {"id": finding.control},
        "descriptor": {"id": "control-error"},
    }


def _bare(remedy: str) -> str:
    """What to write, without the braces and brackets of YAML: viewers show them doubled and with backslashes, for few
    undo the escapes of 3.11.5 and 3.11.6. ``properties.missing`` has it as it is to be written."""
    return printable(remedy.translate(str.maketrans("", "", "{}[]\\")))


def _text(text: str) -> str:
    """Plain text of a message: braces are placeholders (3.11.5), and brackets links (3.11.6), unless escaped."""
    text = re.sub(r"([\\\[\]])", r"\\\1", printable(text))
    return text.replace("{", "{{").replace("}", "}}")
