"""Overrides change severity, parameters and whether a failure counts; never in silence, and never by a typo."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from aigov.cli import cli
from aigov.control import Override
from aigov.errors import UsageError
from aigov.policy.frameworks import Framework
from aigov.policy.overrides import apply_overrides
from aigov.policy.own import with_folders
from aigov.policy_settings import load_policy_settings
from aigov.schema import violations

ROOT = Path(__file__).parents[3]
HOUSE = ROOT / "examples" / "house-rules"
AT = datetime(2026, 11, 23, tzinfo=UTC)
BOM = ROOT / "tests" / "golden" / "claims-copilot" / "aibom.cdx.json"


def override(control: str, **fields: Any) -> Override:
    framework, _, name = control.partition("/")
    return Override(framework=framework, control=name, reason="Why.", by="Jo", where="aigov.yaml:3", **fields)


DATED = {"on": "2026-11-01", "expires": "2026-12-31"}


def frameworks() -> tuple[Framework, ...]:
    return with_folders([HOUSE])


def control(changed: tuple[Framework, ...], slug: str) -> Any:
    return next(c for framework in changed for c in framework.controls if c.slug == slug)


def test_severity_and_parameters_change_and_what_was_is_kept() -> None:
    changed, (outcome,) = apply_overrides(
        frameworks(), [override("house-rules/hr-1", severity="low", parameters={"vendors": ["openai"]}, **DATED)], AT
    )
    row = control(changed, "approved_vendors")
    assert row.severity == "low"
    assert [(p.name, p.value) for p in row.parameters] == [("vendors", ["openai"])]
    assert (outcome.state, outcome.severity_before, outcome.override.control) == ("applied", "high", "HR-1")
    assert "anthropic" in outcome.parameters_before["vendors"]


def test_the_last_one_wins() -> None:
    changed, _ = apply_overrides(
        frameworks(), [override("house-rules/HR-2", severity=level, **DATED) for level in ("low", "critical")], AT
    )
    assert control(changed, "no_aliases_in_production").severity == "critical"


def test_one_whose_day_is_over_changes_nothing() -> None:
    for day, state, severity in (("2026-11-22", "expired", "medium"), ("2026-11-23", "applied", "low")):
        changed, (outcome,) = apply_overrides(
            frameworks(), [override("house-rules/HR-2", severity="low", on="2026-11-01", expires=day)], AT
        )
        assert outcome.state == state
        assert control(changed, "no_aliases_in_production").severity == severity


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"severity": "low"}, "undated"),
        ({"severity": "low", "on": "2026-11-01"}, "undated"),
        ({"severity": "low", "expires": "2026-12-31"}, "undated"),
        ({"enabled": False}, "undated"),
        ({"enabled": False, "severity": "critical", "expires": "2026-12-31"}, "undated"),
        ({"severity": "low", **DATED}, "applied"),
        ({"severity": "low", **DATED, "on": "2026-11-24"}, "not_yet"),
        ({"severity": "critical"}, "applied"),
        ({"severity": "critical", "on": "2026-11-24"}, "not_yet"),
        ({"severity": "medium"}, "applied"),
        ({"enabled": True}, "applied"),
    ],
)
def test_what_weakens_says_from_when_until_when(fields: dict[str, Any], state: str) -> None:
    changed, (outcome,) = apply_overrides(frameworks(), [override("house-rules/HR-2", **fields)], AT)
    assert outcome.state == state
    applied = fields.get("severity", "medium") if state == "applied" else "medium"
    assert control(changed, "no_aliases_in_production").severity == applied


def test_what_an_earlier_one_raised_is_lowered_only_with_days() -> None:
    raised = override("house-rules/HR-2", severity="critical")
    changed, outcomes = apply_overrides(frameworks(), [raised, override("house-rules/HR-2", severity="high")], AT)
    assert [outcome.state for outcome in outcomes] == ["applied", "undated"]
    assert control(changed, "no_aliases_in_production").severity == "critical"


def test_one_that_weakens_without_days_is_told_and_the_control_still_fails(tmp_path: Path) -> None:
    undated = SETTINGS.replace("      on: 2026-11-01\n", "")
    _, output, results = check(tmp_path, undated, "--framework", "house-rules")
    assert not list(violations("results", results))
    assert {row["control"]: row["status"] for row in results["controls"]}["HR-4"] == "fail"
    assert [row["state"] for row in results["overrides"]] == ["applied", "undated"]
    said = " ".join(output.split())
    assert "the override of house-rules/HR-4 weakens it without a first and a last day and counts as absent" in said


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (override("house-rulez/HR-1", severity="low"), "did you mean house-rules"),
        (override("house-rules/HR-11", severity="low"), "did you mean 'HR-1'"),
        (override("house-rules/HR-1", parameters={"vendor": []}), "did you mean vendors"),
        (override("house-rules/HR-4", parameters={"x": 1}), "its rule takes none"),
        (override("house-rules/HR-1", parameters={"vendors": "openai"}), "it must be a list"),
        (override("house-rules/HR-1", parameters={"vendors": [1]}), "it must be a list"),
    ],
)
def test_a_slip_is_refused_with_its_place(wrong: Override, said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        apply_overrides(frameworks(), [wrong], AT)
    assert str(caught.value).startswith("aigov.yaml:3: ")


SETTINGS = f"""\
version: 1
policy:
  folders: [{HOUSE}]
  overrides:
    - control: "house-rules/HR-1"
      parameters: {{vendors: [openai]}}
      severity: critical
      reason: "Their contract ran out."
      by: "Kim Aalto"
    - control: "house-rules/HR-4"
      enabled: false
      reason: "Owned from 2027 on."
      by: "Kim Aalto"
      on: 2026-11-01
      expires: 2026-12-31
