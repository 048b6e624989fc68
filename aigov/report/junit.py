"""Control results as JUnit XML, as CI servers read it: a suite a framework, a test case a control.

A failed control is a ``failure``, one without a trustworthy answer an ``error``. JUnit knows no *undetermined*: it is
a ``failure`` of that type where the gate refuses because of it, and else ``skipped`` with its reason, as are controls
that do not apply, that no machine decides, that do not bind yet or that are waived. None of these shows as passed.
The document is valid by the schema that Jenkins publishes (``junit-10.xsd`` of its xUnit plugin), which counts skipped
cases by suite only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from aigov.control import Assessment, ControlResult, Result
from aigov.report.findings import SETTLED, Roots, places_of, spell
from aigov.text import printable

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document can hold, escaped or not (section 2.2)."""


def junit_text(assessment: Assessment, roots: Roots) -> str:
    """The report as one XML document."""
    root = ET.Element("testsuites", name="aigov check")
    totals = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
    for bundle in assessment.bundles:
        own = [outcome for outcome in assessment.controls if outcome.control.framework == bundle.framework]
        suite = ET.SubElement(root, "testsuite", name=_clean(bundle.framework), timestamp=assessment.evaluated_at)
        counts = dict.fromkeys(totals, 0)
        for outcome in own:
            counts["tests"] += 1
            refused = f"{outcome.control.framework}/{outcome.control.id}" in assessment.gate.refused_by
            if kind := _add_case(suite, outcome, refused, roots):
                counts[kind] += 1
        for name, count in counts.items():
            suite.set(name, str(count))
            totals[name] += count
    for name in ("tests", "failures", "errors"):
        root.set(name, str(totals[name]))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _add_case(suite: ET.Element, outcome: ControlResult, refused: bool, roots: Roots) -> str | None:
    """Add the case of a control; the counter that it goes to."""
    control = outcome.control
    case = ET.SubElement(
        suite, "testcase", classname=_clean(control.framework), name=_clean(f"{control.id} {control.title}"), time="0"
    )
    if outcome.status == "pass":
        return None
    tag, counter = _outcome(outcome, refused)
    deciding = [result for result in outcome.results if result.status == outcome.status]
    first = deciding[0].message if deciding else "No machine decides this control."
    more = f" (and {len(deciding) - 1} more)" if len(deciding) > 1 else ""
    part = ET.SubElement(case, tag, message=_clean(f"{outcome.status}: {first}{more}"))
    if tag != "skipped":
        part.set("type", outcome.status)
    part.text = _clean("\n".join(_lines(control.severity, outcome.results, roots)))
    return counter


def _outcome(outcome: ControlResult, refused: bool) -> tuple[str, str]:
    if outcome.status == "error":
        return "error", "errors"
    if outcome.status == "fail" or refused:
        return "failure", "failures"
    return "skipped", "skipped"


def _lines(severity: str, results: Iterable[Result], roots: Roots) -> Iterable[str]:
    yield f"severity: {severity}"
    for result in results:
        if result.status in SETTLED:
            continue
        yield f"{result.status}: {result.message} [{result.subject}]"
        yield from (f"  at {spell(place)}" for place in places_of(result, roots))
        yield from (f"  → {missing}" for missing in result.missing)


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", printable(text))
