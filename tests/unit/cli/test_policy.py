"""``aigov policy``: list, explain, test, new, input and docs, as a user calls them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import click.testing
import pytest
from click.testing import CliRunner

from aigov.cli import cli
from aigov.errors import AigovError, UsageError
from aigov.schema import violations

ROOT = Path(__file__).parents[3]
HOUSE = ROOT / "examples" / "house-rules"
BOM = ROOT / "tests" / "golden" / "claims-copilot" / "aibom.cdx.json"


def run(*words: str) -> tuple[int, str]:
    """Exit code (0 where the command gives none) and all that was printed."""
    result = CliRunner().invoke(cli, ["policy", *words], standalone_mode=False)
    if isinstance(result.exception, AigovError):
        raise result.exception
    assert result.exception is None, result.exception
    return result.return_value or 0, result.output


def test_list_knows_own_frameworks_and_filters() -> None:
    _, output = run("list", "--policy", str(HOUSE), "--framework", "house-rules", "--kind", "automated")
    rows = [line.split("\t") for line in output.splitlines()]
    assert [row[1] for row in rows] == ["HR-1", "HR-2", "HR-3", "HR-4"]
    assert rows[0] == ["house-rules", "HR-1", "automated", "high", "Only vendors on the list receive data"]
    _, output = run("list", "--policy", str(HOUSE), "--severity", "critical", "--format", "json")
    assert "HR-3" in {row["control"] for row in json.loads(output)}
    assert {row["severity"] for row in json.loads(output)} == {"critical"}


def test_list_shows_severities_as_overridden(tmp_path: Path) -> None:
    settings = tmp_path / "aigov.yaml"
    over = '{control: "house-rules/HR-1", severity: low, reason: R, by: B, on: 2026-01-01, expires: 2999-01-01}'
    settings.write_text(f"version: 1\npolicy:\n  folders: [{HOUSE}]\n  overrides: [{over}]\n")
    _, output = run("list", "--declarations", str(settings), "--framework", "house-rules")
    assert output.splitlines()[0].split("\t")[3] == "low"


@pytest.mark.parametrize("name", ["house-rules/HR-3", "hr-3", "personal_data_stays_in_the_eu"])
def test_explain_tells_reads_parameters_and_cases(name: str) -> None:
    _, page = run("explain", name, "--policy", str(HOUSE))
    assert page.startswith("# HR-3: Personal data is processed in the EU\n")
    assert "A pass proves that the address in the source is in the EU" in page
    assert "| regions | `" in page
    assert "`endpoints[].region`" in page
    passing, failing = page.partition("## A case that passes")[2].split("## A case that does not")
    assert "\npass  service:openai: " in passing
    assert '- `providers/0/endpoints/0/region` is `"us-east-1"`' in failing
    assert "\nfail  service:openai: " in failing


def test_explain_tells_of_statements_and_of_what_is_out_of_reach() -> None:
    assert '- control: "house-rules/HR-5"' in run("explain", "HR-5", "--policy", str(HOUSE))[1]
    assert "**manual**: out of reach" in run("explain", "nist-ai-rmf/GOVERN 1.2")[1]


def test_explain_refuses_what_is_not_there_or_is_there_twice(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"did you mean 'GOVERN 1\.6'"):
        run("explain", "GOVERN 1.66")
    again = tmp_path / "again.toml"
    text = (HOUSE / "house-rules.toml").read_text().replace("house-rules", "again").replace("house_rules", "again")
    again.write_text(text)
    with pytest.raises(UsageError, match="2 frameworks have a control 'HR-1'"):
        run("explain", "HR-1", "--policy", str(HOUSE), "--policy", str(tmp_path))


def test_test_runs_a_folder_and_says_how_much_was_covered() -> None:
    status, output = run("test", str(HOUSE), "--coverage", "--threshold", "100")
    assert status == 0
    assert "100.0 % of the rules' lines are covered" in output


def test_test_fails_on_a_broken_rule_and_on_low_coverage(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    shutil.copytree(HOUSE, folder)
    rule = folder / "mcp_servers_have_owners.rego"
    rule.write_text(rule.read_text().replace("count(_owners(server)) > 0", "count(_owners(server)) > 1"))
    status, output = run("test", str(folder), "--run", "mcp_servers_have_owners")
    assert status == 1
    assert f"FAIL    {folder}/mcp_servers_have_owners_test.rego:" in output
    assert "test_pass" in output
    assert run("test", str(HOUSE), "--run", "mcp_servers_have_owners", "--threshold", "90")[0] == 1


def test_test_without_tests_is_a_mistake() -> None:
    with pytest.raises(UsageError, match="no test is found by 'nothing'"):
        run("test", str(HOUSE), "--run", "nothing")


def test_new_begins_a_control_that_compiles_and_is_honest(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    _, output = run("new", "acme", "R 1.2", "--policy", str(folder), "--title", 'Called "right": always')
    assert f"aigov policy test {folder} --run r_1_2" in output
    assert sorted(path.name for path in folder.iterdir()) == ["acme.toml", "r_1_2.rego", "r_1_2_test.rego"]
    status, output = run("test", str(folder), "--coverage")
    assert status == 1
    failed = [line.split()[-1] for line in output.splitlines() if line.startswith("FAIL")]
    assert failed == ["test_pass", "test_fail_on_what_is_forbidden"]
    assert "4 of 6 tests pass" in output
    run("new", "acme", "5.3", "--policy", str(folder))
    assert '\n#   control: "5.3"\n' in (folder / "clause_5_3.rego").read_text(), "bare, it is a number in YAML"
    _, output = run("list", "--policy", str(folder), "--framework", "acme")
    assert [line.split("\t")[1] for line in output.splitlines()] == ["R 1.2", "5.3"]
    _, page = run("explain", "acme/R 1.2", "--policy", str(folder))
    assert page.startswith('# R 1.2: Called "right": always\n')
    assert "A case that passes" not in page
    assert "undetermined  model:" in page


@pytest.mark.parametrize("there", ["r_1.rego", "r_1_test.rego"])
def test_new_overwrites_nothing(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        run("new", "acme", "R 1", "--policy", str(tmp_path))
    assert (tmp_path / there).read_text() == "mine"
    assert not (tmp_path / "acme.toml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Acme!", "R 1"), "is no id of a framework"),
        (("acme", "…"), "is no id of a control"),
        (("acme", "../x"), "is no id of a control"),
        (("acme", " R 1"), "is no id of a control"),
        (("nist-ai-rmf", "GOVERN 1.6"), "is shipped with aigov"),
    ],
)
def test_new_refuses_names_that_cannot_be(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        run("new", *words, "--policy", str(tmp_path / "own"))
    assert not (tmp_path / "own").exists()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of one framework, in place of the one that this aigov runs from."""
    for name in ("bundles", "policies/nist-ai-rmf"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()
    shutil.copy(ROOT / "bundles" / "nist-ai-rmf.toml", tmp_path / "bundles")
    monkeypatch.setattr("aigov.policy.scaffold.bundles_dir", lambda: tmp_path / "bundles")
    monkeypatch.setattr("aigov.policy.scaffold.policies_dir", lambda: tmp_path / "policies")
    return tmp_path


def test_new_gives_a_rule_to_a_manual_row_of_the_checkout(checkout: Path) -> None:
    run("new", "nist-ai-rmf", "GOVERN 1.2")
    before = (ROOT / "bundles" / "nist-ai-rmf.toml").read_text().splitlines()
    after = (checkout / "bundles" / "nist-ai-rmf.toml").read_text().splitlines()
    assert set(after) - set(before) == {'remediation = "Say what to do where it fails."'}
    assert len(after) == len(before) + 2
    rule = (checkout / "policies" / "nist-ai-rmf" / "govern_1_2.rego").read_text()
    assert "# title: The organisation's policies say what trustworthy AI means for it\n" in rule
    assert "package aigov.nist_ai_rmf.rules.govern_1_2\n" in rule
    with pytest.raises(UsageError, match="has a rule already"):
        run("new", "nist-ai-rmf", "GOVERN 1.6")


def test_input_is_what_rules_read(tmp_path: Path) -> None:
    _, output = run("input", str(BOM), "--as-of", "2026-11-23")
    document: Any = json.loads(output)
    assert not list(violations("policy-input", document))
    assert "declarations" not in document
    file = ROOT / "examples" / "claims-copilot" / "aigov.yaml"
    run("input", str(BOM), "--declarations", str(file), "-o", str(tmp_path / "input.json"))
    assert json.loads((tmp_path / "input.json").read_text())["declarations"]["owners"]


def test_docs_are_written_checked_and_taken_away(tmp_path: Path) -> None:
    words = ("docs", "--policy", str(HOUSE), "--framework", "house-rules", "-o", str(tmp_path))
    assert run(*words, "--check")[0] == 1
    assert run(*words)[0] == 0
    assert run(*words, "--check")[0] == 0
    assert len(list((tmp_path / "house-rules").glob("*.md"))) == 5
    page = tmp_path / "house-rules" / "approved_vendors.md"
    page.write_text("stale")
    (tmp_path / "house-rules" / "gone.md").write_text("old")
    status, output = run(*words, "--check")
    assert status == 1
    assert "2 of 6 pages are not up to date" in output
    assert run(*words)[1].endswith("6 pages, 1 written, 1 removed\n")
    assert run(*words, "--check")[0] == 0


def test_the_list_stands_in_columns_on_a_terminal_and_with_tabs_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("list", "--framework", "nist-ai-rmf")
    piped = [line.split("\t") for line in run(*words)[1].splitlines()]
    assert {len(row) for row in piped} == {5}
    monkeypatch.setattr(click.testing._NamedTextIOWrapper, "isatty", lambda _: True)
    shown = run(*words)[1].splitlines()
    starts = {line.index(row[-1], len("  ".join(row[:-1]))) for line, row in zip(shown, piped, strict=True)}
    assert len(starts) == 1
    assert not any("\t" in line or line != line.rstrip() for line in shown)


def test_a_list_of_nothing_is_empty() -> None:
    words = ("list", "--framework", "nist-ai-rmf", "--kind", "manual", "--severity", "critical")
    assert run(*words) == (0, "")
