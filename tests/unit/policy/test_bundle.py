"""Bundles: self-contained, checked, and the same for the same sources."""

import json
import shutil
from pathlib import Path

import pytest

from aigov.catalogue import Catalogue
from aigov.errors import EngineError
from aigov.policy.bundle import Bundle, build_bundle
from aigov.policy.frameworks import load_frameworks

FIXTURES = Path(__file__).parent / "fixtures"
(TINY,) = load_frameworks(["tiny"], directory=FIXTURES / "bundles")
EMPTY = Catalogue([], [])


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIXTURES / "policies", tmp_path / "policies"))


def build(policies: Path) -> Bundle:
    return build_bundle(TINY, EMPTY, policies=policies)


def test_the_library_moves_below_the_own_root_and_imports_are_written_out(policies: Path) -> None:
    bundle = build(policies)
    assert list(bundle.modules) == [
        "aigov/tiny/lib/result.rego",
        "aigov/tiny/t_1.rego",
        "aigov/tiny/decision.rego",
        "aigov/tiny/report.rego",
    ]
    library = bundle.modules["aigov/tiny/lib/result.rego"]
    assert library.startswith("package aigov.tiny.lib.result\n")
    assert "data.aigov.tiny.lib.facts.indicators" in library
    assert not any("aigov.lib" in text for text in bundle.modules.values())


def test_data_holds_the_decided_controls_and_the_revision(policies: Path) -> None:
    bundle = build(policies)
    assert list(bundle.data["controls"]) == ["t_1", "t_2"]
    assert bundle.data["controls"]["t_2"] == {
        "id": "T 2",
        "title": "Somebody says so",
        "kind": "declared",
        "rule": "attested",
    }
    assert bundle.data["manifest"] == {"framework": "tiny", "version": "1", "revision": bundle.revision}
    assert bundle.ref.revision == bundle.revision


def test_the_revision_follows_the_content_and_nothing_else(policies: Path, tmp_path: Path) -> None:
    first = build(policies).revision
    elsewhere = Path(shutil.copytree(policies, tmp_path / "elsewhere"))
    (elsewhere / "lib" / "more_test.rego").write_text("package aigov_test.more\n")
    (elsewhere / "lib" / "testing").mkdir()
    (elsewhere / "lib" / "testing" / "kit.rego").write_text("package aigov_test.testing\n")
    assert build(elsewhere).revision == first
    rule = elsewhere / "tiny" / "t_1.rego"
    rule.write_text(rule.read_text().replace("is an alias", "is a mere alias"))
    assert build(elsewhere).revision != first


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("tiny/t_1.rego", "package aigov.tiny.rules.t_1\nresults := {", "policies/tiny/t_1.rego:2"),
        ("tiny/t_1.rego", "package other\n", "policies/tiny/t_1.rego: is package other"),
        (
            "tiny/t_1.rego",
            "package aigov.tiny.rules.t_1\n\nresults := data.secrets\n",
            "policies/tiny/t_1.rego:3: reads data.secrets, outside its bundle",
        ),
        (
            "tiny/t_1.rego",
            "package aigov.tiny.rules.t_1\n\nresults := data.aigov[input.x]\n",
            "policies/tiny/t_1.rego:3: reads data.aigov, outside its bundle",
        ),
        (
            "lib/result.rego",
            "package aigov.lib.result\n\nanswer(a, b, c, d) := http.send({})\n",
            "policies/lib/result.rego:3: calls http.send, which policies may not (a policy decides on its input alone)",
        ),
        (
            "tiny/t_1.rego",
            "package aigov.tiny.rules.t_1\n\nresults := {x | x := opa.runtime()}\n",
            "policies/tiny/t_1.rego:3: calls opa.runtime, which policies may not",
        ),
        (
            "tiny/t_1.rego",
            "package aigov.tiny.rules.t_1\n\nresults := {x | x := time.now_ns()}\n",
            "calls time.now_ns, which policies may not (use input.context.evaluated_at_ns)",
        ),
        (
            "tiny/t_1.rego",
            "package aigov.tiny.rules.t_1\n\nhttp := {}\n\nresults := {x | x := http.send({})}\n",
            "policies/tiny/t_1.rego: gives an own meaning to 'http'",
        ),
        (
            "tiny/t_1.rego",
            "package aigov.tiny.rules.t_1\n\nf(x) := x\n\nresults := {1 | f(1) with f as http.send}\n",
            "policies/tiny/t_1.rego:5: calls http.send",
        ),
        (
            "lib/result.rego",
            "package aigov.lib.result\n\nimport data.aigov.tiny.controls\n\nanswer(a, b, c, d) := lower(a)\n",
            "policies/lib/result.rego:5: calls lower, which policies may not (see policies/capabilities.json",
        ),
    ],
)
def test_a_policy_that_may_not_be_loaded_is_named(policies: Path, file: str, text: str, said: str) -> None:
    (policies / file).write_text(text)
    with pytest.raises(EngineError) as caught:
        build(policies)
    assert said in str(caught.value)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("file", ["tiny/t_1.rego", "tiny/report.rego"])
def test_a_missing_rule_is_named(policies: Path, file: str) -> None:
    (policies / file).unlink()
    with pytest.raises(EngineError, match=f"there is no {Path(file).name}"):
        build(policies)


def test_capabilities_must_be_there_and_of_their_format(policies: Path) -> None:
    (policies / "capabilities.json").write_text("[]")
    with pytest.raises(EngineError, match="is no OPA capabilities file"):
        build(policies)
    (policies / "capabilities.json").unlink()
    with pytest.raises(EngineError, match="is no OPA capabilities file"):
        build(policies)


def test_data_is_json_without_floats(policies: Path) -> None:
    def numbers(value: object) -> list[object]:
        if isinstance(value, dict):
            return [number for item in value.values() for number in numbers(item)]
        if isinstance(value, list):
            return [number for item in value for number in numbers(item)]
        return [value] if isinstance(value, float) else []

    assert numbers(json.loads(json.dumps(build(policies).data))) == []
