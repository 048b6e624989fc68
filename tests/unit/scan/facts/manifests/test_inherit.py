"""What manifests take from one another, where they contradict themselves or want to be expensive."""

from __future__ import annotations

from aigov.scan.facts.manifests.inherit import settle
from aigov.scan.facts.manifests.records import Dependencies, Requirement


def asked(name: str, constraint: str | None = None, alias: str | None = None) -> Requirement:
    return Requirement(ecosystem="maven", name=name, line=1, scope="app", constraint=constraint, alias=alias)


def test_the_nearest_file_wins_and_variables_belong_to_who_asks() -> None:
    files = {
        "pom.xml": Dependencies(variables={"v": "1.0"}, managed={"g:a": "${v}", "g:b": "3.0"}),
        "x/pom.xml": Dependencies(managed={"g:b": "4.0"}, inherits=("pom.xml",)),
        "x/y/pom.xml": Dependencies(
            requirements=(asked("g:a"), asked("g:b"), asked("g:c")), variables={"v": "2.0"}, inherits=("x/pom.xml",)
        ),
    }
    found = settle(files)["x/y/pom.xml"].requirements
    assert [row.version for row in found] == ["2.0", "4.0", None]


def test_circles_of_parents_and_variables_end() -> None:
    files = {
        "a": Dependencies(requirements=(asked("g:a", "${x}"),), variables={"x": "${y}"}, inherits=("b",)),
        "b": Dependencies(variables={"y": "${x}"}, inherits=("a", "missing")),
    }
    (row,) = settle(files)["a"].requirements
    assert row.version is None
    assert (row.constraint or "").startswith("${")


def test_variables_that_multiply_stay_small() -> None:
    variables = {f"v{index}": f"${{v{index + 1}}}" * 9 for index in range(60)}
    files = {"a": Dependencies(requirements=tuple(asked("g:a", "${v0}") for _ in range(500)), variables=variables)}
    rows = settle(files)["a"].requirements
    assert all(len(row.constraint or "") <= 300 for row in rows)


def test_an_alias_stands_for_what_the_catalogue_holds_and_nothing_else() -> None:
    files = {
        "libs": Dependencies(aliases={"libs.ai": (asked("g:a", "1"), asked("g:b", "2")), "libs.none": ()}),
        "build": Dependencies(
            requirements=(
                asked("", alias="libs.ai"),
                asked("", alias="libs.other"),
                asked("g:own", alias="libs.none"),
                asked("g:c", alias="gone"),
            ),
            inherits=("libs",),
        ),
    }
    found = settle(files)["build"].requirements
    assert [(row.name, row.constraint) for row in found] == [("g:a", "1"), ("g:b", "2"), ("g:c", None)]
