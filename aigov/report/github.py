"""Open results as GitHub Actions workflow commands: an annotation a result, at its first place, worst first.

GitHub shows ten annotations of each level for a step, so at most ``MOST`` are written; what is left out is counted. A
command ends with its line, and values are percent-encoded as the runner decodes them, so that no name from outside can
begin a command of its own.
"""

from __future__ import annotations

from aigov.control import Assessment
from aigov.report.findings import Finding, Roots, open_findings, worst_first
from aigov.text import printable

MOST = 50
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})


def github_text(assessment: Assessment, roots: Roots) -> str:
    """The commands, one a line, and a last one that says what the gate decided."""
    findings = sorted(
        (found for found in open_findings(assessment, roots) if found.result.status != "waived"), key=worst_first
    )
    lines = [_annotation(finding, assessment) for finding in findings[:MOST]]
    gate = assessment.gate
    says = (
        "gate passed"
        if gate.passed
        else f"gate refused by {len(gate.refused_by)} of {len(assessment.controls)} controls"
    )
    if len(findings) > MOST:
        says += f"; {len(findings) - MOST} more open results are in results.json"
    lines.append(_command("notice" if gate.passed else "error", {"title": "aigov check"}, says))
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding, assessment: Assessment) -> str:
    result = finding.result
    properties = {}
    if finding.places:
        properties["file"] = finding.places[0].file
        if line := finding.places[0].line:
            properties["line"] = str(line)
    properties["title"] = f"{finding.control} {result.status}"
    says = "\n".join([f"{finding.outcome.control.title}: {result.message}", *(f"→ {m}" for m in result.missing)])
    return _command(_level(finding, assessment), properties, says)


def _level(finding: Finding, assessment: Assessment) -> str:
    """What refuses is an error, whatever its severity."""
    if finding.control in assessment.gate.refused_by:
        return "error"
    return "notice" if finding.result.status == "warn" else "warning"


def _command(level: str, properties: dict[str, str], says: str) -> str:
    listed = ",".join(f"{name}={printable(value).translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{level} {listed}::{printable(says).translate(_DATA)}"
