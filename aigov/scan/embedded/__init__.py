"""Code inside files of another form: C# in Razor and in scripts, scripts of Vue and Svelte files and of PHP's views,
cells of a notebook; and Kotlin, where its grammar needs another spelling.

A kind of ``aigov/scan/kinds.toml`` with ``role = "source"`` and ``projection = "NAME"`` is no language of its own: the
function that ``_PROJECTIONS`` lists under that name (one module of this folder each) takes the file's bytes and path
and gives back a ``Projection``: a language of ``facts/languages`` and a text in it, which the facts engine reads in the
place of the file. To add one: a module here, a line in ``_PROJECTIONS``, two in ``kinds.toml``.

What a projection must keep to:

- A line of the text is the line of the file with the same number, for that is what every finding names. Columns and
  length may change; the simplest way is to blank what is no code and to leave its line breaks. Where that cannot be,
  as in a notebook that is one line of JSON, ``places`` says for each line of the text where it stands.
- It never fails on hostile bytes: it takes time and memory in proportion to the file, and reads less where it cannot
  read on. What cannot be read at all, it says: ``Unprojectable``, which becomes a gap of the coverage.
- It may decide the language by the file's content (``<script lang="ts">``, the kernel of a notebook), and gives None
  where the file holds no code at all. Of several languages in one file it takes the one that the file is written for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from types import MappingProxyType

from aigov.scan.files import Document, FileKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """The code of one file as a text of one language."""

    language: str
    """A name of ``aigov.scan.facts.languages.LANGUAGES``."""
    text: bytes
    """UTF-8; its lines are those of the file, unless ``places`` is given."""
    places: tuple[tuple[int, int], ...] = ()
    """For each line of the text the line of the file, and the number of the notebook's cell."""


class Unprojectable(Exception):
    """A file that is not of its form: no JSON in a notebook. The message says what is wrong with it."""


_PROJECTIONS: Mapping[str, str] = MappingProxyType(
    {name: name for name in ("directives", "kotlin", "markup", "mdx", "notebook", "php", "razor")}
)
"""Name that ``kinds.toml`` uses -> module of this folder, whose ``project(data, path)`` does the work."""


def project(document: Document) -> Document | None:
    """``document`` as the facts engine reads it: of the embedded language, with the embedded text.

    Gives back a document of any other kind as it is, and None for a file that holds no code.

    :raises Unprojectable: the file is not of its form.
    """
    name = document.kind.projection
    if name is None:
        return document
    module = import_module(f"{__name__}.{_PROJECTIONS[name]}")
    work: Callable[[bytes, str], Projection | None] = module.project
    found = work(document.data, document.path)
    if found is None:
        return None
    kind = FileKind(role="source", name=found.language)
    return replace(document, kind=kind, data=found.text, places=found.places)
