"""A folder in which packages are installed, read within bounds. Nothing in it is ever run."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar

from aigov.strict_json import MalformedError, parse_object

T = TypeVar("T")

FILE_LIMIT = 2 << 20
"""Bytes of the largest file about one package that is read."""
_MOST_NAMES = 200_000
_MOST_FOUND = 64


class Folder:
    """One folder, and how its files are called in what aigov writes."""

    def __init__(self, place: Path, *, label: str, listed: Collection[str] | None = None) -> None:
        """
        :param label: what stands before a path in it; empty for the scanned folder itself.
        :param listed: the files that may be read; None for all of them.
        """
        self._place = place.resolve()
        self._label = label
        self._listed = listed
        self._names: dict[str, list[str]] = {} if listed is None else _tree(listed)
        self._kept: dict[str, Any] = {}

    def spell(self, path: str) -> str:
        """The path as it is written down: never that of the machine."""
        return f"{self._label}/{path}" if self._label else path

    def names(self, path: str) -> list[str]:
        """What the folder ``path`` holds, sorted; nothing if there is no such folder."""
        if self._listed is not None:
            return self._names.get(path, [])
        if path not in self._names:
            try:
                with os.scandir(self._inside(path)) as entries:
                    self._names[path] = sorted(
                        entry.name for _, entry in zip(range(_MOST_NAMES), entries, strict=False)
                    )
            except (OSError, ValueError):
                self._names[path] = []
        return self._names[path]

    def matching(self, *patterns: str) -> list[str]:
        """The folders that these paths mean; a part that ends in ``*`` stands for all that begin so. Sorted, 64 at
        most."""
        found: list[str] = []
        for pattern in patterns:
            level = [""]
            for part in pattern.split("/") if pattern else ():
                if part.endswith("*"):
                    level = [
                        _join(base, name) for base in level for name in self.names(base) if name.startswith(part[:-1])
                    ]
                else:
                    level = [_join(base, part) for base in level]
                level = level[:_MOST_FOUND]
            found.extend(path for path in level if path not in found)
        return found

    def read(self, path: str, limit: int = FILE_LIMIT) -> bytes | None:
        """The file's bytes; None where there is none, it is too large, leads out of the folder, or may not be read."""
        if self._listed is not None and path not in self._listed:
            return None
        try:
            handle = os.open(self._inside(path), os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            with os.fdopen(handle, "rb") as file:
                status = os.fstat(handle)
                if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
                    return None
                data = file.read(limit + 1)
        except (OSError, ValueError):
            return None
        return data if len(data) <= limit else None

    def read_text(self, path: str, limit: int = FILE_LIMIT) -> str | None:
        """``read`` as UTF-8, with what is none replaced."""
        data = self.read(path, limit)
        return None if data is None else data.decode("utf-8", "replace")

    def read_object(self, path: str, limit: int = FILE_LIMIT) -> dict[str, Any] | None:
        """``read`` as a JSON object; None also where it is none."""
        data = self.read(path, limit)
        try:
            return None if data is None else parse_object(data.removeprefix(b"\xef\xbb\xbf"))
        except MalformedError:
            return None

    def keep(self, key: str, make: Callable[[], T]) -> T:
        """What ``make`` gave the first time it was asked under ``key``."""
        if key not in self._kept:
            self._kept[key] = make()
        kept: T = self._kept[key]
        return kept

    def _inside(self, path: str) -> Path:
        """:raises ValueError: the path, or the link that it is, leads out of the folder."""
        parts = path.split("/") if path else []
        if "\0" in path or any(part in ("", ".", "..") for part in parts):
            raise ValueError(path)
        target = self._place.joinpath(*parts).resolve()
        if not target.is_relative_to(self._place):
            raise ValueError(path)
        return target


def _tree(listed: Collection[str]) -> dict[str, list[str]]:
    """What each folder above these files holds, sorted."""
    found: dict[str, set[str]] = {}
    for path in listed:
        while path:
            folder, _, name = path.rpartition("/")
            held = found.setdefault(folder, set())
            if name in held:
                break
            held.add(name)
            path = folder
    return {folder: sorted(names) for folder, names in found.items()}


def _join(base: str, name: str) -> str:
    return f"{base}/{name}" if base else name
