"""The ``policy`` section of aigov.yaml: folders of own policies, and what is overridden about any control.

It states no fact, and no rule sees it. Format: ``schemas/declarations.schema.json``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aigov.control import Override
from aigov.declarations import DeclarationsError
from aigov.errors import UsageError
from aigov.scan_settings import read_section


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySettings:
    """What a user changes about the rules."""

    folders: tuple[Path, ...] = ()
    overrides: tuple[Override, ...] = ()


def load_policy_settings(path: Path) -> PolicySettings:
    """The section of the file at ``path``; the defaults where it has none.

    :raises DeclarationsError: the file cannot be read, or the section is wrong; ``problems`` lists everything.
    """
    section = read_section(path, "policy")
    if section is None:
        return PolicySettings()
    rows = section.value.get("overrides") or ()
    places = [f"{path}:{section.line(('overrides', index))}" for index in range(len(rows))]
    idle = [
        UsageError(
            f"the override of {row['control']} changes nothing",
            where=place,
            fix="add `enabled: false`, `severity:` or `parameters:`",
        )
        for row, place in zip(rows, places, strict=True)
        if not row.keys() & {"enabled", "severity", "parameters"}
    ]
    if idle:
        raise DeclarationsError(idle)
    return PolicySettings(
        folders=tuple(path.parent / folder for folder in section.value.get("folders") or ()),
        overrides=tuple(read_override(row, place) for row, place in zip(rows, places, strict=True)),
    )


def read_override(row: dict[str, object], where: str) -> Override:
    """One checked entry of a list of overrides."""
    fields = dict(row)
    framework, _, control = str(fields.pop("control")).partition("/")
    return Override(framework=framework, control=control, where=where, **fields)  # type: ignore[arg-type]
