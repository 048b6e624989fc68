"""Scripts in components and pages: Vue, Svelte, Astro, and HTML.

Every ``<script>`` of a file is kept at its place, as one program of the language that most of what is needed reads:
TypeScript as soon as one block says so. What stands between is blanked. Of an Astro file the part between the fences at
the top is code, too (https://docs.astro.build/en/basics/astro-components/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigov.scan.embedded import Projection

_NEXT = re.compile(rb"<!--|<script(?=[\s>])", re.IGNORECASE)
_ATTRIBUTES = re.compile(rb"((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_END = re.compile(rb"</script\s*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""\b(lang|type)\s*=\s*["']?([\w/.+-]+)""", re.IGNORECASE)
_FENCED = re.compile(rb"\s*---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_LANGUAGES = {
    b"ts": "typescript",
    b"typescript": "typescript",
    b"tsx": "tsx",
    b"js": "javascript",
    b"jsx": "javascript",
}
_MODULES = (b"module", b"text/javascript", b"application/javascript", b"text/babel", b"text/typescript")
_RANK = ("javascript", "typescript", "tsx")
_NOT_LINE_END = re.compile(rb"[^\r\n]+")


def project(data: bytes, path: str) -> Projection | None:
    """The scripts of one file."""
    blocks: list[tuple[int, int, str]] = []
    start = 0
    if path.endswith(".astro") and (fenced := _FENCED.match(data)):
        blocks.append((fenced.start(1), fenced.end(1), "typescript"))
        start = fenced.end()
    blocks += _scripts(data, start)
    if not blocks:
        return None
    language = max((language for _, _, language in blocks), key=_RANK.index)
    parts: list[bytes] = []
    at = 0
    for begin, end, _ in blocks:
        parts += (_NOT_LINE_END.sub(b"", data[at:begin]), data[begin:end], b";")
        at = end
    return Projection(language=language, text=b"".join(parts) + b"\n")


def _scripts(data: bytes, at: int) -> Iterator[tuple[int, int, str]]:
    """From and to of each block that holds code, and its language."""
    while found := _NEXT.search(data, at):
        if found[0] == b"<!--":
            end = data.find(b"-->", found.end())
            if end < 0:
                return
            at = end + 3
            continue
        opened = _ATTRIBUTES.match(data, found.end())
        closed = _END.search(data, opened.end()) if opened else None
        if opened is None or closed is None:
            return
        at = closed.end()
        language = _language(opened[1])
        if language is not None and data[opened.end() : closed.start()].strip():
            yield opened.end(), closed.start(), language


def _language(attributes: bytes) -> str | None:
    """None where the block is data, or of a language that nothing reads."""
    given = {name.lower(): value.lower() for name, value in _ATTRIBUTE.findall(attributes)}
    if b"lang" in given:
        return _LANGUAGES.get(given[b"lang"])
    kind = given.get(b"type", b"module")
    if kind == b"text/typescript":
        return "typescript"
    return "javascript" if kind in _MODULES else None
