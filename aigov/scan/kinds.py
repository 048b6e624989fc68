"""What a file is, by its name and its first line: the table is ``kinds.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from aigov.scan.facts.manifests.readers import kind_of as manifest_kind_of
from aigov.scan.files import FileKind

_SHEBANG = re.compile(rb"#!\s*(?:\S*/)?(?:env\s+(?:-\S+\s+|\w+=\S+\s+)*)?(?:\S*/)?([A-Za-z]+)")

OTHER = FileKind(role="not-code", name="other")
"""A text file whose name says nothing."""


@dataclass(frozen=True, slots=True)
class KindTable:
    """``kinds.toml``, indexed."""

    by_extension: Mapping[str, FileKind]
    by_name: Mapping[str, FileKind]
    by_interpreter: Mapping[str, FileKind]
    binary: frozenset[str]
    """Names of kinds that are never opened."""
    hiding: frozenset[str]
    """Names of not-code kinds that can call a model all the same."""


@cache
def kind_table() -> KindTable:
    """The table as shipped."""
    rows: list[dict[str, Any]] = tomli.loads(Path(__file__).with_name("kinds.toml").read_text("utf-8"))["kind"]
    kinds = [(row, FileKind(role=row["role"], name=row["name"], projection=row.get("projection"))) for row in rows]
    return KindTable(
        {extension: kind for row, kind in kinds for extension in row.get("extensions", ())},
        {name: kind for row, kind in kinds for name in row.get("filenames", ())},
        {name: kind for row, kind in kinds for name in row.get("interpreters", ())},
        frozenset(row["name"] for row in rows if row.get("binary")),
        frozenset(row["name"] for row in rows if row.get("hides")) | {OTHER.name},
    )


def classify(path: str, head: bytes = b"") -> FileKind:
    """What the file at ``path`` (relative, ``/`` separated) is; ``head`` is its beginning, for interpreter lines."""
    name = path.rpartition("/")[2]
    table = kind_table()
    kind = table.by_name.get(name)
    stem, dot, extension = name.rpartition(".")
    if kind is None and dot and stem:
        kind = table.by_extension.get(extension) or table.by_extension.get(extension.lower())
    # setup.py is a manifest too, but code first: the reader of setup.py asks for it by name.
    if kind is None or kind.role != "source":
        wanted = manifest_kind_of(path)
        if wanted is not None:
            return FileKind(role="manifest", name=wanted)
    if kind is None and (found := _SHEBANG.match(head)):
        kind = table.by_interpreter.get(found[1].decode())
    return kind or OTHER
