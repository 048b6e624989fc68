"""``aigov check --format …``, ``--summary`` and ``--explain`` on a real example."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from click.testing import CliRunner, Result

from aigov.cli import cli
from aigov.errors import UsageError

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "support-desk"


def check(tmp_path: Path, *options: str) -> Result:
    command = ["check", str(EXAMPLE), "--as-of", "2026-11-23", "--out-dir", str(tmp_path / "out"), *options]
    return CliRunner().invoke(cli, command, catch_exceptions=False, standalone_mode=False)


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "markdown", "github", "openreports"])
def test_a_format_goes_to_stdout_or_into_a_file(form: str, tmp_path: Path) -> None:
    shown = check(tmp_path, "--format", form).stdout
    file = tmp_path / "report"
    assert check(tmp_path, "--format", form, "-o", str(file)).stdout == ""
    assert file.read_text() == shown
    assert shown.endswith("\n")


def test_sarif_of_a_real_run_is_valid(tmp_path: Path) -> None:
    schema = json.loads((Path(__file__).parents[1] / "report" / "fixtures" / "sarif-schema-2.1.0.json").read_text())
    document = json.loads(check(tmp_path, "--format", "sarif").stdout)
    validator = jsonschema_rs.Draft4Validator(schema, validate_formats=True)
    assert [error.message for error in validator.iter_errors(document)] == []
    assert document["runs"][0]["results"]


def test_a_summary_is_appended(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("before\n")
    check(tmp_path, "--format", "github", "--summary", str(file))
    assert file.read_text().startswith("before\n### aigov: ")


def test_a_control_is_traced_to_rule_input_ref_file_and_line(tmp_path: Path) -> None:
    document: dict[str, Any] = json.loads(check(tmp_path, "--explain", "manage 3.2", "--format", "json").stdout)
    results = json.loads((tmp_path / "out" / "results.json").read_text())
    row = next(row for row in results["controls"] if row["control"] == "MANAGE 3.2")
    trace = document.pop("trace")
    assert document == row
    assert trace["rule"] == "policies/nist-ai-rmf/manage_3_2.rego"
    assert "fixed version" in trace["description"]
    reads = {item["path"]: item["values"] for item in trace["reads"]}
    assert {"pointer": "/models/0/pinned", "value": '"yes"'} in reads["models[].pinned"]
    assert "lifecycle" in trace["facts"]
    evidence = row["results"][0]["evidence"][0]
    assert {"ref", "file", "line"} <= evidence.keys()


def test_the_trace_for_people_says_what_is_needed_and_what_is_silent(tmp_path: Path) -> None:
    shown = check(tmp_path, "--explain", "nist-ai-rmf/MANAGE 3.2").stdout
    assert "rule   policies/nist-ai-rmf/manage_3_2.rego" in shown
    assert "needs  in the source a dated or numbered version" in shown
    assert "seen   support_desk/settings.py:16  model:openai/text-embedding-3-small" in shown
    assert '/models/0/pinned = "yes"' in shown
    assert "silent " in shown


def test_a_statement_is_traced_to_the_shared_rule_and_a_manual_control_to_none(tmp_path: Path) -> None:
    stated = check(tmp_path, "--explain", "GOVERN 2.2").stdout
    assert "rule   policies/lib/attestation.rego" in stated
    assert "/declarations/attestations/" in stated
    manual = check(tmp_path, "--explain", "GOVERN 3.1").stdout
    assert "No machine decides this control" in manual
    assert "rule " not in manual


def test_an_unknown_control_and_a_format_that_cannot_tell_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no control"):
        check(tmp_path, "--explain", "MANAGE 99")
    assert not (tmp_path / "out").exists()
    with pytest.raises(UsageError, match="--explain has no format sarif"):
        check(tmp_path, "--explain", "MANAGE 3.2", "--format", "sarif")
