"""The ``scan`` section of aigov.yaml: how the tree is to be read. It states no fact, and no rule sees it.

A file with nothing but this section is no declaration: `aigov scan` takes it, and `aigov check` judges as if nobody had
said anything. Format: ``schemas/declarations.schema.json``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from aigov.declarations import DeclarationsError, problem_of, read_limited
from aigov.declarations_check import check_section
from aigov.declared import Stated, read_term
from aigov.errors import UsageError
from aigov.located_yaml import Located, Unreadable, read_yaml
from aigov.model import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanSettings:
    """What a user changes about the scan of a tree."""

    catalogue: Path | None = None
    """Folder of the user's own catalogue entries."""
    exclude: tuple[str, ...] = ()
    """Patterns of ``.gitignore`` whose files are left out, and counted as left out."""
    classic_ml: bool = True
    """Whether classic machine learning is listed. What is left out is said."""
    scopes: tuple[tuple[str, Scope], ...] = ()
    """Pattern of ``.gitignore`` and the scope of the files that match; the last that matches wins."""
    not_ai: tuple[str, ...] = ()
    """purls without version of packages that are no AI, though their names say so."""
    stated: Stated | None = None
    """Who says what ``not_ai`` and ``scopes`` hold."""
    line: int | None = None
    """Of the section; None where there is none."""

    def absent(self, at: datetime) -> str | None:
        """Why what ``not_ai`` and ``scopes`` hold counts as absent at ``at`` (aware), and how to mend it; None where
        it holds, or they say nothing."""
        said = " and ".join(name for name in ("not_ai", "scopes") if getattr(self, name))
        if not said:
            return None
        if self.stated is None:
            return f"nobody stands by scan.{said}, so it counts as absent: add `stated: {{by, on, expires}}` below scan"
        if self.stated.term.expired(at):
            when = f"expired on {self.stated.term.expires}: give `scan.stated` new days"
        elif not self.stated.term.begun(at):
            when = f"begins on {self.stated.term.on}"
        else:
            return None
        return f"what {self.stated.by} says of the scan ({said}) counts as absent: it {when}"


def load_scan_settings(path: Path) -> ScanSettings:
    """The section of the file at ``path``; the defaults where it has none.

    :raises DeclarationsError: the file cannot be read, or the section is wrong; ``problems`` lists everything.
    """
    from pathspec import GitIgnoreSpec

    section = read_section(path, "scan")
    if section is None:
        return ScanSettings()
    stated = section.value.get("stated")
    exclude = tuple(section.value.get("exclude") or ())
    scopes = tuple((section.value.get("scopes") or {}).items())
    faults = []
    for pattern, place in (
        *((pattern, ("exclude", index)) for index, pattern in enumerate(exclude)),
        *((pattern, ("scopes", pattern)) for pattern, _ in scopes),
    ):
        try:
            GitIgnoreSpec.from_lines([pattern])
        except ValueError:
            faults.append(
                UsageError(
                    f"{pattern!r} is no pattern", where=f"{path}:{section.line(place)}", fix="write it as in .gitignore"
                )
            )
    if faults:
        raise DeclarationsError(faults)
    folder = section.value.get("catalogue")
    return ScanSettings(
        catalogue=path.parent / folder if folder else None,
        exclude=exclude,
        scopes=scopes,
        classic_ml=section.value.get("classic_ml", True),
        not_ai=tuple(section.value.get("not_ai") or ()),
        stated=Stated(by=stated["by"], term=read_term(stated), where=f"{path}:{section.line(('stated',))}")
        if stated
        else None,
        line=section.line(()),
    )


def declares(path: Path) -> bool:
    """Whether the file at ``path`` holds more than settings of the scan. What cannot be read is for others to refuse.

    :raises DeclarationsError: the file cannot be opened.
    """
    try:
        document = read_yaml(read_limited(path)).value
    except Unreadable:
        return True
    settings = {"scan", "policy"}
    return not (isinstance(document, dict) and settings & set(document) and set(document) <= {"version", *settings})


def read_section(path: Path, name: str) -> Located | None:
    """One section of the file at ``path``, checked, whatever the others hold; None where it is absent or empty.

    :raises DeclarationsError: the file cannot be read, or the section is wrong; ``problems`` lists everything.
    """
    try:
        document = read_yaml(read_limited(path))
        section = document.value.get(name) if isinstance(document.value, dict) else None
        faults = [] if section is None else list(check_section(document, name))
    except Unreadable as error:
        section, faults = None, [error.fault]
    if faults:
        raise DeclarationsError(problem_of(fault, str(path)) for fault in sorted(faults, key=lambda fault: fault.line))
    if section is None:
        return None
    return Located(
        value=section, lines={place[1:]: line for place, line in document.lines.items() if place[:1] == (name,)}
    )
