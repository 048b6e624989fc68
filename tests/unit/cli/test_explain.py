"""``aigov explain`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from aigov.cli import cli
from aigov.errors import UsageError

FILES = {
    "app/settings.py": 'MODEL = "gpt-4o-2024-08-06"\n',
    "app/chat.py": (
        "from openai import OpenAI\n"
        "from app.settings import MODEL\n"
        "\n"
        "client = OpenAI()\n"
        "# openai is only named here\n"
        "\n"
        "\n"
        "def answer(messages):\n"
        "    return client.chat.completions.create(\n"
        "        model=MODEL,\n"
        "        messages=messages,\n"
        "    )\n"
    ),
    "examples/try.py": "import anthropic\n",
    "requirements.txt": "openai==1.109.1\n",
    "plain.py": "x = 1\n",
    "notes.txt": "openai\n",
    "main.zig": 'const x = "openai";\n',
    "cohere/__init__.py": "",
    "cohere/team.py": "from cohere import units\n",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def run(tree: Path, place: str, *words: str) -> Result:
    return CliRunner().invoke(cli, ["explain", place, "--root", str(tree), *words], standalone_mode=False)


def document(tree: Path, place: str) -> dict[str, Any]:
    done = run(tree, place, "--format", "json")
    assert done.exception is None, done.exception
    return dict(json.loads(done.stdout))


def test_an_import_is_explained_by_its_rule(tree: Path) -> None:
    found = document(tree, "app/chat.py:1")
    (claim,) = found["claims"]
    assert (claim["kind"], claim["name"], claim["source"]) == ("use", "openai", "from openai import OpenAI")
    assert claim["matched"] == ["openai: import openai (python)"]
    assert found["scope"] == "app"
    assert "nothing is claimed" not in run(tree, "app/chat.py:1").stdout


def test_a_model_is_followed_back_to_its_text_and_on_to_its_call(tree: Path) -> None:
    (model,) = [claim for claim in document(tree, "app/settings.py:1")["claims"] if claim["kind"] == "model"]
    assert next((step["file"], step["line"]) for step in model["steps"]) == ("app/chat.py", 9)
    assert any(rule.startswith("openai: model ids ") for rule in model["matched"])
    inside = document(tree, "app/chat.py:10")
    assert inside["claims"] == []
    assert {claim["kind"] for claim in inside["elsewhere"]} >= {"model", "call"}
    assert "gpt-4o-2024-08-06" in run(tree, "app/chat.py:10").stdout


def test_a_vendor_that_a_setting_leaves_off_is_said_to_be_no_use(tree: Path) -> None:
    (tree / ".env.sample").write_text("USE_OPENAI=false\n")

    said = run(tree, ".env.sample:1").output

    assert "openai can be switched on here" in " ".join(said.split())


def test_a_whole_file_is_explained(tree: Path) -> None:
    found = document(tree, "app/chat.py")
    assert found.get("line") is None
    assert {claim["kind"] for claim in found["claims"]} >= {"use", "call"}
    assert "line 1: from openai import OpenAI" in run(tree, "app/chat.py").stdout


def test_a_package_is_explained_by_its_purl(tree: Path) -> None:
    (claim,) = document(tree, "requirements.txt:1")["claims"]
    assert claim["matched"] == ["openai: package pkg:pypi/openai"]


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("plain.py:1", "the file holds no word of the catalogue"),
        ("app/chat.py:5", "'openai'"),
        ("app/chat.py:6", "the line holds no word of the catalogue"),
        ("notes.txt", "data or prose"),
        ("main.zig", "nothing here reads zig"),
    ],
)
def test_silence_is_explained(tree: Path, place: str, reason: str) -> None:
    found = document(tree, place)
    assert found["claims"] == []
    assert any(reason in line for line in found["silence"]), found["silence"]
    assert "nothing is claimed here" in run(tree, place).stdout


def test_a_file_that_nothing_reads_says_that_it_is_a_suspect(tree: Path) -> None:
    assert any("suspect" in line for line in document(tree, "main.zig")["silence"])


def test_the_scope_names_what_decides_it(tree: Path) -> None:
    assert document(tree, "examples/try.py:1")["scope_why"] == "the folder examples/"
    (tree / "aigov.yaml").write_text(
        "version: 1\nscan:\n  scopes:\n    examples/: app\n"
        '  stated: {by: Jo, on: "2026-01-01", expires: "2099-12-31"}\n'
    )
    found = document(tree, "examples/try.py:1")
    assert (found["scope"], found["scope_why"]) == ("app", "aigov.yaml: scan.scopes: examples/")
    assert [claim["scope"] for claim in found["claims"]] == ["app"]


def test_what_is_excluded_says_so(tree: Path) -> None:
    (tree / "aigov.yaml").write_text("version: 1\nscan:\n  exclude: [app/]\n")
    assert any("scan.exclude" in line for line in document(tree, "app/chat.py:1")["silence"])


@pytest.mark.parametrize(
    ("place", "complaint"),
    [
        ("app/none.py:1", "no such file"),
        ("app/chat.py:99", "no line 99"),
        ("app/chat.py:0", "no line 0"),
        ("app", "no such"),
    ],
)
def test_a_place_that_is_not_there_is_told(tree: Path, place: str, complaint: str) -> None:
    error = run(tree, place).exception
    assert isinstance(error, UsageError)
    assert complaint in str(error)


def test_a_file_out_of_the_tree_is_refused(tree: Path) -> None:
    error = run(tree / "app", str(tree / "plain.py")).exception
    assert isinstance(error, UsageError)
    assert "--root" in str(error)


def test_text_of_the_file_cannot_steer_the_terminal(tree: Path) -> None:
    (tree / "bad.py").write_text("import openai  # \x1b[2J\x1b]0;x\x07\n")
    assert "\x1b" not in run(tree, "bad.py:1").stdout
