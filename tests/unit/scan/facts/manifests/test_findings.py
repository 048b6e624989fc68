"""Every folder of ``findings`` holds files that name AI by themselves, and ``expected.txt`` what is read of them.

One line a row: ``file:line use name how scope symbol [package@version]``, ``file:line model id provider scope [mention]
[variable]``, ``file:line endpoint url provider``, ``file:line unresolved what name variable``, ``file:line asset what
symbol name [from=data]``, ``file:line mcp name``, problems; ``-`` for nothing. Unlike the readers of dependencies these
are tested with the catalogue that ships.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.facts.manifests import read_manifests, takes
from aigov.scan.files import Document, Findings
from aigov.scan.kinds import classify
from aigov.scan.scopes import scope_of

FIXTURES = Path(__file__).parent / "findings"


def rows_of(found: Findings) -> Iterator[str]:
    """What was found, in the words of ``expected.txt``."""
    for use in found.uses:
        package = f" {use.package}{f'@{use.version}' if use.version else ''}" if use.package else ""
        symbol = (use.symbol or "-").replace(" ", "_")
        yield f"{use.file}:{use.line} use {use.name} {use.how} {use.scope} {symbol}{package}"
    for model in found.models:
        more = [*(["mention"] if model.mention else []), *([model.variable] if model.variable else [])]
        yield " ".join([f"{model.file}:{model.line} model {model.model} {model.provider} {model.scope}", *more])
    for endpoint in found.endpoints:
        yield f"{endpoint.file}:{endpoint.line} endpoint {endpoint.url} {endpoint.provider}"
    for missing in found.unresolved:
        yield f"{missing.file}:{missing.line} unresolved {missing.what} {missing.name} {missing.variable or '-'}"
    for asset in found.assets:
        more = [f"from={asset.data}".replace(" ", "")] if asset.data else []
        yield " ".join([f"{asset.file}:{asset.line} asset {asset.what} {asset.symbol} {asset.name or '-'}", *more])
    for server in found.mcp_servers:
        yield f"{server.file}:{server.line} mcp {server.name}"
    for problem in found.problems:
        yield f"{problem.file}:{problem.line} {problem.reason}"


def read_folder(folder: Path, read_tree: Callable[[Path], dict[str, str | bytes]]) -> Findings:
    """Findings of a folder whose documents are those that a scan would keep."""
    documents = [
        Document(path=path, kind=classify(path), scope=scope_of(path), data=data, size=len(data), candidate=True)
        for path, data in read_tree(folder).items()
        if isinstance(data, bytes)
    ]
    return read_manifests([document for document in documents if takes(document)], load_catalogue())


@pytest.mark.parametrize("case", sorted(path.name for path in FIXTURES.iterdir()))
def test_findings(case: str, read_tree: Callable[[Path], dict[str, str | bytes]]) -> None:
    found = list(rows_of(read_folder(FIXTURES / case, read_tree)))
    assert found == (FIXTURES / case / "expected.txt").read_text().splitlines()
