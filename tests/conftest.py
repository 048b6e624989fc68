"""Options of the whole test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes ``tests/golden`` anew instead of comparing with it."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden outputs anew; review them as a diff"
    )
