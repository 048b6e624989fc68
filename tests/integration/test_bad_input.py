"""Bad input gets one line that names the thing and the remedy, the right exit code, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

APP = """\
from openai import OpenAI

client = OpenAI()


def answer(question: str) -> str:
    reply = client.chat.completions.create(
        model="gpt-4o-2024-08-06", messages=[{"role": "user", "content": question}]
    )
    return reply.choices[0].message.content
"""


def aigov(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "aigov", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def refusal(done: subprocess.CompletedProcess[str], exit_code: int) -> str:
    """The one line that the user saw."""
    assert done.returncode == exit_code, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert "internal error" not in lines[0]
    return lines[0]


@pytest.fixture
def app(tmp_path: Path) -> Path:
    root = tmp_path / "app"
    root.mkdir()
    (root / "main.py").write_text(APP)
    return root


def test_path_that_does_not_exist(tmp_path: Path) -> None:
    for command in ("scan", "check"):
        line = refusal(aigov(command, "nowhere", cwd=tmp_path), 2)
        assert "nowhere" in line
    assert list(tmp_path.iterdir()) == []


def test_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for command in ("scan", "check"):
        assert "empty" in refusal(aigov(command, "empty", cwd=tmp_path), 2)
    assert [p.name for p in tmp_path.iterdir()] == ["empty"]


def test_file_instead_of_folder(app: Path) -> None:
    assert "main.py" in refusal(aigov("scan", "main.py", cwd=app), 2)


def test_file_that_is_no_bom(app: Path) -> None:
    assert "main.py" in refusal(aigov("check", "main.py", cwd=app), 2)
    assert [p.name for p in app.iterdir()] == ["main.py"]


def test_bom_of_an_old_version(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text(json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.2", "version": 1}))
    line = refusal(aigov("check", "old.json", cwd=tmp_path), 2)
    assert "1.2" in line
    assert "1.5" in line


def test_bom_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "huge.json").open("wb") as file:
        file.write(b'{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [')
        file.truncate(300 * 1024 * 1024)
    assert "300" in refusal(aigov("check", "huge.json", cwd=tmp_path), 2)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("version: 1\nsystem: {name: app}\nowner: []\n", ("aigov.yaml:3", "owners")),
        ("version: 1\nsystem: {name: app\n", ("aigov.yaml:",)),
        ("version: 1\nsystem: {name: app, role: seller}\n", ("aigov.yaml:2", "deployer")),
    ],
    ids=["misspelt-key", "broken-yaml", "wrong-value"],
)
def test_typo_in_the_declarations(app: Path, text: str, named: tuple[str, ...]) -> None:
    (app / "aigov.yaml").write_text(text)
    line = refusal(aigov("check", ".", cwd=app), 2)
    assert all(word in line for word in named), line
    assert not (app / "aigov-out").exists()


def test_unknown_control_in_a_waiver(app: Path) -> None:
    (app / "aigov.yaml").write_text(
        "version: 1\nsystem: {name: app}\nwaivers:\n"
        '  - {control: "nist-ai-rmf/GOVERN 1.66", subject: "*", reason: r, approver: a, expires: "2027-01-01"}\n'
    )
    line = refusal(aigov("check", ".", cwd=app), 2)
    assert "aigov.yaml:4" in line
    assert "GOVERN 1.66" in line
    assert "GOVERN 1.6" in line.replace("GOVERN 1.66", "")


def test_opa_server_that_is_down(app: Path) -> None:
    line = refusal(aigov("check", ".", "--opa-url", "http://127.0.0.1:9", cwd=app), 3)
    assert "127.0.0.1:9" in line
    assert not (app / "aigov-out").exists()


def test_output_folder_that_is_a_file(app: Path) -> None:
    (app / "taken").write_text("")
    assert "taken" in refusal(aigov("check", ".", "--out-dir", "taken/out", cwd=app), 2)


def test_output_file_in_a_folder_that_does_not_exist(app: Path) -> None:
    done = aigov("scan", ".", "-o", "none/aibom.json", cwd=app)
    assert done.returncode == 2
    assert "none" in done.stderr
    assert "Traceback" not in done.stderr
    assert [p.name for p in app.iterdir()] == ["main.py"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--as-of", "tomorrow"), "--as-of"),
        (("--framework", "soc2"), "soc2"),
        (("--fail-on", "medum"), "medum"),
        (("--engine", "opa"), "--opa-url"),
        (("--opa-token-file", "none"), "--opa-url"),
    ],
)
def test_option_that_cannot_be_used(app: Path, arguments: tuple[str, ...], named: str) -> None:
    assert named in refusal(aigov("check", ".", *arguments, cwd=app, AIGOV_OPA_URL=""), 2)
    assert not (app / "aigov-out").exists()
