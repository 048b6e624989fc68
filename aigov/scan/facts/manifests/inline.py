"""Which source files name dependencies of their own, that a tool installs before it runs the file.

Python's inline script metadata and ``pip install`` in code, C# file-based apps and scripts, Kotlin scripts, JBang,
Groovy's Grape, Scala CLI and Ammonite, Bundler in a Ruby file, ``Mix.install``, Cargo scripts, and the specifiers of
JavaScript that hold a version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.scan.facts import specifiers
from aigov.scan.facts.manifests.records import Dependencies
from aigov.scan.files import Document, FileKind
from aigov.scan.scopes import scope_of

_JVM = re.compile(rb"//DEPS\s|@(?:file:)?DependsOn\(|@(?:groovy\.lang\.)?Grab\(|//>\s*using\s|import\s+\$(?:ivy|dep)\.")
_TOLD = {
    "python": re.compile(rb"install\b|# /// script"),
    "csharp": re.compile(rb"#(?::package|r\s+\"nuget:)"),
    "fsharp": re.compile(rb"#r\s+\"nuget:"),
    **dict.fromkeys(("java", "kotlin", "groovy", "scala"), _JVM),
    "ruby": re.compile(rb"bundler/inline"),
    "elixir": re.compile(rb"\bMix\.install\("),
    "rust": re.compile(rb"^---|//!\s*```cargo", re.MULTILINE),
    **dict.fromkeys(("javascript", "typescript", "tsx", "html", "vue", "svelte", "astro"), specifiers.TOLD),
}
"""What a file of a kind must hold to be read."""


def claims(document: Document) -> bool:
    """Whether a source file may name dependencies of its own. Most do not, and cost one search."""
    if not document.candidate:
        return False
    told = _TOLD.get(document.kind.name)
    return told is not None and told.search(document.data) is not None


def unread(path: str, kind: FileKind, data: bytes) -> Iterator[Document]:
    """The document of a file in a language that nothing reads, where it names dependencies all the same. The file stays
    a gap of the coverage.

    :param data: content of a file in which a token occurs.
    """
    if kind.role == "unsupported-language" and kind.name in _TOLD:
        document = Document(path=path, kind=kind, scope=scope_of(path), data=data, size=len(data), candidate=True)
        if claims(document):
            yield document


def read(document: Document) -> Dependencies:
    """What a file that is claimed asks for, and nobody else: no lock file of the tree speaks of it.

    :raises SyntaxFault: metadata that is no TOML, an import map that is no JSON.
    """
    from aigov.scan.facts.manifests.inline_forms import FORMS  # few trees have such files

    return Dependencies(requirements=tuple(FORMS[document.kind.name](document)), alone=True)


def kinds() -> frozenset[str]:
    """Kinds of files in which such a form is known."""
    return frozenset(_TOLD)
