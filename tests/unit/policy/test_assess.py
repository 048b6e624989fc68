"""The whole way from an AI-BOM to an assessment, with the embedded engine and the shipped rules."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aigov.canonical import canonical_json, sha256_hex
from aigov.catalogue import load_catalogue
from aigov.control import Assessment
from aigov.declarations import Declarations, DeclarationsError, load_declarations, parse_declarations
from aigov.errors import EngineError, UsageError
from aigov.policy.assess import PARTS, assess
from aigov.policy.bundle import Bundle
from aigov.policy.engines import Engine, Report
from aigov.policy.engines.embedded import EmbeddedEngine
from aigov.policy.frameworks import load_frameworks
from aigov.policy.input import build_input
from aigov.report.json_v1 import results_document
from aigov.schema import load_schema, violations

HERE = Path(__file__).parent
BOM = json.loads((HERE / "fixtures" / "boms" / "cdxgen-1.5.json").read_text())
AT = datetime(2026, 11, 23, tzinfo=UTC)
DIGEST = "0" * 64


def run(declarations: Declarations | None = None, **options: Any) -> Assessment:
    engine: Engine = options.pop("engine", EmbeddedEngine())
    return assess(
        bom=options.pop("bom", BOM),
        bom_digest=DIGEST,
        declarations=declarations,
        catalogue=load_catalogue(),
        frameworks=load_frameworks(options.pop("frameworks", ["nist-ai-rmf"])),
        engine=engine,
        evaluated_at=options.pop("at", AT),
        **options,
    )


def declare(*lines: str) -> Declarations:
    return parse_declarations("\n".join(("version: 1", "system: {name: shop}", *lines, "")).encode(), "aigov.yaml")


def statuses(assessment: Assessment) -> dict[str, str]:
    return {result.control.id: result.status for result in assessment.controls}


def test_every_control_of_every_framework_is_there_in_order_and_none_is_an_error() -> None:
    frameworks = load_frameworks()
    assessment = run(frameworks=())
    expected = [(c.framework, c.id) for framework in frameworks for c in framework.controls]
    assert [(result.control.framework, result.control.id) for result in assessment.controls] == expected
    assert "error" not in {result.status for result in assessment.controls}
    assert [bundle.framework for bundle in assessment.bundles] == [framework.id for framework in frameworks]


def test_a_bom_of_another_tool_passes_nothing_that_it_does_not_prove() -> None:
    assessment = run(frameworks=())
    passed = [r for r in assessment.controls if r.status == "pass" and r.control.kind == "automated"]
    assert all(result.evidence for outcome in passed for result in outcome.results if result.subject != "system")
    assert statuses(assessment)["GOVERN 1.6"] == "undetermined"
    assert not assessment.gate.passed


def test_the_assessment_says_what_was_judged() -> None:
    declarations = declare()
    assessment = run(declarations)
    policy_input = build_input(BOM, declarations, load_catalogue(), AT)
    assert assessment.digests == {
        "bom": DIGEST,
        "policy_input": sha256_hex(canonical_json(policy_input)),
        "declarations": declarations.digest,
    }
    assert assessment.evaluated_at == "2026-11-23T00:00:00Z"
    assert assessment.system["name"] == "shop"
    assert assessment.coverage == {"known": False, "complete": False}
    assert "declarations" not in run().digests


def test_the_same_question_gets_the_same_answer() -> None:
    assert run(frameworks=()) == run(frameworks=())


ATTEST = '- {control: "NIST-AI-RMF/govern 2.2", statement: Trained, by: Jo, on: 2026-01-01, expires: 2026-11-23}'


def test_a_statement_counts_through_its_last_day_however_its_control_is_spelled() -> None:
    declarations = declare("attestations:", ATTEST)
    assert statuses(run(declarations))["GOVERN 2.2"] == "pass"
    last = datetime(2026, 11, 23, 23, 59, 59, tzinfo=UTC)
    assert statuses(run(declarations, at=last))["GOVERN 2.2"] == "pass"
    late = run(declarations, at=datetime(2026, 11, 24, tzinfo=UTC))
    assert statuses(late)["GOVERN 2.2"] == "undetermined"
    assert any(
        "aigov.yaml:4: the attestation of nist-ai-rmf/GOVERN 2.2 expired on 2026-11-23" in notice
        for notice in late.notices
    )


def test_what_nobody_stands_by_is_named_with_what_to_add() -> None:
    old = declare("owners:", '- {name: Team, contact: t@example.com, covers: ["*"]}')
    (notice,) = [notice for notice in run(old).notices if "nobody stands by" in notice]
    assert notice == (
        "aigov.yaml:4: nobody stands by the owner Team, so it counts as absent: add `stated: {by, on, expires}` to it"
    )


def test_a_statement_on_a_framework_that_is_not_assessed_is_no_typo() -> None:
    declarations = declare("attestations:", ATTEST)
    assert run(declarations, frameworks=["iso-42001"]).controls


def test_a_statement_on_a_control_that_only_people_decide_is_told_to_decide_nothing() -> None:
    manual = ATTEST.replace("govern 2.2", "govern 1.2")
    assessment = run(declare("attestations:", ATTEST, manual))
    assert statuses(assessment)["GOVERN 1.2"] == "manual"
    (notice,) = [notice for notice in assessment.notices if "decides nothing" in notice]
    assert notice == (
        "aigov.yaml:5: the attestation of nist-ai-rmf/GOVERN 1.2 decides nothing: the control stays manual"
    )
    other = run(declare("attestations:", manual), frameworks=["iso-42001"])
    assert not any("decides nothing" in notice for notice in other.notices)


def test_a_waiver_is_applied_reported_and_opens_the_gate() -> None:
    waiver = (
        '- {control: "nist-ai-rmf/GOVERN 1.6", subject: "*", reason: Pilot, approver: Jo, '
        "on: 2026-11-01, expires: 2026-12-31}"
    )
    assessment = run(declare("waivers:", waiver))
    assert statuses(assessment)["GOVERN 1.6"] == "waived"
    assert [outcome.state for outcome in assessment.waivers] == ["applied"]
    assert "nist-ai-rmf/GOVERN 1.6" not in assessment.gate.refused_by
    expired = run(declare("waivers:", waiver), at=datetime(2027, 1, 1, tzinfo=UTC))
    assert statuses(expired)["GOVERN 1.6"] == "undetermined"
    assert "aigov.yaml:4: the waiver of nist-ai-rmf/GOVERN 1.6 expired on 2026-12-31" in expired.notices
    undated = run(declare("waivers:", waiver.replace("on: 2026-11-01, ", "")))
    assert statuses(undated)["GOVERN 1.6"] == "undetermined"
    assert (
        "aigov.yaml:4: the waiver of nist-ai-rmf/GOVERN 1.6 names no first day and counts as absent: add `on`"
    ) in undated.notices
    assert not list(violations("results", results_document(undated)))


def test_an_unknown_control_stops_the_run_with_its_line() -> None:
    waiver = '- {control: "nist-ai-rmf/GOVERN 1.66", subject: "*", reason: r, approver: a, expires: 2026-12-31}'
    with pytest.raises(
        DeclarationsError, match=r"aigov.yaml:4: nist-ai-rmf has no control 'GOVERN 1.66' \(did you mean"
    ):
        run(declare("waivers:", waiver))


def test_an_approval_of_an_unknown_provider_is_noticed() -> None:
    row = "- {provider: openia, approved_by: Jo, on: 2026-01-01, expires: 2027-01-01, data_classes: []}"
    assessment = run(declare("approvals:", "  providers:", f"  {row}"))
    assert any("approves the unknown provider openia; did you mean openai?" in n for n in assessment.notices)


def test_facts_grow_stale() -> None:
    assert not any("update aigov" in notice for notice in run().notices)
    assert any("update aigov" in notice for notice in run(at=datetime(2027, 6, 1, tzinfo=UTC)).notices)


class Silent:
    """An engine that answers with what it is given."""

    name = "silent 1"

    def __init__(self, report: Report) -> None:
        self._report = report

    def revision(self, bundle: Bundle) -> str:
        return bundle.revision

    def evaluate(self, bundle: Bundle, policy_input: Mapping[str, Any]) -> Report:
        return self._report


def test_an_engine_that_leaves_controls_out_passes_nothing() -> None:
    assessment = run(engine=Silent({}))
    assert {r.status for r in assessment.controls} == {"error", "manual"}
    assert not assessment.gate.passed
    assert not run(engine=Silent({}), fail_on=["fail", "critical"]).gate.passed


class Down:
    """An engine that cannot answer."""

    name = "down"

    def revision(self, bundle: Bundle) -> str:
        return bundle.revision

    def evaluate(self, bundle: Bundle, policy_input: Mapping[str, Any]) -> Report:
        raise EngineError("is down")


def test_an_engine_that_fails_stops_the_run() -> None:
    with pytest.raises(EngineError, match="is down"):
        run(engine=Down())


def test_a_wrong_fail_on_costs_no_assessment() -> None:
    with pytest.raises(UsageError, match="--fail-on"):
        run(engine=Down(), fail_on=["hihg"])


@pytest.mark.parametrize(
    "path", sorted((HERE.parents[2] / "examples").glob("*/aigov.yaml")), ids=lambda p: p.parent.name
)
def test_the_declarations_of_the_examples_are_sound(path: Path) -> None:
    declarations = load_declarations(path)
    run(declarations, frameworks=())


def test_a_waiver_of_a_framework_that_is_not_assessed_is_no_news() -> None:
    waiver = '{{control: "{}", subject: "nothing", reason: r, approver: a, on: "2026-01-01", expires: "2027-01-01"}}'
    lines = ("waivers:", *(f"  - {waiver.format(c)}" for c in ("nist-ai-rmf/MANAGE 3.2", "iso-42001/A.6.2.5")))
    assessment = run(declare(*lines))
    assert [(w.framework, w.state) for w in assessment.waivers] == [("nist-ai-rmf", "unmatched")]
    assert not any("iso-42001" in notice for notice in assessment.notices)


def test_a_result_may_be_about_every_part_that_has_a_ref() -> None:
    """Else a rule about agents is right, and each of its answers an error."""
    parts = {
        name
        for name, schema in load_schema("policy-input")["properties"].items()
        if schema.get("type") == "array" and "ref" in schema["items"].get("required", ())
    }
    assert set(PARTS) == parts
