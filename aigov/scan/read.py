"""Read files within bounds, decode them, and say why a file was left."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
from collections.abc import Callable, Iterator, Set
from pathlib import Path

from aigov.scan.facts.manifests import sql
from aigov.scan.facts.manifests.settings import KIND as SETTINGS
from aigov.scan.facts.manifests.shell import KINDS as SCRIPTS
from aigov.scan.files import Discovered, Document, FileKind, Left, LeftReason, SourceFile
from aigov.scan.kinds import OTHER, classify, kind_table
from aigov.scan.scopes import scope_of
from aigov.scan.triage import Triage

__all__ = ["SETTINGS_LIMIT", "SOURCE_LIMIT", "STRUCTURED_LIMIT", "classify", "read_file", "read_tree"]

SOURCE_LIMIT = 2 << 20
"""Bytes of the largest program file that is read."""
NOTEBOOK_LIMIT = 32 << 20
"""Bytes of the largest notebook that is read: most of it are pictures."""
SETTINGS_LIMIT = 512 << 10
"""Bytes of the largest settings file that is read: what is larger was written by no hand, and is data."""
STRUCTURED_LIMIT = 64 << 20
"""Bytes of the largest manifest or lock file that is read."""
_SNIFF = 8192

Inspector = Callable[[str, FileKind, bytes], None]
"""Takes path, kind and content of a file."""

_VENDORED_FOLDERS = frozenset(
    """node_modules bower_components jspm_packages site-packages dist-packages third_party third-party thirdparty
    3rdparty _vendor _vendored vendored carthage .yarn .pnpm-store .venv .tox .nox .eggs __pypackages__""".split()  # noqa: SIM905 - a word list reads better
)
_INSTALLED_FOLDERS = frozenset(
    """node_modules bower_components jspm_packages site-packages dist-packages carthage .yarn .pnpm-store .venv
    .tox .nox .eggs __pypackages__""".split()  # noqa: SIM905 - a word list reads better
)
"""Those of the vendored that a package manager fills: nobody writes there by hand, and it may be large."""
_COCOAPODS = "Pods"
"""Its case counts: ``k8s/pods/`` holds what somebody deploys."""
_VENDORED_PREFIX = re.compile(r"vendor/|(?:.*/)?vendor/(?:bundle|github\.com|golang\.org|gopkg\.in|composer)/")
_BUILT_FOLDERS = frozenset(
    ".next .nuxt .output .svelte-kit .turbo .parcel-cache .docusaurus .angular .vercel storybook-static".split()  # noqa: SIM905 - a word list reads better
)
_OUTPUT_FOLDERS = frozenset(("dist", "build", "out", "target"))
_PROJECT_FILES = ("package.json", "pyproject.toml", "setup.py", "pom.xml", "build.gradle", "Cargo.toml")
_BUILT_NAME = re.compile(r".*[.-]min\.(?:js|mjs|cjs|css)|.*\.bundle\.[cm]?js|.*\.chunk\.[cm]?js|.*_pb2(?:_grpc)?\.pyi?")
# Only on a comment line, and in capitals as generators shout it: prose about the marker makes no file generated.
_GENERATED = re.compile(
    rb"^[ \t]*(?:#|//|/\*+|\*|--|;|<!--)[^\n]*?(?:@generated\b|\bDO NOT (?:EDIT|MODIFY|CHANGE)\b)", re.MULTILINE
)
_GENERATED_WORD = re.compile(rb"generated", re.IGNORECASE)
_PYTHON_CODING = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.MULTILINE)
_MINIFIED_LINE = 500
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = tuple(mark for mark, codec in _BOMS if codec != "utf-8-sig")


def read_tree(discovered: Discovered, triage: Triage, inspect: Inspector | None = None) -> Iterator[Document | Left]:
    """Every file of the tree in order of path, among them ``discovered.left``.

    :param inspect: is shown every text of the author's own in which a token occurs, prose and data too.
    """
    outputs = _output_folders(discovered)
    left = sorted(discovered.left, key=lambda item: item.path, reverse=True)
    apart: dict[str, LeftReason] = {file.path: "ignored" for file in discovered.ignored}
    apart |= {file.path: "excluded" for file in discovered.excluded}
    for file in sorted((*discovered.files, *discovered.ignored, *discovered.excluded), key=lambda file: file.path):
        while left and left[-1].path < file.path:
            yield left.pop()
        yield read_file(discovered.root, file, triage, outputs=outputs, apart=apart.get(file.path), inspect=inspect)
    while left:
        yield left.pop()


def read_file(
    root: Path,
    file: SourceFile,
    triage: Triage,
    *,
    outputs: Set[str] = frozenset(),
    apart: LeftReason | None = None,
    inspect: Inspector | None = None,
) -> Document | Left:
    """Read one file: the decoded document, or why it was left. Never raises for what is on disk.

    :param outputs: folders whose untracked content a build wrote.
    :param apart: why it is left out, where an ignore file of the tree or the user says so.
    """
    kind = classify(file.path)
    reason = apart or _left_unopened(file, kind, outputs)
    # What names itself no source is searched for names all the same, but for what package managers installed.
    prose = kind.name in kind_table().hiding
    installed = not file.tracked and _lies_in(file.path, _INSTALLED_FOLDERS)
    searched = kind.role == "source" and not prose and not installed
    if reason == "excluded":
        # A person's own choice: whatever could name AI is looked at, so that the choice is an open one.
        searched = kind.role != "not-code" or prose
    if reason is not None and not (reason in ("vendored", "generated", "ignored", "excluded") and searched):
        return Left(path=file.path, size=file.size, reason=reason, language=_language(kind, reason))
    data_like = kind.role == "not-code" or kind.name == SETTINGS or prose
    limit = SETTINGS_LIMIT if kind.name == SETTINGS else _limit(kind)
    try:
        data = _read_bytes(root, file.path, limit + 1)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        return Left(path=file.path, size=file.size, reason="unreadable", message=message)
    if kind is OTHER and data.startswith(b"#!"):
        kind = classify(file.path, data[:200])
    # Two or four bytes a character hide a name from a search over the bytes on disk.
    suspect = triage.hit(data.replace(b"\0", b"") if data.startswith(_WIDE) else data)
    if suspect and reason is None and inspect is not None and b"\0" not in data[:_SNIFF]:
        inspect(file.path, kind, data)
    if len(data) > limit and not suspect and not data_like:
        suspect = _names_ai_further_on(root, file.path, limit, triage)
    if reason is not None:
        return Left(path=file.path, size=file.size, reason=reason, suspect=suspect)
    unknown = kind.name == sql.KIND and suspect and not sql.knows(data)
    if unknown or kind.role in ("not-code", "unsupported-language") or (data_like and len(data) > limit):
        return _left_unread(file, kind, data, suspect)
    if len(data) > limit:
        message = f"{file.size} bytes, more than the {limit >> 20} MiB that are read"
        return Left(path=file.path, size=file.size, reason="too-large", suspect=suspect, message=message)
    if kind.role == "source" and _is_generated(file.path, kind, data):
        return Left(path=file.path, size=file.size, reason="generated", suspect=suspect)
    text = _decode(data, kind)
    if text is None:
        binary = b"\0" in data[:_SNIFF]
        return Left(
            path=file.path,
            size=file.size,
            reason="binary" if binary else "undecodable",
            suspect=suspect,
            message="" if binary else "neither UTF-8 nor the encoding that it declares",
        )
    if text is not data:
        suspect = suspect or triage.hit(text)
        if suspect and inspect is not None:
            inspect(file.path, kind, text)
    return Document(path=file.path, kind=kind, scope=scope_of(file.path), data=text, size=file.size, candidate=suspect)


def _limit(kind: FileKind) -> int:
    if kind.projection == "notebook":
        return NOTEBOOK_LIMIT
    return STRUCTURED_LIMIT if kind.role == "manifest" and kind.name not in SCRIPTS else SOURCE_LIMIT


def _left_unopened(file: SourceFile, kind: FileKind, outputs: Set[str]) -> LeftReason | None:
    """Why the file's place or name alone says that it is not the author's source."""
    folder, _, name = file.path.lower().rpartition("/")
    parts = folder.split("/") if folder else []
    if _lies_in(file.path, _VENDORED_FOLDERS) or _VENDORED_PREFIX.match(folder + "/"):
        return "vendored"
    if kind.name in kind_table().binary:
        return "binary"
    if not _BUILT_FOLDERS.isdisjoint(parts) or _BUILT_NAME.fullmatch(name):
        return "generated"
    if outputs and any(f"{place}/" in outputs for place in _ancestors(file.path)):
        return "generated"
    return None


def _lies_in(path: str, folders: Set[str]) -> bool:
    parts = path.split("/")[:-1]
    return _COCOAPODS in parts or not folders.isdisjoint(part.lower() for part in parts)


def _ancestors(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _output_folders(discovered: Discovered) -> frozenset[str]:
    """Folders like ``dist/`` beside a project file: in git those with no tracked file, elsewhere ``dist`` alone
    (a package of an sdist may well be called ``build`` or ``target``)."""
    paths = {file.path for file in discovered.files}
    found: set[str] = set()
    tracked: set[str] = set()
    for file in discovered.files:
        for place in _ancestors(file.path):
            parent, _, name = place.rpartition("/")
            if name not in _OUTPUT_FOLDERS or (discovered.listing == "walk" and name != "dist"):
                continue
            beside = f"{parent}/" if parent else ""
            if any(beside + project in paths for project in _PROJECT_FILES):
                found.add(f"{place}/")
                if file.tracked and discovered.listing == "git":
                    tracked.add(f"{place}/")
    return frozenset(found - tracked)


def _read_bytes(root: Path, path: str, limit: int) -> bytes:
    """At most ``limit`` bytes of a regular file below ``root``.

    :raises OSError: also when a link leads out of the root, or the file has become a device since it was listed.
    """
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        handle = os.open(f"{root}/{path}", flags)
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        target = (root / path).resolve(strict=True)
        if not target.is_relative_to(root):
            raise PermissionError(errno.EPERM, "a link that leads out of the scanned folder", path) from error
        handle = os.open(target, flags)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", path)
        parts = []
        limit = min(limit, status.st_size) if status.st_size else limit  # files of /proc and the like tell no size
        while limit > 0 and (part := os.read(handle, min(limit, 1 << 20))):
            parts.append(part)
            limit -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)
    finally:
        os.close(handle)


def _names_ai_further_on(root: Path, path: str, start: int, triage: Triage) -> bool:
    """Whether a token stands behind the part of a file that was read."""
    try:
        with (root / path).open("rb") as file:
            file.seek(max(start - triage.longest, 0))
            kept = b""
            while part := file.read(1 << 20):
                if triage.hit(kept + part):
                    return True
                kept = part[-triage.longest :]
    except OSError:
        return True  # nobody can tell any more
    return False


def _left_unread(file: SourceFile, kind: FileKind, data: bytes, suspect: bool) -> Left:
    if b"\0" in data[:_SNIFF] and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Left(path=file.path, size=file.size, reason="binary", suspect=suspect and kind is not OTHER)
    hides = suspect and kind.name in kind_table().hiding
    reason: LeftReason = "unsupported-language" if hides or kind.role == "unsupported-language" else "not-code"
    return Left(path=file.path, size=file.size, reason=reason, language=_language(kind, reason), suspect=suspect)


def _language(kind: FileKind, reason: LeftReason) -> str | None:
    return kind.name if reason == "unsupported-language" else None


def _is_generated(path: str, kind: FileKind, data: bytes) -> bool:
    head = data[:1500]
    # The plain search first: it spares nearly every file the regex.
    found = _GENERATED.search(head) if b"@generated" in head or b"DO NOT " in head else None
    if found and (b"@generated" in found[0] or _GENERATED_WORD.search(head)):
        return True
    if kind.name not in ("javascript", "typescript"):
        return False
    return len(data) > _SNIFF and len(data) / (data.count(b"\n") + 1) > _MINIFIED_LINE


def _decode(data: bytes, kind: FileKind) -> bytes | None:
    """The content as UTF-8 without byte order mark; ``data`` itself where it is that already; None if neither."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(codec).encode()
            except UnicodeError:
                return None
    if b"\0" in data[:_SNIFF]:
        return None
    if data.isascii():
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        return _decode_declared(data, kind)
    return data


def _decode_declared(data: bytes, kind: FileKind) -> bytes | None:
    if kind.name == "python":
        first_two = b"\n".join(data.split(b"\n", 2)[:2])
        declared = _PYTHON_CODING.search(first_two)
        if declared:
            try:
                return data.decode(declared[1].decode("ascii")).encode()
            except (LookupError, UnicodeError, ValueError):
                return None
        # Python 3 refuses such a file, so it is no running code: a gap, not a guess.
        return None
    # Every byte sequence is Latin-1, and all that carries meaning in a program is ASCII: lines and names survive.
    return data.decode("latin-1").encode()
