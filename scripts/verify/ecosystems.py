"""The ecosystems that can be verified: one reader each. A new one is a module and a file of sources beside this."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from verify import csharp, grammar_rows, jvm
from verify.symbols import Kind, Symbol


class Reader(Protocol):
    """What a module of an ecosystem offers."""

    LANGUAGES: frozenset[str]
    """The catalogue's names of its languages."""
    REGISTRIES: frozenset[str]
    """Package types of its registries, as in a purl."""
    SEPARATOR: str
    """Between the parts of a qualified name in the catalogue's symbols."""
    SETTERS: frozenset[Kind]
    """What else than a parameter a named argument may be: a property that an initialiser sets, a builder's method."""

    def wants(self, path: str) -> bool:
        """Whether a file of this path is read."""

    def read(self, path: str, source: bytes) -> Iterator[Symbol]:
        """What one file declares."""


ECOSYSTEMS: dict[str, Reader] = {
    "csharp": csharp,
    "jvm": jvm,
    "ruby": grammar_rows.RUBY,
    "php": grammar_rows.PHP,
    "swift": grammar_rows.SWIFT,
    "dart": grammar_rows.DART,
    "elixir": grammar_rows.ELIXIR,
    "rust": grammar_rows.RUST,
    "go": grammar_rows.GO,
}
"""By the name of the file of sources, which is what ``--language`` takes."""
