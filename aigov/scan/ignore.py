"""Ignore files: ``.gitignore``, ``.ignore``, ``.aigovignore``, each with the meaning that git gives to its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from pathspec import GitIgnoreSpec

_LIMIT = 1 << 20


class IgnoreRules:
    """The ignore files of a tree, those of deeper folders before those above, later names before earlier ones."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._specs: dict[str, list[GitIgnoreSpec]] = {}

    def load(self, root: Path, folder: str, present: Iterable[str] | None = None) -> None:
        """Read the ignore files of ``folder`` (relative, ``""`` for the root); ``present`` saves looking for them."""
        specs = []
        for name in reversed(self._names):
            if present is not None and name not in present:
                continue
            path = root / folder / name
            try:
                # A link could lead out of the root, and a huge file is no ignore file.
                if path.is_symlink() or path.stat().st_size > _LIMIT:
                    continue
                lines = path.read_text("utf-8", "replace").splitlines()
            except OSError:
                # Absent or unreadable: then it ignores nothing, and more is read rather than less.
                continue
            specs.append(GitIgnoreSpec.from_lines(_valid(lines)))
        if specs:
            self._specs[folder] = specs

    def __bool__(self) -> bool:
        return bool(self._specs)

    def ignores(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether the deepest rule that speaks about ``path`` ignores it. Folders above are the caller's to ask."""
        if not self._specs:
            return False
        folder = path
        while folder:
            folder = folder.rpartition("/")[0]
            for spec in self._specs.get(folder, ()):
                below = path[len(folder) + 1 :] if folder else path
                decided = spec.check_file(f"{below}/" if is_folder else below).include
                if decided is not None:
                    return decided
        return False

    def ignores_with_parents(self, path: str) -> bool:
        """Whether ``path`` or a folder above it is ignored: for listings that did not walk."""
        if not self._specs:
            return False
        parts = path.split("/")
        above = ("/".join(parts[:count]) for count in range(1, len(parts)))
        return any(self.ignores(folder, is_folder=True) for folder in above) or self.ignores(path)


def _valid(lines: Iterable[str]) -> list[str]:
    """The lines that are patterns: git skips a malformed one, pathspec would refuse them all."""
    kept = []
    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except (ValueError, re.error):
            continue
        kept.append(line)
    return kept
