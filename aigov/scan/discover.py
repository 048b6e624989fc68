"""List the files of a tree and say what the tree is.

In a git working tree: what git tracks, and what it neither tracks nor ignores. Elsewhere: a walk that honours ignore
files. Both are bounded, in order of path, and never follow a link out of the root.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pathspec import GitIgnoreSpec

from aigov.errors import UsageError
from aigov.model import Problem
from aigov.scan import git
from aigov.scan.files import Discovered, Left, SourceFile
from aigov.scan.ignore import IgnoreRules
from aigov.scan.subject import read_subject

OWN_OUTPUT = "aigov-out"
"""Folder of aigov's own results: never part of what it scans, or a second run would differ from the first."""

_UNSEEN_FOLDERS = frozenset(
    (".git", ".hg", ".svn", ".bzr", ".jj", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".idea")
)
_LAST_FOLDERS = frozenset(("node_modules", "site-packages", ".venv", "venv", ".tox", ".nox", "bower_components"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Where the listing of a tree stops."""

    files: int = 250_000
    depth: int = 64
    """Folders below the root."""
    total_bytes: int = 8 << 30


@dataclass(slots=True)
class _Listing:
    root: Path
    limits: Limits
    raw_root: bytes
    files: dict[str, SourceFile] = field(default_factory=dict)
    ignored: dict[str, SourceFile] = field(default_factory=dict)
    excluded: dict[str, SourceFile] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    links: list[tuple[str, bool]] = field(default_factory=list)
    truncated: str | None = None
    total: int = 0

    def add(self, raw: bytes, *, tracked: bool, ignored: bool = False) -> None:
        """Look at one entry and file it. ``raw`` is relative to the root."""
        path = _text(raw)
        if path is None:
            shown = raw.decode("utf-8", "backslashreplace")
            self.left.append(Left(path=shown, size=0, reason="unreadable", message="its name is not UTF-8"))
            return
        try:
            status = os.lstat(os.path.join(self.raw_root, raw))  # noqa: PTH118 - bytes, hot loop
        except FileNotFoundError:
            if tracked:
                message = "git tracks it, but it is not here: deleted, or left out by a sparse checkout"
                self.left.append(Left(path=path, size=0, reason="unreadable", message=message))
            return
        except OSError as error:
            message = f"cannot be examined: {error.strerror}"
            self.left.append(Left(path=path, size=0, reason="unreadable", message=message))
            return
        if stat.S_ISREG(status.st_mode):
            self._keep(SourceFile(path=path, size=status.st_size, tracked=tracked), self.ignored if ignored else None)
        elif stat.S_ISLNK(status.st_mode) and not ignored:
            self.links.append((path, tracked))

    def _keep(self, file: SourceFile, place: dict[str, SourceFile] | None = None) -> None:
        if len(self.files) + len(self.ignored) >= self.limits.files:
            self.truncated = f"more than {self.limits.files} files"
        elif self.total + file.size > self.limits.total_bytes:
            self.truncated = f"more than {self.limits.total_bytes} bytes"
        else:
            (self.files if place is None else place)[file.path] = file
            self.total += file.size

    def settle_links(self) -> None:
        """Count each file once: a link to a listed file adds nothing, one out of the root is left."""
        for path, tracked in sorted(self.links):
            try:
                target = (self.root / path).resolve(strict=True)
                status = target.stat()
            except (OSError, RuntimeError):
                continue  # it leads nowhere, so that there is nothing to read
            if not target.is_relative_to(self.root):
                self.left.append(
                    Left(
                        path=path, size=0, reason="outside-root", message="a link that leads out of the scanned folder"
                    )
                )
            elif stat.S_ISREG(status.st_mode) and target.relative_to(self.root).as_posix() not in self.files:
                self._keep(SourceFile(path=path, size=status.st_size, tracked=tracked))


def discover(
    root: Path, *, exclude: Collection[Path] = (), patterns: Sequence[str] = (), limits: Limits | None = None
) -> Discovered:
    """List the files below ``root`` and read the facts of the subject.

    :param exclude: files and folders that are not part of the subject: where this run writes its results.
    :param patterns: of ``.gitignore``: files that the user leaves out, and that the coverage counts as such.
    :raises UsageError: ``root`` does not exist, is not a folder, or holds no file.
    """
    place = _checked(root)
    listing = _Listing(place, limits or Limits(), os.fsencode(place))
    top: Path | None = None
    try:
        top = git.top_level(place)
        _list_git(listing, place, b"", depth=0)
        if not listing.files and not listing.links and any(place.iterdir()):
            raise git.GitUnavailable("git ignores this folder")
    except git.GitUnavailable as reason:
        top = None
        if str(reason):
            message = f"{reason}: the folder was walked instead, and commit and changes are not known"
            listing.problems.append(Problem(file=".", reason="no-git", message=message))
        _walk(listing)
    _drop_excluded(listing, exclude)
    listing.settle_links()
    _apply_own_ignores(listing)
    _apply_patterns(listing, patterns)
    if not (listing.files or listing.left or listing.ignored or listing.excluded):
        raise UsageError(
            "nothing to scan: the folder holds no file", where=str(root), fix="name the folder that holds the code"
        )
    files = tuple(sorted(listing.files.values(), key=lambda file: file.path))
    return Discovered(
        root=place,
        subject=read_subject(place, files, top=top),
        files=files,
        ignored=tuple(sorted(listing.ignored.values(), key=lambda file: file.path)),
        excluded=tuple(sorted(listing.excluded.values(), key=lambda file: file.path)),
        left=tuple(sorted(listing.left, key=lambda item: item.path)),
        truncated=listing.truncated,
        listing="walk" if top is None else "git",
        problems=tuple(listing.problems),
    )


def _checked(root: Path) -> Path:
    try:
        place = root.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        reason = "does not exist" if isinstance(error, FileNotFoundError) else f"cannot be opened: {error}"
        raise UsageError(reason, where=str(root), fix="name an existing folder") from error
    if not place.is_dir():
        raise UsageError("is a file, not a folder", where=str(root), fix="name the folder that holds the code")
    try:
        os.scandir(place).close()
    except OSError as error:
        raise UsageError(
            f"cannot be opened: {error.strerror}", where=str(root), fix="name a folder that you may read"
        ) from error
    return place


def _list_git(listing: _Listing, folder: Path, prefix: bytes, *, depth: int) -> None:
    """List ``folder``, and with it submodules and repositories nested in it."""
    found = git.list_files(folder)
    for raw in sorted(found.tracked):
        listing.add(prefix + raw, tracked=True)
    for raw in sorted(found.untracked):
        if not raw.endswith(b"/"):
            listing.add(prefix + raw, tracked=False)
    nested = found.submodules | {raw.rstrip(b"/") for raw in found.untracked if raw.endswith(b"/")}
    for raw in sorted(nested):
        inner = folder / os.fsdecode(raw)
        shown = (prefix + raw).decode("utf-8", "backslashreplace")
        if inner.is_symlink() or not (inner / ".git").exists():
            if raw in found.submodules:
                message = "a git submodule that is not checked out"
                listing.left.append(Left(path=shown, size=0, reason="unreadable", message=message))
        elif depth >= listing.limits.depth:
            listing.truncated = f"repositories nested more than {listing.limits.depth} deep"
        else:
            try:
                _list_git(listing, inner, prefix + raw + b"/", depth=depth + 1)
            except git.GitUnavailable as reason:
                message = f"a nested repository that git cannot list: {reason}"
                listing.left.append(Left(path=shown, size=0, reason="unreadable", message=message))


def _walk(listing: _Listing) -> None:
    """Folders in order of path, but those of installed packages and ignored ones last: a bound cuts them off first."""
    rules = IgnoreRules((".gitignore", ".ignore"))
    pending: list[tuple[str, int, bool]] = [("", 0, False)]
    later: list[tuple[str, int, bool]] = []
    while (pending or later) and listing.truncated is None:
        folder, depth, ignored = pending.pop() if pending else later.pop()
        if depth > listing.limits.depth:
            listing.truncated = f"folders nested more than {listing.limits.depth} deep"
            break
        try:
            entries = sorted(os.scandir(listing.root / folder), key=lambda entry: entry.name)
        except OSError as error:
            message = f"a folder that cannot be opened: {error.strerror}"
            listing.left.append(Left(path=_shown(folder), size=0, reason="unreadable", message=message))
            continue
        if not ignored:
            rules.load(listing.root, folder, {entry.name for entry in entries})
        deeper: list[tuple[str, int, bool]] = []
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder and entry.name in _UNSEEN_FOLDERS:
                continue
            dropped = ignored or rules.ignores(path, is_folder=is_folder)
            if not is_folder:
                listing.add(os.fsencode(path), tracked=False, ignored=dropped)
            elif entry.name not in _LAST_FOLDERS:
                (later if dropped else deeper).append((path, depth + 1, dropped))
            elif not dropped:
                later.append((path, depth + 1, dropped))
        pending.extend(reversed(deeper))


def _drop_excluded(listing: _Listing, exclude: Collection[Path]) -> None:
    places = {OWN_OUTPUT}
    for path in exclude:
        absolute = path.resolve()
        if absolute != listing.root and absolute.is_relative_to(listing.root):
            places.add(absolute.relative_to(listing.root).as_posix())
    for files in (listing.files, listing.ignored):
        for name in [name for name in files if any(place in places for place in _with_parents(name))]:
            del files[name]


def _with_parents(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition("/")[0]


def _apply_own_ignores(listing: _Listing) -> None:
    """Honour ``.aigovignore``, and say what it left out: whoever reads the result must know."""
    rules = IgnoreRules((".aigovignore",))
    for path in sorted(listing.files):
        folder, _, name = path.rpartition("/")
        if name == ".aigovignore":
            rules.load(listing.root, folder)
    if not rules:
        return
    dropped = [path for path in listing.files if rules.ignores_with_parents(path)]
    for path in dropped:
        listing.ignored[path] = listing.files.pop(path)
    if dropped:
        message = f"{len(dropped)} files left out by .aigovignore, for instance {min(dropped)}"
        listing.problems.append(Problem(file=".aigovignore", reason="ignored", message=message))


def _apply_patterns(listing: _Listing, patterns: Sequence[str]) -> None:
    if not patterns:
        return
    spec = GitIgnoreSpec.from_lines(patterns)
    for path in [path for path in listing.files if spec.match_file(path)]:
        listing.excluded[path] = listing.files.pop(path)
    if listing.excluded:
        count, first = len(listing.excluded), min(listing.excluded)
        message = f"{count} files left out by scan.exclude, for instance {first}"
        listing.problems.append(Problem(file="aigov.yaml", reason="excluded", message=message))


def _text(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _shown(folder: str) -> str:
    return os.fsencode(folder).decode("utf-8", "backslashreplace") or "."
