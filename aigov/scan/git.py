"""Ask git about a working tree that may be hostile.

The repository's own configuration can name programs for git to run (``core.fsmonitor``, hooks, filters, signature
checks, lazy fetches from a promisor remote). Only plumbing that runs none of them is called, and what can be switched
off is switched off. No shell, no lock, no network.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_SAFE = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.untrackedCache=false"),
    *("-c", "core.quotePath=false"),
    *("-c", "protocol.allow=never"),
)
_SECONDS = 120
_LINK, _SUBMODULE = b"120000", b"160000"
_COMPARED_LIMIT = 64 << 20
"""Bytes of the largest file that is compared by content; a larger one whose time changed counts as changed."""
_SKIP_WORKTREE = 1 << 30
_INDEX_ENTRY = re.compile(
    rb"(?P<mode>[0-7]{6}) (?P<id>[0-9a-f]{40,64}) \d\t(?P<path>[^\0]+)\0"
    rb"(?:  ctime: \d+:\d+\n  mtime: (?P<seconds>\d+):(?P<nanoseconds>\d+)\n"
    rb"  dev: [^\n]*\n  uid: [^\n]*\n  size: (?P<size>\d+)\tflags: (?P<flags>[0-9a-f]+)\n)?"
)


class GitUnavailable(Exception):
    """git cannot serve here; the reason is for people, and empty where the folder is simply in no repository."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The commit that a working tree has checked out."""

    commit: str
    timestamp: int
    """Committer's time, seconds since the epoch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GitListing:
    """Paths relative to the folder asked about, as bytes on disk."""

    tracked: frozenset[bytes]
    untracked: frozenset[bytes]
    """Not ignored. One that ends in ``/`` is a repository of its own."""
    submodules: frozenset[bytes]


def top_level(folder: Path) -> Path:
    """The working tree's top folder.

    :raises GitUnavailable: no repository, or git is absent or refuses.
    """
    return Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))


def list_files(folder: Path) -> GitListing:
    """Tracked files and untracked ones that are not ignored, below ``folder``.

    :raises GitUnavailable: no repository, or git is absent or refuses.
    """
    tracked: set[bytes] = set()
    submodules: set[bytes] = set()
    for entry in _git(folder, "ls-files", "-z", "--cached", "--stage").split(b"\0"):
        if entry:
            facts, _, path = entry.partition(b"\t")
            (submodules if facts.startswith(_SUBMODULE) else tracked).add(path)
    others = _git(folder, "ls-files", "-z", "--others", "--exclude-standard").split(b"\0")
    return GitListing(
        tracked=frozenset(tracked), untracked=frozenset(filter(None, others)), submodules=frozenset(submodules)
    )


def head(folder: Path) -> Head | None:
    """The commit checked out; None before the first commit.

    :raises GitUnavailable: git is absent or refuses.
    """
    try:
        commit = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode("ascii").strip()
        # cat-file, not log: log.showSignature would run the repository's gpg.program.
        text = _git(folder, "cat-file", "commit", commit)
    except GitUnavailable:
        return None
    for line in text.split(b"\n\n", 1)[0].split(b"\n"):
        if line.startswith(b"committer "):
            seconds = line.rsplit(b" ", 2)[-2]
            return Head(commit=commit, timestamp=int(seconds) if seconds.isdigit() else 0)
    return Head(commit=commit, timestamp=0)


def is_dirty(folder: Path) -> bool:
    """Whether tracked files below ``folder`` differ from the commit. Untracked files are the caller's to judge.

    Every command of git that compares contents (``status``, ``diff-files``, ``ls-files -m``) runs the filters that the
    repository configures. So git only lists its index here, and files whose time or size changed are compared by
    object id.

    :raises GitUnavailable: git is absent or refuses.
    """
    if _git(folder, "diff-index", "--cached", "--name-only", "-z", "--ignore-submodules=all", "HEAD", "--", "."):
        return True
    index = _git(folder, "ls-files", "-z", "--cached", "--stage", "--debug")
    return any(
        found["mode"] != _SUBMODULE
        and not _is_unchanged(path := os.path.join(os.fsencode(folder), found["path"]), found)  # noqa: PTH118 - bytes, hot loop
        and not (int(found["flags"] or b"0", 16) & _SKIP_WORKTREE and not os.path.lexists(path))
        for found in _INDEX_ENTRY.finditer(index)
    )


def _is_unchanged(path: bytes, entry: re.Match[bytes]) -> bool:
    try:
        status = os.lstat(path)
        nanoseconds = int(entry["nanoseconds"] or b"0")
        recorded = int(entry["seconds"] or b"0") * 1_000_000_000 + nanoseconds
        # Without nanoseconds a change within the same second would not show.
        if nanoseconds and status.st_mtime_ns == recorded and status.st_size == int(entry["size"] or b"-1"):
            return True
        if entry["mode"] == _LINK:
            contents = [os.readlink(path)]  # noqa: PTH115 - bytes
        elif not stat.S_ISREG(status.st_mode) or status.st_size > _COMPARED_LIMIT:
            return False
        else:
            data = Path(os.fsdecode(path)).read_bytes()
            contents = [data, data.replace(b"\r\n", b"\n"), _lfs_pointer(data)]
    except OSError:
        return False
    wanted = entry["id"].decode("ascii")
    algorithm = "sha256" if len(wanted) == 64 else "sha1"
    return any(
        hashlib.new(algorithm, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() == wanted
        for data in contents
    )


def _lfs_pointer(data: bytes) -> bytes:
    """What git stores for a file that is kept in Git LFS (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md)."""
    digest = hashlib.sha256(data).hexdigest()
    return f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {len(data)}\n".encode()


def remote_name(folder: Path) -> str | None:
    """Last part of the path of the ``origin`` remote, without ``.git``: never its host, user or password."""
    try:
        url = _git(folder, "config", "--get", "remote.origin.url").decode("utf-8", "replace").strip()
    except GitUnavailable:
        return None
    path = urlsplit(url).path if "://" in url else url.rpartition(":")[2]
    name = path.rstrip("/").rpartition("/")[2].removesuffix(".git")
    return name or None


def _git(folder: Path, *arguments: str) -> bytes:
    """Standard output of one git command.

    :raises GitUnavailable: git is absent, fails or takes too long.
    """
    try:
        done = subprocess.run(
            ["git", *_SAFE, *arguments],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise GitUnavailable("git is not installed") from None
    except subprocess.TimeoutExpired:
        raise GitUnavailable(f"git {arguments[0]} took more than {_SECONDS} s") from None
    except OSError as error:
        raise GitUnavailable(f"git cannot be started: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace")
        if "dubious ownership" in said:
            raise GitUnavailable("git refuses, because another user owns the repository")
        if "not a git repository" in said or not said.strip():
            raise GitUnavailable("")
        raise GitUnavailable(f"git {arguments[0]} failed: {said.strip().splitlines()[0]}")
    return done.stdout


def _environment() -> dict[str, str]:
    """The process's environment without what a git hook sets (it would point git at another repository)."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(("GIT_CONFIG", "GIT_CEILING"))
    }
    return kept | {
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_PAGER": "cat",
        "LC_ALL": "C",
    }
