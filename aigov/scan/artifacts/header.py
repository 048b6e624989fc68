"""What a reader of one format finds in the header of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO


class Damaged(Exception):
    """The file is not what its name says, or is cut off. The message says where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The fields of ``aigov.model.Artifact`` that a file itself tells."""

    name: str | None = None
    architecture: str | None = None
    quantization: str | None = None
    license: str | None = None
    base_model: str | None = None
    producer: str | None = None
    model: bool = False
    """Whether the content proves a model."""
    adapter: bool = False
    """Whether the folder holds an adapter of another model."""
    unsafe: tuple[str, ...] = ()
    note: str | None = None


def take(stream: BinaryIO, count: int) -> bytes:
    """Exactly ``count`` bytes.

    :raises Damaged: the file ends before.
    """
    data = stream.read(count)
    if len(data) < count:
        raise Damaged("it is cut off")
    return data


def shown(text: object) -> str | None:
    """A value of a header as a line of text, or None for what is none."""
    if not isinstance(text, str):
        return None
    line = " ".join(text.split())[:200]
    return "".join(char for char in line if char.isprintable()) or None
