"""Folders of own policies: what is taken, what is refused with file and line, and that both engines say the same."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from aigov.catalogue import load_catalogue
from aigov.errors import AigovError, EngineError, UsageError
from aigov.policy.bundle import Bundle, build_bundle
from aigov.policy.engines.embedded import EmbeddedEngine
from aigov.policy.frameworks import load_frameworks
from aigov.policy.own import choose, load_policy_folder, with_folders

HOUSE = Path(__file__).parents[3] / "examples" / "house-rules"
SILENT = {"schema": "aigov.dev/policy-input/v1"}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "house"
    shutil.copytree(HOUSE, folder)
    return folder


def bundle(folder: Path) -> Bundle:
    (framework,) = load_policy_folder(folder)
    return build_bundle(framework, load_catalogue())


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_folder_is_a_framework_beside_the_shipped_ones() -> None:
    frameworks = with_folders([HOUSE])
    assert [framework.id for framework in frameworks] == [*(f.id for f in load_frameworks()), "house-rules"]
    assert [control.id for control in choose(frameworks, ["house-rules"])[0].controls] == [
        "HR-1",
        "HR-2",
        "HR-3",
        "HR-4",
        "HR-5",
    ]


def test_a_folder_named_twice_is_read_once() -> None:
    assert len(with_folders([HOUSE, HOUSE / ".." / "house-rules"])) == len(with_folders([HOUSE]))


def test_the_report_is_written_for_it_and_statements_need_no_rule() -> None:
    report = EmbeddedEngine().evaluate(bundle(HOUSE), SILENT)
    assert len(report) == 5
    assert [row["code"] for row in report["engineers_are_trained"]] == ["facts-absent"]


def test_rules_read_the_parameters_of_their_row() -> None:
    built = bundle(HOUSE)
    assert built.data["parameters"]["no_aliases_in_production"] == {"exempt": []}
    assert "openai" in built.data["parameters"]["approved_vendors"]["vendors"]


def test_rules_of_two_frameworks_in_one_folder_lie_apart(house: Path) -> None:
    rules = house / "house-rules"
    rules.mkdir()
    for path in house.glob("*.rego"):
        path.rename(rules / path.name)
    other = (house / "house-rules.toml").read_text().partition("[[controls]]")[0]
    row = (
        '[[controls]]\nid = "X"\nslug = "x"\ntitle = "X"\ncitation = "X"\nkind = "declared"\nrule = "attested"\n'
        'severity = "low"\nremediation = "State it."\n'
    )
    (house / "more.toml").write_text(other.replace("house-rules", "more").replace("house_rules", "more") + row)
    (house / "more").mkdir()
    first, second = load_policy_folder(house)
    assert (first.folder, second.folder) == (rules, house / "more")
    assert build_bundle(first, load_catalogue()).data["parameters"]
    assert set(build_bundle(second, load_catalogue()).data["controls"]) == {"x"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("_needs := [", "_needs := [[", "approved_vendors.rego:20: column"),
        ("in parameters.approved", "in params.approved", "approved_vendors.rego:36: column"),
        (
            "gate.none_found(",
            "gate.none_at_all(",
            "approved_vendors.rego:26: calls gate.none_at_all, which nobody defines",
        ),
        (
            "count(bom.providers |",
            "http.send(bom.providers |",
            "approved_vendors.rego:27: calls http.send, which policies",
        ),
        ("import data.aigov.lib.bom", "import data.aigov.nist_ai_rmf as bom", "reads data.aigov.nist_ai_rmf, outside"),
        ("package aigov.house_rules.", "package aigov.nist_ai_rmf.", "is package aigov.nist_ai_rmf"),
    ],
)
def test_faulty_rego_is_one_line_with_its_place(house: Path, old: str, new: str, said: str) -> None:
    change(house / "approved_vendors.rego", old, new)
    with pytest.raises(EngineError) as caught:
        bundle(house)
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{house}/approved_vendors.rego:")
    assert "\n" not in str(caught.value)


def test_what_fails_while_it_runs_names_the_file(house: Path) -> None:
    change(house / "approved_vendors.rego", '_needs := ["providers"', '_needs := [split(1, "/")')
    with pytest.raises(EngineError, match=r"house/approved_vendors.rego:18: the rules failed: "):
        EmbeddedEngine().evaluate(bundle(house), SILENT)


def test_a_missing_rule_is_named(house: Path) -> None:
    (house / "mcp_servers_have_owners.rego").unlink()
    with pytest.raises(EngineError, match=r"there is no mcp_servers_have_owners.rego"):
        bundle(house)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "house-rules"', 'id = "nist-ai-rmf"', "has the id"),
        ('package = "house_rules"', 'package = "nist_ai_rmf"', "which NIST AI Risk Management Framework has"),
        ('package = "house_rules"', 'package = "lib"', "has the package 'lib'"),
        ('severity = "high"', 'severity = "terrible"', "control HR-1, severity"),
        (
            "[controls.parameters.vendors]\ndefault",
            "[controls.parameters.vendors]\nstandard",
            "control HR-1, parameters",
        ),
    ],
)
def test_a_broken_description_is_refused(house: Path, old: str, new: str, said: str) -> None:
    change(house / "house-rules.toml", old, new)
    with pytest.raises(EngineError, match=said):
        with_folders([house])


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir(), lambda path: path.write_text("")])
def test_what_is_no_folder_of_policies_is_refused(tmp_path: Path, make: Any) -> None:
    make(tmp_path / "own")
    with pytest.raises(UsageError):
        load_policy_folder(tmp_path / "own")


def test_an_unknown_framework_is_named_with_a_hint() -> None:
    with pytest.raises(AigovError, match="did you mean house-rules"):
        choose(with_folders([HOUSE]), ["house-rule"])
