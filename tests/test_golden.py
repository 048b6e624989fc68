"""The main job on every example, and what each example is there to show.

``pytest tests/test_golden.py --update-golden`` writes ``tests/golden`` anew; the diff is the review. What an example
must show is asserted apart from its goldens, so that no careless update can bless a wrong verdict.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from aigov.canonical import pretty_json
from aigov.cli import cli

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
GOLDEN = Path(__file__).resolve().parent / "golden"
AS_OF = "2026-11-23"
ENVIRONMENT = {"SOURCE_DATE_EPOCH": None, "NO_COLOR": "1", "AIGOV_OPA_URL": None}

NO_APPS = {"house-rules", "opa"}
"""Examples of how to judge, not of what is judged."""
NAMES = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir() and path.name not in NO_APPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What the main job gave for one example."""

    exit_code: int
    files: dict[str, str]
    """Name of the golden file -> its text."""

    def json(self, name: str) -> Any:
        return json.loads(self.files[name])

    @property
    def results(self) -> Any:
        return self.json("results.json")

    @property
    def inventory(self) -> Any:
        return self.json("inventory.json")

    def statuses(self, *, kind: str | None = None) -> dict[str, str]:
        """``framework/control`` -> status."""
        return {
            f"{control['framework']}/{control['control']}": control["status"]
            for control in self.results["controls"]
            if kind is None or control["kind"] == kind
        }


RunExample = Callable[[str], Run]


def aigov(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, env=ENVIRONMENT, standalone_mode=False, catch_exceptions=False)


@pytest.fixture(scope="session")
def run(commit_example: Callable[[str, Path], Path], tmp_path_factory: pytest.TempPathFactory) -> RunExample:
    """The main job on one example, done once a session."""

    @cache
    def run(name: str) -> Run:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(tmp_path_factory.mktemp(name))
            commit_example(name, Path())
            inventory = aigov("scan", name, "--format", "json")
            check = aigov("check", name, "--as-of", AS_OF, "--out-dir", "out")
            exit_code = int(check.return_value)
            files = {
                "aibom.cdx.json": Path("out", "aibom.cdx.json").read_text(),
                "inventory.json": inventory.stdout,
                "results.json": for_review(Path("out", "results.json").read_text()),
                "check.txt": f"$ aigov check {name} --as-of {AS_OF}\n{check.stdout}\nexit code {exit_code}\n",
            }
        return Run(exit_code=exit_code, files=files)

    return run


def for_review(results: str) -> str:
    """The results without what says nothing about the example: bundle revisions, which change with each comment in a
    policy, and manual controls, which are the same for all."""
    document = json.loads(results)
    assert results == pretty_json(document), "what is left out must be all that differs"
    for bundle in document["engine"]["bundles"]:
        bundle["revision"] = "(sha256 of the bundle)"
    document["controls"] = [control for control in document["controls"] if control["kind"] != "manual"]
    return pretty_json(document)


@pytest.mark.parametrize("name", NAMES)
def test_outputs_are_the_golden_ones(name: str, run: RunExample, request: pytest.FixtureRequest) -> None:
    folder = GOLDEN / name
    files = run(name).files
    if request.config.getoption("--update-golden"):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for file, text in files.items():
            (folder / file).write_text(text)
        return
    for file, text in files.items():
        golden = folder / file
        assert golden.is_file(), f"no {golden.relative_to(ROOT)}: write it with --update-golden"
        assert text == golden.read_text(), f"{golden.relative_to(ROOT)} differs: if rightly, --update-golden"


def test_no_golden_is_left_of_an_example_that_is_gone() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir() if path.is_dir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_bom_alone_gives_the_same_results(
    name: str, run: RunExample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "aibom.cdx.json").write_text(run(name).files["aibom.cdx.json"])
    declarations = EXAMPLES / name / "aigov.yaml"
    given = ("--declarations", str(declarations)) if declarations.is_file() else ()
    aigov("check", "aibom.cdx.json", "--as-of", AS_OF, "--out-dir", "out", *given)
    assert for_review(Path("out", "results.json").read_text()) == run(name).files["results.json"]


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_read_completely(name: str, run: RunExample) -> None:
    coverage = run(name).inventory["coverage"]
    assert coverage["complete"], coverage
    assert not run(name).inventory.get("problems")
    assert "error" not in run(name).statuses().values()


SERVICES = {
    "claims-copilot": {"service:aws-bedrock", "service:langsmith", "mcp:claim-files", "mcp:weather"},
    "hiring-screener": {"service:openai"},
    "plain-shop": set(),
    "support-desk": {"service:anthropic", "service:openai"},
    "support-desk-undeclared": {"service:anthropic", "service:openai"},
    "trip-planner": {"service:anthropic", "service:openai"},
}


