from __future__ import annotations

from pathlib import Path

import pytest

from aigov.control import Evidence, Result
from aigov.report.findings import Place, Roots, find_roots, places_of


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "services" / "api").mkdir(parents=True)
    return tmp_path


def test_a_scanned_folder_lies_somewhere_in_its_repository(repository: Path) -> None:
    assert find_roots(repository, None) == Roots()
    inner = find_roots(repository / "services" / "api", None)
    assert inner == Roots(prefix="services/api/", declarations="services/api/aigov.yaml")
    elsewhere = find_roots(repository / "services" / "api", repository / "gov" / "aigov.yaml")
    assert elsewhere == Roots(prefix="services/api/", declarations="gov/aigov.yaml")


def test_without_a_repository_places_are_those_of_the_folder(tmp_path: Path) -> None:
    assert find_roots(tmp_path, None) == Roots()


def test_a_bom_is_about_the_folder_here(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    (repository / "bom.json").write_text("{}")
    assert find_roots(Path("bom.json"), None) == Roots()


def test_places_are_told_once_and_those_of_statements_lie_in_aigov_yaml() -> None:
    result = Result(
        status="fail",
        subject="s",
        message="m",
        evidence=(
            Evidence(file="a.py", line=1),
            Evidence(ref="x", file="a.py", line=1),
            Evidence(file="/abs/b.py"),
            Evidence(path="/declarations/providers/0"),
            Evidence(ref="y"),
        ),
    )
    assert places_of(result, Roots(prefix="api/", declarations="api/aigov.yaml")) == (
        Place(file="api/a.py", line=1),
        Place(file="/abs/b.py"),
        Place(file="api/aigov.yaml"),
    )


def test_a_result_that_no_statement_would_settle_has_no_place() -> None:
    assert places_of(Result(status="undetermined", subject="s", message="m", missing=("a scan",)), Roots()) == ()
