"""Files that stand as text within others: the data of a ConfigMap, what cloud-init or a playbook writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from aigov.model import Scope
from aigov.scan.facts.manifests.nodes import SyntaxFault
from aigov.scan.files import Document, FileKind, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

_LONGEST = 200_000


class Reader(Protocol):
    """Reads one kind of file."""

    @property
    def kind(self) -> str:
        """Its name."""

    @property
    def read(self) -> Callable[[Document, Catalogue], Findings]:
        """May raise ``SyntaxFault``."""


_lookups: list[Callable[[str, str | None], Reader | None]] = []


def install(lookup: Callable[[str, str | None], Reader | None]) -> None:
    """Say who knows the readers: their table imports each of them, so none of them can import the table.

    :param lookup: gives the reader of a path, or of a kind where one is named.
    """
    _lookups[:] = [lookup]


def reader_for(path: str) -> Reader | None:
    """The reader that takes a file of this name by itself."""
    return _lookup(path, None)


def _lookup(path: str, kind: str | None) -> Reader | None:
    return _lookups[0](path, kind) if _lookups else None


def read_within(
    name: str, text: str, catalogue: Catalogue, *, file: str, above: int, scope: Scope, kind: str | None = None
) -> Findings:
    """What the file called ``name`` says, at its places in the file that holds it.

    :param above: how many lines of ``file`` stand before its first.
    :param kind: the reader's, where the content tells it and not the name.
    """
    reader = _lookup(name, kind)
    if reader is None or len(text) > _LONGEST:
        return Findings()
    data = text.encode("utf-8", "replace")
    inner = Document(
        path=name,
        kind=FileKind(role="manifest", name=reader.kind),
        scope=scope,
        data=data,
        size=len(data),
        candidate=True,
    )
    try:
        found = reader.read(inner, catalogue)
    except SyntaxFault:
        return Findings()  # as with other text, nothing says that it is what its name promises
    return moved(found, file=file, above=above, scope=scope)


def moved(found: Findings, *, file: str, above: int, scope: Scope | None = None) -> Findings:
    """Findings of an inner text at their places in the file that holds it."""
    return Findings(
        uses=tuple(replace(row, file=file, line=row.line + above, scope=scope or row.scope) for row in found.uses),
        models=tuple(replace(row, file=file, line=row.line + above, scope=scope or row.scope) for row in found.models),
        endpoints=tuple(
            replace(row, file=file, line=row.line + above, scope=scope or row.scope) for row in found.endpoints
        ),
        mcp_servers=tuple(
            replace(row, file=file, line=row.line + above, scope=scope or row.scope) for row in found.mcp_servers
        ),
    )
