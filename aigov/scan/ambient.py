"""Names that a file sees without importing them: of its package (Go, Java) or of the whole tree (C#, Ruby, Swift).

No file is parsed to learn this: a pattern of the language's row finds definitions in the bytes. Of a tree it looks at
the files that triage kept, and at those that bear the name themselves: ``OrderService.cs``, ``order_service.rb``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from posixpath import commonpath

from aigov.scan.facts.languages import LANGUAGES, Language
from aigov.scan.kinds import classify
from aigov.scan.scopes import scope_of

_MAX_FILES = 400
"""Files of one folder that are looked at."""
_MAX_FOUND = 8


class Ambient:
    """Definitions of one tree by name, for the languages that need it."""

    def __init__(
        self, files: Iterable[str], read: Callable[[str], bytes | None], kept: Callable[[], Iterable[str]]
    ) -> None:
        """
        :param files: paths of the tree.
        :param read: content of a source file of the tree; None when it cannot be read.
        :param kept: paths of the files that triage kept.
        """
        self._files = sorted(files)
        self._read = read
        self._kept = kept
        self._folders: dict[tuple[str, str], dict[str, list[str]]] = {}
        self._trees: dict[str, dict[str, list[str]]] = {}
        self._stems: dict[str, dict[str, list[str]]] = {}
        self._members: dict[str, dict[str, list[str]]] = {}

    def defining(self, path: str, row: Language, name: str) -> tuple[str, ...]:
        """Other files that define ``name`` for the file at ``path``, in order."""
        if row.ambient is None or row.defines is None:
            return ()
        if row.ambient == "folder":
            folder = path.rpartition("/")[0]
            found = self._of_folder(folder, row).get(name, [])
            # Several folders may hold one package: what stands nearest is meant.
            found = sorted(found, key=lambda other: -len(commonpath((path, other))))
        else:
            found = self._of_stems(row).get(_plain(name), []) + self._of_tree(row).get(name, [])
        # What tests define says nothing of the app.
        tested = scope_of(path) == "test"
        others = (other for other in found if other != path and (tested or scope_of(other) != "test"))
        return tuple(dict.fromkeys(others))[:_MAX_FOUND]

    def _of_folder(self, folder: str, row: Language) -> dict[str, list[str]]:
        package = row.package_of or str
        key = (package(folder), row.family)
        if key not in self._folders:
            if row.family not in self._members:
                grouped = self._members[row.family] = {}
                for path in self._files:
                    if self._family(path) == row.family:
                        grouped.setdefault(package(path.rpartition("/")[0]), []).append(path)
            self._folders[key] = self._definitions(self._members[row.family].get(key[0], [])[:_MAX_FILES])
        return self._folders[key]

    def _of_tree(self, row: Language) -> dict[str, list[str]]:
        if row.family not in self._trees:
            kept = sorted(path for path in self._kept() if self._family(path) == row.family)
            self._trees[row.family] = self._definitions(kept)
        return self._trees[row.family]

    def _of_stems(self, row: Language) -> dict[str, list[str]]:
        if row.family not in self._stems:
            stems = self._stems[row.family] = {}
            for path in self._files:
                if self._family(path) == row.family:
                    stems.setdefault(_plain(path.rpartition("/")[2].partition(".")[0]), []).append(path)
        return self._stems[row.family]

    def _definitions(self, paths: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in paths:
            pattern = LANGUAGES[classify(path).name].defines
            data = self._read(path) if pattern is not None else None
            if pattern is None or data is None:
                continue
            names = {next(filter(None, match.groups()), b"") for match in pattern.finditer(data)}
            attaches = LANGUAGES[classify(path).name].attaches
            for match in attaches.finditer(data) if attaches is not None else ():
                names |= {match[1] + b".", match[1] + b"." + match[2]}
            for name in sorted(names):
                found.setdefault(name.decode("utf-8", "replace"), []).append(path)
        return found

    @staticmethod
    def _family(path: str) -> str | None:
        kind = classify(path)
        return LANGUAGES[kind.name].family if kind.role == "source" and kind.name in LANGUAGES else None


def _plain(name: str) -> str:
    """A name as files spell it, in any case and with or without underscores."""
    return name.replace("_", "").lower()
