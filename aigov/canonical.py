"""Deterministic bytes and atomic files: the same content is always the same bytes, and a file is whole or absent."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from aigov.errors import UsageError


def canonical_json(document: Any) -> bytes:
    """Compact JSON with sorted keys, for digests. UTF-8, no trailing newline."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def pretty_json(document: Any) -> str:
    """JSON for people: two spaces, keys in the order that the writer gave them, one trailing newline."""
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def sha256_hex(data: bytes) -> str:
    """SHA-256 of ``data`` as 64 lowercase hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def write_atomic(path: Path, data: str | bytes, *, mode: int = 0o644) -> None:
    """Write ``data`` to ``path`` so that a reader sees the old file or the whole new one, never a part.

    A link is followed. Devices and pipes (``/dev/null``, ``/dev/stdout``) are written to, not replaced.

    :raises UsageError: the folder does not exist or cannot be written.
    """
    raw = data.encode() if isinstance(data, str) else data
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(raw)
        else:
            _replace(path.resolve(), raw, mode)
    except OSError as error:
        raise UsageError(
            f"cannot write here: {error.strerror}", where=str(path), fix="name a file in a folder that is writable"
        ) from error


def _replace(path: Path, raw: bytes, mode: int) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
