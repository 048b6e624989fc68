"""What every finder asks of the tree, and paths within it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from aigov.scan.projects import Projects

SOURCE_ROOTS = ("src", "lib", "python")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The files of one tree."""

    files: frozenset[str]
    read: Callable[[str], bytes | None]
    """Content of a small configuration file, None when it cannot be read."""
    vendor: Callable[[str, str], bool]
    """Whether the catalogue knows a module of this language family and name."""
    defines: Callable[[str, str], bool]
    """Whether the module at a path binds a name."""
    projects: Projects


def parent_of(path: str) -> str:
    """The folder of a path; empty for the root."""
    return path.rpartition("/")[0]


def joined(folder: str, name: str) -> str:
    """A path below a folder, either of which may be empty."""
    return f"{folder}/{name}" if folder and name else folder or name


def normal(path: str) -> str:
    """A path without ``.`` and ``..``; what would lead out of the tree stays at its root."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


@lru_cache(maxsize=1 << 14)
def root_of(module: str) -> str:
    """What all modules of one publisher share: the first name, of a path that begins with a host three segments."""
    parts = module.split("/")
    if len(parts) > 1 and "." in parts[0]:
        return "/".join((*parts[:2], *(part.partition(".")[0] for part in parts[2:3])))
    return re.split(r"[./]", module)[0]
