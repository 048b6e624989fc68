"""Scripts in components and pages: Vue, Svelte, Astro, HTML, and templates of pages (ERB, EJS, Handlebars, Liquid, …).

Every ``<script>`` of a file is kept at its place, as one program of the language that most of what is needed reads:
TypeScript as soon as one block says so. What stands between is blanked, but for the values of menus that look like ids
of models (``<option value="gpt-4o">``), which stand there as a list. Of an Astro file the part between the fences at
the top is code, too (https://docs.astro.build/en/basics/astro-components/). What a template puts into a script stands
for a number there; Ruby in a view without a script is read as what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
_PLAIN = (".vue", ".svelte", ".astro")
"""Files whose scripts hold no holes."""
_RANK = ("javascript", "typescript", "tsx")
_CHOICE = re.compile(
    rb"<!--(?:[^-]|-(?!->))*(?:-->|\Z)"
    rb"|<[\w-]*(?:option|item|radio)\b[^<>]*?\svalue=(?P<id>\"[A-Za-z](?=[\w.:/-]*\d)[\w.:/]*-[\w.:/-]*\")",
    re.IGNORECASE,
)
_NOT_LINE_END = re.compile(rb"[^\r\n]+")
_OPENS = re.compile(rb"<%|<\?|\{\{|\{%|\{#")
_CLOSES = {b"<%": b"%>", b"<?": b"?>", b"{{": b"}}", b"{%": b"%}", b"{#": b"#}"}
_LONGEST_HOLE = 4000


def project(data: bytes, path: str) -> Projection | None:
    """The scripts of one file."""
    blocks: list[tuple[int, int, str]] = []
    start = 0
    if path.endswith(".astro") and (fenced := _FENCED.match(data)):
        blocks.append((fenced.start(1), fenced.end(1), "typescript"))
        start = fenced.end()
    blocks += scripts(data, start)
    if not blocks:
        if path.endswith(".erb"):
            return _ruby(data)
        menus = _menus(data)
        return Projection(language="javascript", text=menus + b"\n") if menus.strip() else None
    return program_of(data, blocks, plain=path.endswith(_PLAIN))


def program_of(data: bytes, blocks: Iterable[tuple[int, int, str]], *, plain: bool = False) -> Projection:
    """Scripts at their places as one program.

    :param blocks: from and to of each, and its language.
    :param plain: whether no template engine puts values into them.
    """
    blocks = list(blocks)
    language = max((language for _, _, language in blocks), key=_RANK.index)
    parts: list[bytes] = []
    at = 0
    for begin, end, _ in blocks:
        code = data[begin:end] if plain else _filled(data[begin:end])
        parts += (_menus(data[at:begin]), code, b";")
        at = end
    parts.append(_menus(data[at:]))
    return Projection(language=language, text=b"".join(parts) + b"\n")


def _menus(markup: bytes) -> bytes:
    """The line ends of a piece of markup, with the ids among the choices of its menus."""
    if b"value=" not in markup:
        return _NOT_LINE_END.sub(b"", markup)
    parts: list[bytes] = []
    at = 0
    for found in _CHOICE.finditer(markup):
        if found["id"]:
            parts += (_NOT_LINE_END.sub(b"", markup[at : found.start("id")]), b";[", found["id"], b"];")
            at = found.end("id")
    return b"".join((*parts, _NOT_LINE_END.sub(b"", markup[at:])))


def _holes(data: bytes) -> Iterator[tuple[int, int]]:
    """From and to of what a template engine replaces."""
    at = 0
    ended: set[bytes] = set()
    while found := _OPENS.search(data, at):
        at, kind = found.end(), found[0]
        end = -1 if kind in ended else data.find(_CLOSES[kind], at)
        if end < 0:
            ended.add(kind)
        elif end - at < _LONGEST_HOLE:
            at = end + 2
            yield found.start(), at


def _filled(code: bytes) -> bytes:
    """Code with a number where a template puts a value, and the same lines. With a blank behind it is no id."""
    parts: list[bytes] = []
    at = 0
    for start, end in _holes(code):
        valued = code.startswith((b"{{", b"<%=", b"<%-", b"<?=", b"<?php echo"), start)
        parts += (code[at:start], b"0 " if valued else b"", b"\n" * code.count(b"\n", start, end))
        at = end
    return b"".join((*parts, code[at:])) if parts else code


def _ruby(data: bytes) -> Projection | None:
    """The Ruby of a view, one statement for each of its tags."""
    parts: list[bytes] = []
    at = 0
    for start, end in _holes(data):
        if data.startswith(b"<%", start) and not data.startswith((b"<%#", b"<%%"), start):
            parts += (_NOT_LINE_END.sub(b"", data[at:start]), data[start + 2 : end - 2].strip(b"-="), b";")
            at = end
    return Projection(language="ruby", text=b"".join(parts) + b"\n") if parts else None


def scripts(data: bytes, at: int) -> Iterator[tuple[int, int, str]]:
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
