"""Templates in files of their own."""

from __future__ import annotations

import pytest

from aigov.scan.template_files import filled_in, is_template, template_at
from tests.conftest import GrowsEvenly


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "a.j2",
            "Dear {{ patient.name | upper }},\n{% for visit in visits %}",
            [("name", 1), ("patient", 1), ("visits", 2)],
        ),
        ("a.erb", "<%= diagnosis %>", [("diagnosis", 1)]),
        ("a.txt", "Summarize {diagnosis}.", [("diagnosis", 1)]),
        ("a.j2", "Summarize {diagnosis}.", []),
        ("a.hbs", "{{! a comment }}{{#each orders}}{{/each}}", [("orders", 1)]),
    ],
)
def test_names_that_are_filled_in(path: str, text: str, expected: list[tuple[str, int]]) -> None:
    assert list(filled_in(text, path)) == expected


@pytest.mark.parametrize("piece", ["{{", "{{ ", "<%=", "${", "{% for x in ", "{% for  ", "{a."])
def test_marks_that_never_end(piece: str, grows_evenly: GrowsEvenly) -> None:
    grows_evenly(lambda text: filled_in.__wrapped__(text, "a.md"), piece * (20_000 // len(piece)))


def test_a_string_names_the_nearest_file_of_that_name() -> None:
    files = ["app/prompts/triage.j2", "jobs/prompts/triage.j2"]
    assert is_template("prompts/triage.j2")
    assert template_at("prompts/triage.j2", files, "jobs/run.py") == "jobs/prompts/triage.j2"
    assert template_at("prompts/other.j2", files, "jobs/run.py") is None