"""


def check(folder: Path, settings: str, *more: str) -> tuple[int, str, Any]:
    (folder / "aigov.yaml").write_text(settings)
    words = ["check", str(BOM), "--declarations", str(folder / "aigov.yaml"), "--out-dir", str(folder / "out")]
    ran = CliRunner().invoke(cli, [*words, "--as-of", "2026-11-23", *more], standalone_mode=False)
    results = folder / "out" / "results.json"
    return ran.return_value, ran.output, json.loads(results.read_text()) if results.is_file() else ran.exception


def test_the_results_tell_every_override(tmp_path: Path) -> None:
    status, output, results = check(tmp_path, SETTINGS, "--framework", "house-rules")
    assert status == 1
    assert not list(violations("results", results))
    first, second = results["overrides"]
    assert first["severity"] == {"before": "high", "after": "critical"}
    assert first["parameters"]["vendors"]["after"] == ["openai"]
    assert (second["enabled"], second["state"], second["by"]) == (False, "applied", "Kim Aalto")
    controls = {row["control"]: row for row in results["controls"]}
    assert (controls["HR-1"]["status"], controls["HR-1"]["severity"]) == ("fail", "critical")
    assert controls["HR-4"]["status"] == "waived"
    assert {row["raw_status"] for row in controls["HR-4"]["results"]} == {"fail"}
    assert "Switched off by Kim Aalto: Owned from 2027 on." in controls["HR-4"]["results"][0]["message"]
    said = " ".join(output.split())
    assert "Kim Aalto overrides house-rules/HR-4 (switched off)" in said
    assert "severity high → critical; vendors = ['openai']" in said


def test_parameters_are_part_of_the_revision(tmp_path: Path) -> None:
    revisions = set()
    for settings in (SETTINGS, SETTINGS.replace("[openai]", "[mistral]")):
        _, _, results = check(tmp_path, settings, "--framework", "house-rules")
        revisions.add(results["engine"]["bundles"][0]["revision"])
    assert len(revisions) == 2


def test_without_overrides_the_results_say_nothing_of_them(tmp_path: Path) -> None:
    _, _, results = check(tmp_path, "version: 1\npolicy: {}\n", "--framework", "nist-ai-rmf")
    assert "overrides" not in results


def test_a_folder_overrides_too_and_aigov_yaml_has_the_last_word(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    head = (HOUSE / "house-rules.toml").read_text().partition("[[controls]]")[0]
    row = (
        '[[controls]]\nid = "X"\nslug = "x"\ntitle = "X"\ncitation = "X"\nkind = "declared"\nrule = "attested"\n'
        'severity = "low"\nremediation = "State it."\n'
    )
    over = (
        '[[overrides]]\ncontrol = "nist-ai-rmf/MANAGE 3.2"\nseverity = "critical"\nreason = "Why."\nby = "Jo"\n'
        '[[overrides]]\ncontrol = "nist-ai-rmf/MAP 4.2"\nseverity = "critical"\nreason = "Why."\nby = "Jo"\n'
    )
    (folder / "own.toml").write_text(head.replace("house-rules", "own").replace("house_rules", "own") + row + over)
    settings = (
        'version: 1\npolicy:\n  overrides:\n    - {control: "nist-ai-rmf/MAP 4.2", severity: low, reason: R, by: B, '
        "on: 2026-11-01, expires: 2026-12-31}\n"
    )
    _, _, results = check(tmp_path, settings, "--policy", str(folder), "--framework", "nist-ai-rmf")
    severities = {row["control"]: row["severity"] for row in results["controls"]}
    assert (severities["MANAGE 3.2"], severities["MAP 4.2"]) == ("critical", "low")
    assert len(results["overrides"]) == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("    - {control: a/B, reason: R, by: B}", "changes nothing"),
        ("    - {control: a/B, by: B, enabled: false}", "reason"),
        ("    - {control: a/B, reason: R, enabled: false}", "by"),
        ("    - {control: a/B, reason: R, by: B, enabled: 1}", "true or false"),
        ("    - {control: a/B, reason: R, by: B, severity: hihg}", "did you mean high"),
        ("    - {control: a/B, reason: R, by: B, disabled: true}", "is not known"),
    ],
)
def test_a_broken_section_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "aigov.yaml"
    path.write_text(f"version: 1\npolicy:\n  overrides:\n{text}\n")
    with pytest.raises(UsageError, match=said) as caught:
        load_policy_settings(path)
    assert f"{path}:4" in str(caught.value)
