"""What a scan left open, in words: one phrase for each kind of gap (docs/aibom.md, ``aigov:coverage:gap``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_FATES = {
    "classic-ml-left-out": "with classic machine learning, left out on demand",
    "excluded": "excluded by aigov.yaml",
    "generated": "taken for generated, not parsed",
    "ignored": "left out by an ignore file",
    "lapsed-statement": "left or judged by scan settings of aigov.yaml that nobody stands by on this day",
    "parse-error": "understood in part only (syntax errors)",
    "too-large": "too large, not parsed",
    "undecodable": "whose text could not be decoded",
    "unlisted-package": "read, asking for packages that say AI by name and that no catalogue entry lists",
    "unreadable": "that could not be opened",
    "unsupported-language": "in a language that is not parsed",
    "vendored": "of others in the tree, not parsed",
}
"""What became of the files of a gap, by its reason. The rules say the same (``policies/lib/gate.rego``)."""
_STOPPED = "truncated: "


def phrase_gap(gap: Mapping[str, Any]) -> str:
    """One gap of the policy input: ``2 go files in a language that is not parsed``."""
    reason = str(gap["reason"])
    if reason.startswith(_STOPPED):
        return f"the scan stopped early ({reason.removeprefix(_STOPPED)})"
    return phrase_files(reason, gap.get("language"), int(gap["files"]))


def phrase_files(reason: str, language: str | None, files: int) -> str:
    """How many files, and what became of them."""
    noun = f"{language} file" if language else "file"
    return f"{files} {noun}{'' if files == 1 else 's'} {_FATES.get(reason, f'({reason})')}"
