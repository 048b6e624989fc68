"""From a control back to its rule and to what the rule read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from aigov.catalogue import load_catalogue
from aigov.control import Assessment, Reading, Trace
from aigov.errors import UsageError
from aigov.policy.assess import assess
from aigov.policy.engines.embedded import EmbeddedEngine
from aigov.policy.frameworks import load_frameworks
from aigov.policy.trace import LONGEST_VALUE, MOST_VALUES, trace

AT = datetime(2026, 11, 23, tzinfo=UTC)
FRAMEWORKS = load_frameworks(["nist-ai-rmf"])


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """Of a BOM that another tool wrote, with many models and a password in an address."""
    bom: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "components": [
            {"type": "machine-learning-model", "name": f"model-{number}", "bom-ref": f"m{number}"}
            for number in range(9)
        ]
        + [{"type": "machine-learning-model", "name": "n" * 500, "bom-ref": "long"}],
        "services": [
            {"name": "OpenAI API", "bom-ref": "s", "endpoints": ["https://jo:hunter2@api.openai.com/v1?key=hunter3"]},
        ],
    }
    return assess(
        bom=bom,
        bom_digest="0" * 64,
        declarations=None,
        catalogue=load_catalogue(),
        frameworks=FRAMEWORKS,
        engine=EmbeddedEngine(),
        evaluated_at=AT,
    )


def readings(found: Trace) -> dict[str, Reading]:
    return {reading.path: reading for reading in found.readings}


def test_a_rule_is_named_with_what_it_read(assessment: Assessment) -> None:
    found = trace(assessment, FRAMEWORKS, "manage_3_2")
    assert found.outcome.control.id == "MANAGE 3.2"
    assert found.rule_file == "policies/nist-ai-rmf/manage_3_2.rego"
    assert "fixed version" in found.description
    assert readings(found)["ai_use"].values == (("/ai_use", '"present"'),)
    assert "lifecycle" in found.facts


def test_values_are_few_and_short_and_what_is_left_out_is_counted(assessment: Assessment) -> None:
    ids = readings(trace(assessment, FRAMEWORKS, "MANAGE 3.2"))["models[].id"]
    assert len(ids.values) == MOST_VALUES
    assert ids.more == 10 - MOST_VALUES
    every = [value for item in readings(trace(assessment, FRAMEWORKS, "MANAGE 3.2")).values() for value in item.values]
    assert max(len(value) for _, value in every) <= LONGEST_VALUE


def test_what_nobody_said_is_told_as_silence(assessment: Assessment) -> None:
    assert readings(trace(assessment, FRAMEWORKS, "MANAGE 3.2"))["models[].platform"].values == ()


def test_no_password_of_an_address_is_shown(assessment: Assessment) -> None:
    for framework in FRAMEWORKS:
        for control in framework.controls:
            assert "hunter" not in repr(trace(assessment, FRAMEWORKS, control.id).readings)


def test_a_declared_control_leads_to_the_rule_of_statements_and_a_manual_one_nowhere(assessment: Assessment) -> None:
    stated = trace(assessment, FRAMEWORKS, "nist-ai-rmf/GOVERN 2.2")
    assert stated.rule_file == "policies/lib/attestation.rego"
    assert any(path.startswith("declarations.attestations") for path in readings(stated))
    manual = trace(assessment, FRAMEWORKS, "GOVERN 3.1")
    assert (manual.rule_file, manual.readings, manual.outcome.status) == ("", (), "manual")


def test_an_unknown_control_is_refused(assessment: Assessment) -> None:
    with pytest.raises(UsageError, match="there is no control"):
        trace(assessment, FRAMEWORKS, "MANAGE 99")


def test_rules_that_did_not_decide_are_not_shown(assessment: Assessment) -> None:
    """An OPA server may decide by another revision; its sources are not here."""
    elsewhere = replace(assessment, expected=assessment.bundles)
    with pytest.raises(UsageError, match="other rules than those at hand decided this control"):
        trace(elsewhere, FRAMEWORKS, "MANAGE 3.2")
