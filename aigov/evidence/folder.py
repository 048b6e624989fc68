"""The delivered folder, read once: every file's digest, and the bytes of the few documents that are also parsed.

Digest and content come from the same read, so that no file can be one thing when it is hashed and another when it is
judged.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aigov.errors import UsageError
from aigov.settings import BOM_FILE, EVIDENCE_FILE, RESULTS_FILE

MAX_FILES = 1_000
MAX_DEPTH = 16
MAX_FILE_BYTES = 2 * 1024**3
MAX_DOCUMENT_BYTES: Mapping[str, int] = {
    BOM_FILE: 64 * 1024**2,
    RESULTS_FILE: 64 * 1024**2,
    EVIDENCE_FILE: 8 * 1024**2,
}
"""Files whose content is kept, and how large each may be."""

_CHUNK = 1024**2
# Without O_NONBLOCK, opening a named pipe waits for a writer that never comes. Windows has neither flag.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Something in the folder that cannot be vouched for."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What lies in a delivered folder."""

    digests: Mapping[str, str]
    """SHA-256, hexadecimal, of each regular file but the bundle; ``/`` separated, sorted."""
    documents: Mapping[str, bytes] = field(repr=False)
    """Bytes of the AI-BOM, the results and the bundle, as far as they are there."""
    private_keys: tuple[str, ...] = ()
    """Files that begin like a PEM private key."""
    refused: tuple[Refused, ...] = ()


def read_folder(directory: Path) -> Folder:
    """Read each regular file under ``directory`` once. Symbolic links and special files are refused, never followed.

    :raises UsageError: ``directory`` is not a folder that can be listed.
    """
    if not directory.is_dir():
        what = "is not a folder" if directory.exists() else "does not exist"
        raise UsageError(what, where=str(directory), fix="name the folder that `aigov check` wrote")
    digests: dict[str, str] = {}
    documents: dict[str, bytes] = {}
    private_keys: list[str] = []
    refused: list[Refused] = []
    for name, path in _walk(directory, refused):
        if len(digests) > MAX_FILES:
            refused.append(Refused(name=".", reason=f"more than {MAX_FILES} files"))
            break
        if problem := _unfit(name):
            refused.append(Refused(name=name, reason=problem))
            continue
        try:
            digest, content, head = _read(path, keep=MAX_DOCUMENT_BYTES.get(name))
        except OSError as error:
            refused.append(Refused(name=name, reason=error.strerror or "cannot be read"))
            continue
        if content is not None:
            documents[name] = content
        if name != EVIDENCE_FILE:
            digests[name] = digest
        if head.startswith(b"-----BEGIN ") and b"PRIVATE KEY-----" in head:
            private_keys.append(name)
    return Folder(
        digests=dict(sorted(digests.items())),
        documents=documents,
        private_keys=tuple(sorted(private_keys)),
        refused=tuple(sorted(refused, key=lambda r: r.name)),
    )


def _walk(directory: Path, refused: list[Refused]) -> Iterator[tuple[str, Path]]:
    """Regular files with their names; the rest goes to ``refused``."""
    waiting = [("", directory, 0)]
    while waiting:
        prefix, folder, depth = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            if not prefix:
                raise UsageError(f"cannot list: {error.strerror}", where=str(directory)) from error
            refused.append(Refused(name=prefix, reason=error.strerror or "cannot be listed"))
            continue
        for entry in entries:
            name = prefix + entry.name
            if entry.is_symlink():
                refused.append(Refused(name=name, reason="is a symbolic link"))
            elif entry.is_dir(follow_symlinks=False):
                if depth == MAX_DEPTH:
                    refused.append(Refused(name=name, reason=f"lies more than {MAX_DEPTH} folders deep"))
                else:
                    waiting.append((f"{name}/", Path(entry.path), depth + 1))
            elif entry.is_file(follow_symlinks=False):
                yield name, Path(entry.path)
            else:
                refused.append(Refused(name=name, reason="is not a regular file"))


def _unfit(name: str) -> str | None:
    """Why a file name cannot stand in a statement that ``sha256sum`` and every JSON reader take alike."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return "has a name that is not UTF-8"
    if "\\" in name or not name.isprintable():
        return "has a name with a backslash or a control character"
    return None


def _read(path: Path, *, keep: int | None) -> tuple[str, bytes | None, bytes]:
    """Digest, content (when to be kept, up to ``keep`` bytes) and first bytes of one file."""
    limit = MAX_FILE_BYTES if keep is None else keep
    digest = hashlib.sha256()
    kept: list[bytes] = []
    head = b""
    size = 0
    with os.fdopen(os.open(path, _OPEN_FLAGS), "rb", buffering=0) as file:
        # Asked of the open file: the name may have been given to something else since the folder was listed.
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, "is not a regular file")
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > limit:
                raise OSError(0, f"is larger than {limit} bytes")
            head = head or chunk[:64]
            digest.update(chunk)
            if keep is not None:
                kept.append(chunk)
    return digest.hexdigest(), b"".join(kept) if keep is not None else None, head
