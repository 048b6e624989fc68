from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from aigov.control import Assessment, Gate
from aigov.report.findings import Roots
from aigov.report.github import MOST, github_text

Build = Callable[..., Assessment]
COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^\n]*?)::(?P<says>[^\n]*)")


def commands(assessment: Assessment, roots: Roots | None = None) -> list[tuple[str, dict[str, str], str]]:
    """As the runner reads them: up to the first ``::``, properties at commas, then decoded."""
    found = []
    for line in github_text(assessment, roots or Roots()).splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(pair.split("=", 1) for pair in match["properties"].split(","))
        found.append((match["level"], {name: _decode(value) for name, value in properties.items()}, match["says"]))
    return found


def _decode(text: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_what_refuses_is_an_error_and_comes_first(assessment: Build) -> None:
    refused = replace(
        assessment("warn", "undetermined", "fail"),
        gate=Gate(passed=False, fail_on=("fail",), refused_by=("example/E.2",)),
    )
    found = commands(refused, Roots(prefix="api/"))
    assert [(level, properties["title"]) for level, properties, _ in found] == [
        ("error", "example/E.2 fail"),
        ("warning", "example/E.1 undetermined"),
        ("notice", "example/E.0 warn"),
        ("error", "aigov check"),
    ]
    assert found[0][1]["file"] == "api/app/[main].py"
    assert found[0][1]["line"] == "7"


def test_what_is_settled_or_waived_is_no_annotation(assessment: Build) -> None:
    ((level, _, says),) = commands(assessment("pass", "not_applicable", "manual", "waived", passed=True))
    assert (level, says) == ("notice", "gate passed")


def test_names_from_outside_begin_no_command(hostile: Assessment) -> None:
    found = commands(hostile)
    assert sum("%0A::error file=a::gate passed" in says for _, _, says in found) == 1
    assert found[1][1]["file"].startswith("src/")
    assert not any("\x1b" in str(part) for command in found for part in command)


def test_what_is_left_out_is_counted(assessment: Build) -> None:
    found = commands(assessment(*["fail"] * (MOST + 5)))
    assert len(found) == MOST + 1
    assert "5 more open results" in found[-1][2]
