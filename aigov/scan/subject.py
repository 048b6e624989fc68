"""What the scanned tree is: its name, version and commit."""

from __future__ import annotations

import configparser
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packageurl import PackageURL

from aigov.errors import UsageError
from aigov.model import Subject
from aigov.scan import git
from aigov.scan.files import SourceFile
from aigov.scan.toml_text import load_toml
from aigov.text import well_formed

_LIMIT = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    name: str
    version: str | None = None
    description: str | None = None
    purl_type: str | None = None
    """None where the manifest says that the package is published nowhere."""


def read_subject(root: Path, files: Sequence[SourceFile], *, top: Path | None) -> Subject:
    """Facts of the tree at ``root``. A name comes from its own manifest, else the git remote, else the folder.

    :param top: top folder of the git working tree; None outside git.
    :raises UsageError: SOURCE_DATE_EPOCH is not a number of seconds.
    """
    paths = {file.path for file in files}
    named = next((found for name, read in _READERS if name in paths and (found := read(root / name))), None)
    if named is None:
        remote = git.remote_name(root) if top == root else None
        named = _Named(name=remote or root.name or "root")
    head = git.head(root) if top is not None else None
    dirty = head is not None and (any(not file.tracked for file in files) or git.is_dirty(root))
    return Subject(
        name=named.name,
        version=named.version,
        purl=_purl(named),
        description=named.description,
        commit=head.commit if head else None,
        dirty=dirty,
        timestamp=_timestamp(head),
    )


def _timestamp(head: git.Head | None) -> int:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return head.timestamp if head else 0
    if not (epoch.isascii() and epoch.isdigit() and len(epoch) < 12):
        raise UsageError(
            "not a number of seconds since 1970-01-01",
            where=f"SOURCE_DATE_EPOCH={epoch[:40]}",
            fix="set it to a number such as 1700000000, or unset it",
        )
    return int(epoch)


def _purl(named: _Named) -> str | None:
    if named.purl_type is None:
        return None
    namespace, _, name = named.name.rpartition("/")
    if named.purl_type == "pypi":
        name = re.sub(r"[-_.]+", "-", name).lower()
    if not name:
        return None
    return PackageURL(named.purl_type, namespace or None, name, named.version).to_string()


def _text_of(path: Path) -> str | None:
    """The file's text; None if it cannot be had. A broken manifest is reported by its own reader."""
    try:
        if path.is_symlink() or path.stat().st_size > _LIMIT:
            return None
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def _pyproject(path: Path) -> _Named | None:
    try:
        document = load_toml(_text_of(path) or "")
    except ValueError:
        return None
    project = _table(document.get("project"))
    poetry = _table(_table(document.get("tool")).get("poetry"))
    table = project if _string(project.get("name")) else poetry
    name = _string(table.get("name"))
    if name is None:
        return None
    classifiers = table.get("classifiers")
    private = isinstance(classifiers, list) and any(str(item).startswith("Private ::") for item in classifiers)
    return _Named(
        name=name,
        version=_string(table.get("version")),
        description=_string(table.get("description")),
        purl_type=None if private or poetry.get("package-mode") is False else "pypi",
    )


def _setup_cfg(path: Path) -> _Named | None:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(_text_of(path) or "")
    except configparser.Error:
        return None
    if not parser.has_option("metadata", "name"):
        return None
    version = parser.get("metadata", "version", fallback=None)
    return _Named(
        name=parser.get("metadata", "name"),
        # "attr: package.__version__" and "file: VERSION" name a place, not a version.
        version=version if version and ":" not in version else None,
        description=parser.get("metadata", "description", fallback=None),
        purl_type="pypi",
    )


def _package_json(path: Path) -> _Named | None:
    try:
        document = _table(json.loads(_text_of(path) or "{}"))
    except (ValueError, RecursionError):
        return None
    name = _string(document.get("name"))
    if name is None:
        return None
    return _Named(
        name=name,
        version=_string(document.get("version")),
        description=_string(document.get("description")),
        purl_type=None if document.get("private") is True else "npm",
    )


def _go_mod(path: Path) -> _Named | None:
    found = re.search(r"^module\s+\"?([^\s\"]+)", _text_of(path) or "", re.MULTILINE)
    return _Named(name=found[1], purl_type="golang") if found else None


_READERS = (
    ("pyproject.toml", _pyproject),
    ("setup.cfg", _setup_cfg),
    ("package.json", _package_json),
    ("go.mod", _go_mod),
)


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _string(value: Any) -> str | None:
    return well_formed(value).strip() or None if isinstance(value, str) else None
