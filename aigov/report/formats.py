"""The formats of control results for other programs; one file each, imported when it is asked for."""

from __future__ import annotations

from typing import Literal, get_args

from aigov.canonical import pretty_json
from aigov.control import Assessment
from aigov.report.findings import Roots

Format = Literal["json", "sarif", "junit", "markdown", "github", "openreports"]
FORMATS: tuple[Format, ...] = get_args(Format)


def render(assessment: Assessment, form: Format, roots: Roots) -> str:
    """The control results as one document, with a line feed at its end."""
    if form == "json":
        from aigov.report.json_v1 import results_document

        return pretty_json(results_document(assessment))
    if form == "sarif":
        from aigov.report.sarif import sarif_document

        return pretty_json(sarif_document(assessment, roots))
    if form == "junit":
        from aigov.report.junit import junit_text

        return junit_text(assessment, roots)
    if form == "markdown":
        from aigov.report.markdown import markdown_text

        return markdown_text(assessment, roots)
    if form == "github":
        from aigov.report.github import github_text

        return github_text(assessment, roots)
    from aigov.report.openreports import openreports_text

    return openreports_text(assessment, roots)
