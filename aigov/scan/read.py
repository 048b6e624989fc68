"""Read files within bounds, decode them, and say why a file was left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from aigov.scan.files import Discovered, Document, FileKind, Left, SourceFile
from aigov.scan.triage import Triage


def classify(path: str, head: bytes = b"") -> FileKind:
    """What the file at ``path`` (relative, ``/`` separated) is; ``head`` is its beginning, for shebangs."""
    raise NotImplementedError


def read_file(root: Path, file: SourceFile, triage: Triage) -> Document | Left:
    """Read one file: the decoded document, or why it was left. Never raises for what is on disk."""
    raise NotImplementedError


def read_tree(discovered: Discovered, triage: Triage) -> Iterator[Document | Left]:
    """Every file of the tree in order of path, among them ``discovered.left``."""
    raise NotImplementedError
