"""The embedded engine."""

import re
import shutil
from pathlib import Path

import pytest

from aigov.catalogue import Catalogue
from aigov.errors import EngineError
from aigov.policy.bundle import Bundle, build_bundle
from aigov.policy.engines import normalize
from aigov.policy.engines.embedded import EmbeddedEngine
from aigov.policy.frameworks import load_frameworks

FIXTURES = Path(__file__).parent.parent / "fixtures"
(TINY,) = load_frameworks(["tiny"], directory=FIXTURES / "bundles")


def bundle(tmp_path: Path, **files: str) -> Bundle:
    policies = Path(shutil.copytree(FIXTURES / "policies", tmp_path / "policies"))
    for name, text in files.items():
        (policies / "tiny" / f"{name}.rego").write_text(text)
    return build_bundle(TINY, Catalogue([], []), policies=policies)


def test_each_control_answers_in_a_fixed_order(tmp_path: Path) -> None:
    models = [{"ref": "b", "pinned": "no"}, {"ref": "a", "pinned": "yes"}, {"ref": "a", "pinned": "no"}]
    report = EmbeddedEngine().evaluate(bundle(tmp_path), {"models": models, "context": {"evaluated_at_ns": 1}})
    assert list(report) == ["t_1", "t_2"]
    assert [(row["status"], row["subject"]) for row in report["t_1"]] == [("fail", "a"), ("fail", "b"), ("pass", "a")]


def test_a_rule_that_says_nothing_leaves_an_empty_answer_for_the_judge(tmp_path: Path) -> None:
    report = EmbeddedEngine().evaluate(bundle(tmp_path), {"models": [{"ref": "a", "pinned": "unresolved"}]})
    assert report["t_1"] == []


def test_two_values_for_one_control_are_an_error(tmp_path: Path) -> None:
    clash = "package aigov.tiny\n\nreport[slug] := {1} if some slug, _ in data.aigov.tiny.controls\n"
    clash += "report[slug] := {2} if some slug, _ in data.aigov.tiny.controls\n"
    with pytest.raises(EngineError, match=r"report\.rego:4: the rules failed: "):
        EmbeddedEngine().evaluate(bundle(tmp_path, report=clash), {})


def test_no_report_is_an_error(tmp_path: Path) -> None:
    empty = "package aigov.tiny\n\nreport := {} if input.never\n"
    with pytest.raises(EngineError, match="the rules gave no answer"):
        EmbeddedEngine().evaluate(bundle(tmp_path, report=empty), {})


@pytest.mark.parametrize("report", [None, [], "x", {"a": {}}, {"a": None}])
def test_what_is_no_report_is_an_error(report: object) -> None:
    with pytest.raises(EngineError, match="something that is no report"):
        normalize(report, "x")


def test_its_name_tells_the_version() -> None:
    assert re.fullmatch(r"regorus \d+\.\d+\.\d+", EmbeddedEngine().name)
