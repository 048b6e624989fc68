"""The languages that the facts engine reads: one row each, in a module of this folder beside its query file.

A new language is a row (``row.py`` says what it holds), a ``.scm`` file, an entry of ``_MODULES`` below, a row in
``aigov/scan/kinds.toml``, a finder in ``aigov/scan/modules/`` where its imports can mean files of the tree, and cases
in ``tests/detect``. The captures that a query file uses are listed at the top of ``engine.py``, the forms of
expressions in ``expressions.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from aigov.scan.facts.languages.row import EnvAccess, Form, FormKind, Language

__all__ = ["FAMILIES", "LANGUAGES", "EnvAccess", "Form", "FormKind", "Language"]

_MODULES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "python": ("python", "python"),
        "javascript": ("ecmascript", "javascript"),
        "typescript": ("ecmascript", "javascript"),
        "tsx": ("ecmascript", "javascript"),
        "csharp": ("csharp", "csharp"),
        "fsharp": ("fsharp", "csharp"),
        "ruby": ("ruby", "ruby"),
        "php": ("php", "php"),
        "swift": ("swift", "swift"),
        "dart": ("dart", "dart"),
        "elixir": ("elixir", "elixir"),
        "java": ("java", "java"),
        "kotlin": ("kotlin", "java"),
        "scala": ("scala", "java"),
        "go": ("go", "go"),
        "rust": ("rust", "rust"),
    }
)
"""Name of the kind in ``aigov/scan/kinds.toml`` -> the module of this folder that holds the row, and its family."""

FAMILIES: frozenset[str] = frozenset(family for _, family in _MODULES.values())
"""Languages of the catalogue's imports and constructors."""


class _Rows(Mapping[str, Language]):
    """Rows by name; a module is imported when its language is met, so that a scan pays for no other."""

    def __init__(self) -> None:
        self._read: dict[str, Language] = {}

    def __getitem__(self, name: str) -> Language:
        row = self._read.get(name)
        if row is None:
            module = import_module(f"{__name__}.{_MODULES[name][0]}")
            row = self._read[name] = getattr(module, name.upper())
        return row

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)

    def __contains__(self, name: object) -> bool:
        return name in _MODULES


LANGUAGES: Mapping[str, Language] = _Rows()
