"""The frameworks: ``bundles/<framework>.toml``, format ``schemas/bundle.schema.json``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from aigov.control import Control, Override, Parameter, Risk
from aigov.errors import EngineError, UsageError
from aigov.resources import bundles_dir
from aigov.schema import violations


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A catalogue of controls and where it comes from."""

    id: str
    """``nist-ai-rmf``: names its file and the folder of its rules, and is the first half of ``framework/control``."""
    package: str
    """Rego package below ``aigov``: ``nist_ai_rmf``."""
    title: str
    version: str
    as_of: str
    """ISO date on which the facts of the file were checked."""
    url: str
    controls: tuple[Control, ...]
    """In the order of the framework's own text."""
    risks: tuple[Risk, ...] = ()
    """Of a companion document, such as NIST's Generative AI Profile."""
    folder: Path | None = None
    """Where its rules are, if it is a user's own; None for those that are shipped."""
    overrides: tuple[Override, ...] = ()
    """What a user's own file changes about controls of any framework."""


def load_frameworks(ids: Sequence[str] = (), *, directory: Path | None = None) -> tuple[Framework, ...]:
    """The frameworks of these ids, in this order; all, sorted by id, if there are none.

    :param directory: folder of the TOML files; the shipped one by default.
    :raises UsageError: an id that no framework has.
    :raises EngineError: a framework's file is broken.
    """
    folder = directory or bundles_dir()
    known = sorted(path.stem for path in folder.glob("*.toml"))
    if not known:
        raise EngineError("holds no framework", where=str(folder), fix="install aigov again")
    for wanted in ids:
        if wanted not in known:
            close = get_close_matches(wanted.lower(), known, 1, 0.5)
            fix = f"did you mean {close[0]}? there are" if close else "there are"
            raise UsageError(f"there is no framework {wanted!r}", where="--framework", fix=f"{fix} {', '.join(known)}")
    return tuple(_load(folder / f"{framework}.toml") for framework in dict.fromkeys(ids or known))


@cache
def _load(path: Path) -> Framework:
    return parse_framework(read_document(path), path)


def read_document(path: Path) -> dict[str, Any]:
    """A TOML file as plain values, its dates as ISO strings.

    :raises EngineError: it cannot be read, or is no TOML.
    """
    try:
        document: dict[str, Any] = _plain(tomli.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:  # ValueError: no TOML, no UTF-8
        raise EngineError(f"cannot be read: {error}", where=str(path), fix="correct the file") from error
    return document


def parse_framework(document: dict[str, Any], path: Path) -> Framework:
    """The framework that a parsed TOML file describes.

    :raises EngineError: it breaks the schema, repeats an id or slug, or its ``id`` is not the file's name.
    """
    for violation in violations("bundle", document, limit=1):
        raise EngineError(f"{_name(document, violation.path)}{violation.message}", where=str(path), fix="correct it")
    if document["id"] != path.stem:
        raise EngineError(f"has the id {document['id']!r}", where=str(path), fix="name the file after its id")
    for key in ("id", "slug"):
        # Ids are compared without case, as waivers and statements do.
        counts = Counter(row[key].casefold() for row in document["controls"])
        for value, count in counts.items():
            if count > 1:
                raise EngineError(f"{count} controls have the {key} {value!r}", where=str(path), fix="make it unique")
    ids = {row["id"] for row in document["controls"]}
    for row in document["controls"]:
        if row.get("waived_with", row["id"]) not in ids:
            what = f"control {row['id']}: waived_with names {row['waived_with']!r}, which is no control here"
            raise EngineError(what, where=str(path), fix="name a control of this framework")
    risks = {row["id"]: Risk(**row) for row in document.get("risks", ())}
    for row in document["controls"]:
        if unknown := [id for id in row.get("risks", ()) if id not in risks]:
            what = f"control {row['id']}: there is no risk {unknown[0]!r} here"
            raise EngineError(what, where=str(path), fix="name one of the risks of this file")
    fields = {key: value for key, value in document.items() if key not in ("schema", "controls", "overrides", "risks")}
    controls = tuple(_control(document["id"], row) for row in document["controls"])
    return Framework(**fields, controls=controls, risks=tuple(risks.values()))


def _control(framework: str, row: dict[str, Any]) -> Control:
    parameters = tuple(
        Parameter(name=name, default=said["default"], description=said["description"], value=said["default"])
        for name, said in row.get("parameters", {}).items()
    )
    lists = {name: tuple(row.get(name, ())) for name in ("helps", "risks")}
    return Control(framework=framework, **row | {"parameters": parameters} | lists)


def _name(document: dict[str, Any], path: tuple[str | int, ...]) -> str:
    """``control GOVERN 1.6, severity: `` for a path into the document."""
    parts = list(path)
    if len(parts) > 1 and parts[0] == "controls":
        row = document["controls"][parts[1]]
        name = row.get("id", f"number {int(parts[1]) + 1}") if isinstance(row, dict) else f"number {int(parts[1]) + 1}"
        parts[:2] = [f"control {name}"]
    return ", ".join(str(part) for part in parts) + ": " if parts else ""


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
