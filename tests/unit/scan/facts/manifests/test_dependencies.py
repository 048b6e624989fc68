"""Every folder of ``fixtures`` is one project; its ``expected.txt`` says which uses a reader of it would write down.

One line a use: ``file:line name how scope package version constraint symbol``, ``-`` for nothing, ``scope?`` for what
is optional. Below them what comes along, as ``transitive``, and problems.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aigov.scan.files import Findings

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("case", sorted(path.name for path in FIXTURES.iterdir()))
def test_uses_of_a_project(
    case: str,
    read_files: Callable[[dict[str, str | bytes]], Findings],
    read_tree: Callable[[Path], dict[str, str | bytes]],
) -> None:
    found = read_files(read_tree(FIXTURES / case))
    rows = [
        " ".join(
            [
                f"{use.file}:{use.line}",
                use.name,
                use.how,
                f"{use.scope}{'?' if use.optional else ''}",
                *(
                    part.replace(" ", "_") if part else "-"
                    for part in (use.package, use.version, use.constraint, use.symbol)
                ),
            ]
        )
        for use in found.uses
    ]
    rows += [
        f"{row.file}:{row.line} {row.name} transitive {row.scope} {row.package} {row.version or '-'}"
        + "".join(f" via {purl}" for purl in row.via)
        for row in found.transitive
    ]
    rows += [f"{problem.file}:{problem.line} {problem.reason}" for problem in found.problems]
    assert rows == (FIXTURES / case / "expected.txt").read_text().splitlines()
