"""Prompts that stand in files of their own: told by suffix, or by the folder that holds nothing else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from aigov.model import Asset
from aigov.scan.files import SourceFile
from aigov.scan.scopes import scope_of

_LARGEST = 1 << 20
_OWN_SUFFIX = re.compile(
    r".*\.(?:prompt|prompty|poml|prompt\.(?:md|txt|ya?ml|json|j2|jinja2?|mustache|hbs))", re.IGNORECASE
)
_IN_FOLDER = re.compile(
    r"(?:.*/)?(?:prompts?|prompt[_-]templates?|system[_-]prompts?)/(?:[^/]+/){0,3}[^/]+"
    r"\.(?:md|txt|j2|jinja2?|mustache|hbs|handlebars|liquid|tmpl|tpl|xml|ya?ml|stg?)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:.*/)?(?:[\w-]+[_-])?(?:system[_-]?prompt|prompt(?:[_-]template)?)\.(?:md|txt|j2|jinja2?)", re.IGNORECASE
)
_PAPERS = re.compile(r"(?:.*/)?(?:readme|license|changelog|contributing|index|_index)(?:\.[\w.]+)?", re.IGNORECASE)


def is_prompt(path: str) -> bool:
    """Whether the name of a file says that it holds a prompt."""
    folded = path.lower()
    if "prompt" not in folded and not folded.endswith(".poml"):
        return False
    told = _OWN_SUFFIX.fullmatch(path) or _IN_FOLDER.fullmatch(path) or _NAMED.fullmatch(path)
    return told is not None and not _PAPERS.fullmatch(path)


def find_prompts(root: Path, files: Iterable[SourceFile]) -> tuple[Asset, ...]:
    """The prompts among ``files``, with the digest of each."""
    found: list[Asset] = []
    for file in files:
        if not file.size or file.size > _LARGEST or not is_prompt(file.path) or (root / file.path).is_symlink():
            continue
        try:
            data = (root / file.path).read_bytes()
        except OSError:
            continue  # the reading of the tree says so
        if b"\0" in data[:8192]:
            continue
        found.append(
            Asset(
                file=file.path,
                line=1,
                what="prompt",
                symbol=file.path.rpartition("/")[2],
                scope=scope_of(file.path),
                sha256=hashlib.sha256(data).hexdigest(),
            )
        )
    return tuple(found)
