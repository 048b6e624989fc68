"""The test runner: OPA's convention on the embedded engine, coverage, and no silence about what does not compile."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from aigov.errors import EngineError, UsageError
from aigov.policy.own import load_policy_folder
from aigov.policy.rego_tests import TestRun, folder_sources, run_tests

HOUSE = Path(__file__).parents[3] / "examples" / "house-rules"

RULE = "package aigov.acme.rules.a\n\nresults contains 1 if input.x\n\nresults contains 2 if {\n\tinput.y\n}\n"
TEST = """\
package aigov_test.acme.a

import data.aigov.acme.rules.a

test_one if a.results == {1} with input as {"x": true}

test_false if 1 == 2

test_undefined if a.nothing

test_error if split(input.x, "/") with input as {"x": 1}

todo_test_later if false

helper if true
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.rego").write_text(RULE)
    (tmp_path / "a_test.rego").write_text(TEST)
    return tmp_path


def statuses(run: TestRun) -> dict[str, str]:
    return {result.name.rpartition(".")[2]: result.status for result in run.results}


def test_true_passes_all_else_fails_and_an_error_says_where(folder: Path) -> None:
    run = run_tests(folder_sources(folder))
    assert statuses(run) == {
        "test_one": "pass",
        "test_false": "fail",
        "test_undefined": "fail",
        "test_error": "error",
        "todo_test_later": "skipped",
    }
    assert not run.passed
    error = next(result for result in run.results if result.status == "error")
    assert error.place == f"{folder}/a_test.rego:11"
    assert error.detail.startswith(f"{folder}/a_test.rego:11: column")
    assert "\n" not in error.detail


def test_a_pattern_chooses(folder: Path) -> None:
    assert list(statuses(run_tests(folder_sources(folder), pattern=r"acme\.a\.test_(one|false)"))) == [
        "test_one",
        "test_false",
    ]
    with pytest.raises(UsageError, match="no regular expression"):
        run_tests(folder_sources(folder), pattern="(")


def test_coverage_names_the_lines_that_no_test_ran(folder: Path) -> None:
    (folder / "b.rego").write_text("package aigov.acme.rules.b\n\nresults contains 1 if input.x\n")
    run = run_tests(folder_sources(folder), pattern="test_one", coverage=True)
    first, second = run.coverage
    assert first.path == f"{folder}/a.rego"
    assert first.uncovered
    assert set(first.uncovered) <= {5, 6}
    assert (second.path, second.covered, second.uncovered) == (f"{folder}/b.rego", 0, (3,))
    assert 0 < run.percent < 100


def test_the_library_is_there_and_not_counted() -> None:
    run = run_tests(folder_sources(HOUSE), load_policy_folder(HOUSE), coverage=True)
    assert run.passed
    assert run.percent == 100
    assert {file.path.rpartition("/")[0] for file in run.coverage} == {HOUSE.as_posix()}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("package aigov.acme.rules.a\n\nresults := {\n", "a.rego:4: column"),
        ("package aigov.acme.rules.a\n\nresults contains 1 if lost == 1\n", "a.rego:3: column"),
        ('package aigov.acme.rules.a\n\nresults := http.send({"url": "x"})\n', "a.rego:3: calls http.send"),
    ],
)
def test_what_does_not_compile_is_one_line_with_its_place(folder: Path, text: str, said: str) -> None:
    (folder / "a.rego").write_text(text)
    with pytest.raises(EngineError) as caught:
        run_tests(folder_sources(folder))
    assert str(caught.value).startswith(f"{folder}/{said}")
    assert "\n" not in str(caught.value)


def test_a_folder_without_rego_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no Rego"):
        folder_sources(tmp_path)
    with pytest.raises(UsageError, match="is no folder"):
        folder_sources(tmp_path / "x")


@pytest.mark.opa
@pytest.mark.skipif(shutil.which("opa") is None, reason="opa is not on PATH")
def test_opa_says_the_same_of_the_house_rules() -> None:
    root = HOUSE.parents[1]
    own = len(run_tests(folder_sources(HOUSE), load_policy_folder(HOUSE)).results)
    ran = subprocess.run(
        ["opa", "test", str(HOUSE), str(root / "policies" / "lib"), "--run", "house_rules"],
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout
    assert f"PASS: {own}/{own}" in ran.stdout
