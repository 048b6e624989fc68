"""Streams that are closed, full, gone or of another encoding: the exit code still tells the truth."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def aigov(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a shell line, in which ``$aigov`` is the command."""
    return subprocess.run(
        ["bash", "-c", f'aigov="{sys.executable} -m aigov"; {line}'],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("example", "redirection", "code"),
    [
        ("hiring-screener", ">&-", 1),
        ("hiring-screener", ">&- 2>&-", 1),
        ("plain-shop", ">&- 2>&-", 0),
        pytest.param("hiring-screener", ">/dev/full", 2, marks=FULL),
        pytest.param("plain-shop", ">/dev/full 2>/dev/full", 2, marks=FULL),
        pytest.param("nowhere", "2>/dev/full", 2, marks=FULL),
    ],
)
def test_what_cannot_be_told_is_no_pass(tmp_path: Path, example: str, redirection: str, code: int) -> None:
    done = aigov(f"$aigov check {EXAMPLES / example} {redirection}", tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_refusal_whose_reader_has_gone_is_still_one(tmp_path: Path, form: str) -> None:
    line = f"$aigov check {EXAMPLES / 'hiring-screener'} --format {form} | true; echo ${{PIPESTATUS[0]}}"
    assert aigov(line, tmp_path).stdout == "1\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_output_is_utf_8_whatever_the_locale(tmp_path: Path, encoding: str) -> None:
    done = aigov(f"PYTHONIOENCODING={encoding} $aigov check {EXAMPLES / 'hiring-screener'}", tmp_path)
    assert done.returncode == 1
    assert "…" in done.stdout


def test_a_name_too_long_is_the_systems_refusal(tmp_path: Path) -> None:
    done = aigov("$aigov check $(printf 'a%.0s' {1..5000})", tmp_path)
    assert done.returncode == 2
    assert done.stderr.endswith("File name too long\n")
    assert len(done.stderr) < 300
