"""The scorer counts what docs/accuracy.md says that it counts."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[3] / "bench"


@pytest.fixture(scope="module")
def accuracy() -> ModuleType:
    spec = importlib.util.spec_from_file_location("accuracy", BENCH / "accuracy.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["accuracy"] = module
    spec.loader.exec_module(module)
    return module


def use(file: str, name: str, how: str = "import", scope: str = "app", note: str = "") -> dict[str, Any]:
    return {"file": file, "line": 1, "name": name, "how": how, "scope": scope, "note": note}


def model(file: str, id: str, scope: str = "app", note: str = "") -> dict[str, Any]:
    return {"file": file, "line": 1, "model": id, "scope": scope, "note": note}


LABELS = {
    "uses": [
        use("a.py", "openai"),
        use("b.py", "anthropic", "sdk-call"),
        use("req.txt", "openai", "manifest", "build"),
        use("main.tf", "aws-bedrock", "iac"),
        use("c.py", "groq", note="AMBIGUOUS: a test of a name"),
        use("t/test_a.py", "openai", scope="test"),
    ],
    "models": [model("a.py", "GPT-4o"), model("b.py", "claude", note="literal absent here"), model("x.md", "m", "doc")],
    "neutral_uses": [["n.py", "openai"]],
    "neutral_models": [{"file": "n.py", "model": "gpt-4"}],
    "unlabelled_files": ["u.py"],
    "unlabelled_dirs": ["gen/"],
}


def score(accuracy: ModuleType, tmp_path: Path, uses: list[tuple[str, str]], models: list[tuple[str, str]]) -> Any:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(LABELS))
    labels = accuracy.read_labels(path)
    found = {
        "uses": [{"file": file, "name": name} for file, name in uses],
        "models": [{"file": file, "model": id} for file, id in models],
    }
    return accuracy.compare(labels, found, labels.names)


def test_what_must_be_found_is_counted_by_group(accuracy: ModuleType, tmp_path: Path) -> None:
    result = score(accuracy, tmp_path, [("a.py", "openai"), ("main.tf", "aws-bedrock")], [("a.py", "gpt-4o")])
    assert result.wanted == {"code": 2, "manifest": 1, "infra": 1, "model": 1}
    assert result.hit == {"code": 1, "manifest": 0, "infra": 1, "model": 1}
    assert result.figures()["recall"] == 50.0
    assert result.precision == 100.0


def test_doubtful_neutral_and_unlabelled_places_cost_nothing(accuracy: ModuleType, tmp_path: Path) -> None:
    uses = [
        ("c.py", "groq"),
        ("n.py", "openai"),
        ("u.py", "openai"),
        ("gen/x.py", "openai"),
        ("t/test_a.py", "openai"),
        ("docs/x.py", "openai"),
        ("src/foo_test.go", "openai"),
    ]
    result = score(accuracy, tmp_path, uses, [("n.py", "GPT-4"), ("x.md", "m"), ("b.py", "claude")])
    assert (result.invented, result.invented_models, result.unjudged) == (0, 0, 0)


def test_what_nobody_labelled_is_invented_or_not_judged(accuracy: ModuleType, tmp_path: Path) -> None:
    result = score(accuracy, tmp_path, [("a.py", "groq"), ("a.py", "pinecone")], [("a.py", "gpt-5")])
    assert (result.invented, result.unjudged, result.invented_models) == (1, 1, 1)
    assert "invented use\ta.py\tgroq" in result.detail
    assert "unjudged use\ta.py\tpinecone" in result.detail
    assert "invented model\ta.py\tgpt-5" in result.detail
    assert "missed use (code)\ta.py\topenai" in result.detail


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCH / words[0]), *words[1:]]
    env = {name: value for name, value in os.environ.items() if not name.startswith("AIGOV_")} | environment
    return subprocess.run(command, capture_output=True, text=True, env=env, cwd=BENCH.parent)


def test_the_command_scans_and_prints_the_table(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    labels = LABELS | {"uses": [use("a.py", "openai"), use("b.py", "groq")], "models": []}
    (tmp_path / "labels" / "shop.json").write_text(json.dumps(labels))
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "a.py").write_text("import openai\n")
    done = run("accuracy.py", "--detail", "shop", AIGOV_CORPUS=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "missed use (code)\tb.py\tgroq" in done.stdout
    row = next(line for line in done.stdout.splitlines() if line.startswith("shop "))
    assert row.split()[1:3] == ["50.0%", "50.0%"]
    assert done.stdout.splitlines()[-1].startswith("mean over repositories")


def test_the_command_says_what_it_lacks(tmp_path: Path) -> None:
    assert run("accuracy.py").returncode == 2
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "shop.json").write_text(json.dumps(LABELS))
    done = run("accuracy.py", AIGOV_CORPUS=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "shop" in done.stderr


def test_packages_without_ai_pass_and_one_with_fails(tmp_path: Path) -> None:
    for name, text in (("quiet", "x = 1\n"), ("loud", "import openai\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "m.py").write_text(text)
    (tmp_path / "quiet" / "tests").mkdir()
    (tmp_path / "quiet" / "tests" / "test_m.py").write_text("import openai\n")
    done = run("no_ai.py", str(tmp_path))
    assert done.returncode == 1
    assert "loud/m.py:1: use openai" in done.stdout
    assert "quiet: nothing found" in done.stdout
    assert run("no_ai.py", str(tmp_path), "--allow", "loud:openai").returncode == 0
    assert run("no_ai.py", str(tmp_path / "none")).returncode == 2
