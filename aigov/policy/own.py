"""Folders of a user's own policies: a TOML and its Rego, judged like the shipped ones and by the same means.

    house-rules/
      house-rules.toml           the framework, format ``schemas/bundle.schema.json``; its name is the id
      <slug>.rego                package aigov.<package>.rules.<slug>
      <slug>_test.rego           package aigov_test.<package>.<slug>

Several frameworks may share a folder; the rules of each then lie in a folder of its id. Rules import
``data.aigov.lib.…`` of the shipped library, and call only what ``policies/capabilities.json`` allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from aigov.control import Override
from aigov.errors import EngineError, UsageError
from aigov.policy.frameworks import Framework, load_frameworks, parse_framework, read_document
from aigov.policy_settings import read_override

_RESERVED = frozenset({"lib"})
"""Packages below ``aigov`` that are nobody's framework."""


def load_policy_folder(folder: Path) -> tuple[Framework, ...]:
    """The frameworks that a folder holds, sorted by id.

    :raises UsageError: it is no folder, or holds no TOML.
    :raises EngineError: a TOML is broken, or takes the id or package of a shipped framework.
    """
    if not folder.is_dir():
        raise UsageError("is no folder", where=str(folder), fix="name the folder that holds the TOML of the policies")
    files = sorted(path for path in folder.glob("*.toml") if path.is_file())
    if not files:
        raise UsageError(
            "holds no TOML", where=str(folder), fix="`aigov policy new FRAMEWORK CONTROL --policy DIR` writes a first"
        )
    return tuple(_load(path) for path in files)


def with_folders(folders: Sequence[Path]) -> tuple[Framework, ...]:
    """The shipped frameworks, and then those of the folders.

    :raises UsageError: as ``load_policy_folder``.
    :raises EngineError: as ``load_policy_folder``; or two have one id or package.
    """
    found = list(load_frameworks())
    for folder in dict.fromkeys(folder.resolve() for folder in folders):
        shown = next(given for given in folders if given.resolve() == folder)
        for framework in load_policy_folder(shown):
            for other in found:
                for what in ("id", "package"):
                    if getattr(framework, what) == getattr(other, what):
                        raise EngineError(
                            f"has the {what} {getattr(framework, what)!r}, which {other.title} has",
                            where=f"{shown}/{framework.id}.toml",
                            fix="choose another",
                        )
            found.append(framework)
    return tuple(found)


def choose(frameworks: Sequence[Framework], ids: Sequence[str]) -> tuple[Framework, ...]:
    """Those of these ids, in this order; all of them if there are none.

    :raises UsageError: an id that no framework has.
    """
    known = {framework.id: framework for framework in frameworks}
    for wanted in ids:
        if wanted not in known:
            close = get_close_matches(wanted.lower(), known, 1, 0.5)
            fix = f"did you mean {close[0]}? there are" if close else "there are"
            raise UsageError(
                f"there is no framework {wanted!r}", where="--framework", fix=f"{fix} {', '.join(sorted(known))}"
            )
    return tuple(known[wanted] for wanted in dict.fromkeys(ids)) if ids else tuple(frameworks)


def overrides_of(frameworks: Sequence[Framework]) -> tuple[Override, ...]:
    """What the folders' own files override."""
    return tuple(override for framework in frameworks for override in framework.overrides)


def _load(path: Path) -> Framework:
    document = read_document(path)
    framework = parse_framework(document, path)
    if framework.package in _RESERVED:
        raise EngineError(f"has the package {framework.package!r}", where=str(path), fix="choose another")
    own = path.parent / framework.id
    rows = document.get("overrides", ())
    return replace(
        framework,
        folder=own if own.is_dir() else path.parent,
        overrides=tuple(read_override(row, str(path)) for row in rows),
    )
