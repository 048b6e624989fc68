"""Options and fixtures of the whole test run."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"

CommitExample = Callable[[str, Path], Path]
GrowsEvenly = Callable[[Callable[[str], object], str], None]

_BEARABLE = 0.5
"""Seconds of CPU: what takes less is not looked at closely."""
_FAR_MORE = 10
"""Times: what grows evenly takes four times as long for four times the text, what grows with its square sixteen."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes ``tests/golden`` anew instead of comparing with it."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden outputs anew; review them as a diff"
    )


@pytest.fixture(scope="session")
def commit_example() -> CommitExample:
    """Copies an example into a folder as a git repository of one commit, whose id depends on its files alone."""
    return _commit_example


def _commit_example(name: str, to: Path) -> Path:
    copy = to / name
    shutil.copytree(EXAMPLES / name, copy, ignore=shutil.ignore_patterns("__pycache__", ".*_cache", "aigov-out"))
    for path in [copy, *copy.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    who = {"NAME": "Example", "EMAIL": "dev@example.org", "DATE": "2026-11-20T09:00:00+00:00"}
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
        **{f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    for command in (("init", "-q", "-b", "main"), ("add", "-A", "-f"), ("commit", "-q", "-m", name)):
        subprocess.run(["git", *command], cwd=copy, env=environment, check=True)
    return copy


@pytest.fixture(scope="session")
def grows_evenly() -> GrowsEvenly:
    """Fails where reading a text takes far more than four times as long as reading a quarter of it.

    Two costs of one run are compared, so that a slow machine alone fails nothing.
    """

    def cost(read: Callable[[str], object], text: str) -> float:
        begun = time.process_time()
        read(text)
        return time.process_time() - begun

    def check(read: Callable[[str], object], text: str) -> None:
        if cost(read, text) > _BEARABLE:
            # Measured again: what is loaded or compiled once is no part of it.
            assert cost(read, text) < _FAR_MORE * cost(read, text[: len(text) // 4])

    return check
