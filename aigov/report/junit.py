"""Control results as JUnit XML, as CI servers read it: a suite a framework, a test case a control.

A failed control is a ``failure``, one without a trustworthy answer an ``error``. JUnit knows no *undetermined*: it is
a ``failure`` of that type where the gate refuses because of it, and else ``skipped`` with its reason, as are controls
that do not apply, that no machine decides, that do not bind yet or that are waived. None of these shows as passed.
The document is valid by both schemas in use: that of Ant's tasks (``JUnit.xsd`` of windyroad/JUnit-Schema), which
knows no totals and no time zone and wants every element of a suite, and that of Jenkins (``junit-10.xsd`` of its xUnit
plugin).
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
    root = ET.Element("testsuites")
    for number, bundle in enumerate(assessment.bundles):
        own = [outcome for outcome in assessment.controls if outcome.control.framework == bundle.framework]
        name = _clean(bundle.framework)
        about = {"id": str(number), "package": "aigov", "hostname": "localhost", "time": "0"}
        suite = ET.SubElement(root, "testsuite", about, name=name, timestamp=_local(assessment.evaluated_at))
        said = ET.SubElement(suite, "properties")
        for key, value in (("evaluated_at", assessment.evaluated_at), ("bundle_revision", bundle.revision)):
            ET.SubElement(said, "property", name=key, value=_clean(value))
        counts = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
        for outcome in own:
            counts["tests"] += 1
            refused = f"{outcome.control.framework}/{outcome.control.id}" in assessment.gate.refused_by
            if kind := _add_case(suite, outcome, refused, roots):
                counts[kind] += 1
        for key, count in counts.items():
            suite.set(key, str(count))
        ET.SubElement(suite, "system-out")
        ET.SubElement(suite, "system-err")
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


def _local(instant: str) -> str:
    """An instant of RFC 3339 in UTC as Ant spells it: whole seconds, and no zone."""
    return instant[: len("2026-11-23T00:00:00")]


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", printable(text))
