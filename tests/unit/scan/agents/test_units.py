"""Which files are taken to run together."""

import pytest

from aigov.scan.agents.units import Units, within

UNITS = Units(
    (
        "pyproject.toml",
        "services/api/requirements.txt",
        "services/api/app/main.py",
        "services/api/docs/conf.py",
        "services/job/Dockerfile",
        "services/job/main.py",
        "web/package.json",
        "web/scripts/load.py",
    )
)


@pytest.mark.parametrize(
    ("path", "family", "unit"),
    [
        ("main.py", "python", ""),
        ("services/api/app/main.py", "python", "services/api"),
        ("services/job/main.py", "python", "services/job"),
        ("web/chat.ts", "javascript", "web"),
        ("web/scripts/load.py", "python", ""),
        ("web/.env", None, "web"),
        ("services/shared.py", "python", ""),
    ],
)
def test_the_nearest_manifest_of_the_language_or_container_decides(path: str, family: str | None, unit: str) -> None:
    assert UNITS.of(path, family) == unit


def test_manifests_of_a_unit() -> None:
    assert UNITS.manifests("services/api") == ("services/api/requirements.txt",)
    assert UNITS.manifests("services") == ()


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [("a", "a", True), ("a/b", "a", True), ("a", "", True), ("ab", "a", False), ("", "a", False)],
)
def test_within(inner: str, outer: str, expected: bool) -> None:
    assert within(inner, outer) is expected