@pytest.mark.parametrize("name", NAMES)
def test_data_goes_where_the_code_says_and_nowhere_else(name: str, run: RunExample) -> None:
    services = {service["bom-ref"] for service in run(name).json("aibom.cdx.json").get("services", ())}
    # An agent's tools run within the process: nothing leaves by them that no other service is named for.
    assert {ref for ref in services if not ref.startswith("tool:")} == SERVICES[name]
    receivers = {ref.partition(":")[2] for ref in SERVICES[name]}
    assert {flow["provider"] for flow in run(name).inventory.get("flows", ())} <= receivers


def test_support_desk_passes(run: RunExample) -> None:
    desk = run("support-desk")
    assert desk.exit_code == 0, desk.files["check.txt"]
    assert {use["name"] for use in desk.inventory["uses"]} >= {"openai", "anthropic", "pgvector"}
    assert {(model["model"], model["provider"]) for model in desk.inventory["models"] if model["scope"] == "app"} == {
        ("gpt-5.1-2025-11-13", "openai"),
        ("text-embedding-3-small", "openai"),
        ("claude-opus-4-5-20251101", "anthropic"),
    }


def test_support_desk_without_declarations_is_refused_and_told_what_to_do(run: RunExample) -> None:
    desk, declared = run("support-desk-undeclared"), run("support-desk")
    assert desk.exit_code == 1
    refused = [control for control in desk.results["controls"] if control["status"] in {"fail", "undetermined"}]
    assert refused
    for control in refused:
        assert control["remediation"], f"{control['control']} refuses and does not say what to do"
    missing = {item for control in refused for result in control["results"] for item in result["missing"]}
    assert any("aigov.yaml" in item for item in missing), missing
    # The code is the same: what is found in it, too.
    assert desk.inventory["uses"] == declared.inventory["uses"]
    assert desk.inventory["models"] == declared.inventory["models"]


def test_trip_planner_resolves_both_providers_through_the_sdk(run: RunExample) -> None:
    planner = run("trip-planner")
    assert planner.exit_code == 1
    assert {use["name"] for use in planner.inventory["uses"]} == {"vercel-ai-sdk", "openai", "anthropic"}
    models = {
        (model["model"], model["provider"], model.get("variable"))
        for model in planner.inventory["models"]
        if model["scope"] == "app"
    }
    assert models == {
        ("gpt-5.5", "openai", "PLANNER_OPENAI_MODEL"),
        ("claude-sonnet-4-5-20250929", "anthropic", "PLANNER_ANTHROPIC_MODEL"),
    }


def test_hiring_screener_is_refused_for_what_it_does(run: RunExample) -> None:
    screener = run("hiring-screener")
    assert screener.exit_code == 1
    assert "gpt-4-0613" in {model["model"] for model in screener.inventory["models"]}
    indicators = {item["indicator"] for item in screener.inventory["indicators"]}
    assert any("emotion" in item for item in indicators), indicators
    assert len(indicators) > 1, "the ranking of applicants is an indicator of its own"
    statuses = screener.statuses()
    assert statuses["eu-ai-act/Art. 5(1)(f)"] == "fail"
    retired = [
        result
        for control in screener.results["controls"]
        for result in control["results"]
        if result["status"] == "fail" and "gpt-4-0613" in result["subject"] and "retire" in json.dumps(result).lower()
    ]
    assert retired, "nothing says that gpt-4-0613 is retired"


def test_a_shop_without_ai_is_left_alone(run: RunExample) -> None:
    shop = run("plain-shop")
    assert shop.exit_code == 0, shop.files["check.txt"]
    for finding in ("uses", "models", "endpoints", "flows", "mcp_servers", "indicators", "unresolved"):
        assert not shop.inventory.get(finding), finding
    decided = shop.statuses(kind="automated") | shop.statuses(kind="declared")
    assert set(decided.values()) <= {"not_applicable", "pass"}, decided
    assert "not_applicable" in decided.values()
    reasons = [
        result["message"]
        for control in shop.results["controls"]
        for result in control["results"]
        if result["status"] == "not_applicable"
    ]
    assert all(reasons), "each not-applicable control says why"


def test_claims_copilot_tells_waived_from_expired(run: RunExample) -> None:
    claims = run("claims-copilot")
    assert claims.exit_code == 1
    assert {server["name"]: server["pinned"] for server in claims.inventory["mcp_servers"]} == {
        "claim-files": "yes",
        "weather": "no",
    }
    assert {model["provider"] for model in claims.inventory["models"]} == {"aws-bedrock"}
    assert {waiver["state"] for waiver in claims.results["waivers"]} == {"applied", "expired"}
    assert "waived" in {result["status"] for control in claims.results["controls"] for result in control["results"]}


def test_claims_copilot_knows_its_licences_from_an_sbom(run: RunExample) -> None:
    claims = run("claims-copilot")
    assert {row["file"] for row in claims.inventory["licences"]} == {"bom.json"}
    assert claims.statuses()["nist-ai-rmf/MAP 4.1"] == "pass"
