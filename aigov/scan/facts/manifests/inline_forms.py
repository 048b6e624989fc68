"""The forms in which a source file names what is to be installed for it.

https://peps.python.org/pep-0723/, https://learn.microsoft.com/dotnet/core/sdk/file-based-apps,
https://www.jbang.dev/documentation, https://docs.groovy-lang.org/latest/html/documentation/grape.html,
https://github.com/Kotlin/kotlin-script-examples, https://scala-cli.virtuslab.org/docs/guides/introduction/using-directives,
https://bundler.io/guides/bundler_in_a_single_file_ruby_script.html, https://hexdocs.pm/mix/Mix.html#install/2,
https://doc.rust-lang.org/cargo/reference/unstable.html#script
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from aigov.model import Scope
from aigov.scan.facts.manifests import bundler, cargo, mix
from aigov.scan.facts.manifests.commands import installed_by
from aigov.scan.facts.manifests.deno import specified
from aigov.scan.facts.manifests.json_nodes import parse_json
from aigov.scan.facts.manifests.nodes import SyntaxFault
from aigov.scan.facts.manifests.python_requirement import read_requirement
from aigov.scan.facts.manifests.records import Ecosystem, Requirement, canonical
from aigov.scan.facts.manifests.script_text import ScriptText, blank
from aigov.scan.facts.manifests.toml_nodes import parse_toml
from aigov.scan.facts.manifests.versions import exact_version
from aigov.scan.files import Document

_Rows = Iterator[Requirement]


def _masked(document: Document, *wanted: tuple[int, int]) -> Document:
    """The document with nothing but the ``wanted`` places, whose lines stay."""
    text = document.data.decode("utf-8", "replace")
    parts, at = [], 0
    for start, end in wanted:
        parts += [blank(text[at:start]), text[start:end]]
        at = end
    return replace(document, data="".join((*parts, blank(text[at:]))).encode())


# --- Python ---------------------------------------------------

_METADATA = re.compile(r"^# /// script[ \t]*\r?\n", re.MULTILINE)
_COMMENTS = re.compile(r"(?:#(?: [^\n]*)?\r?\n)*")
_METADATA_END = re.compile(r"^# ///[ \t]*\r?$", re.MULTILINE)
_PYTHON = re.compile(
    r'(?P<prose>[rRbBuUfF]{0,2}(?:"""(?:[^"\\]|\\.|"(?!""))*(?:"""|\Z)|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*(?:\'\'\'|\Z))|\#[^\n]*)'
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'',
    re.DOTALL,
)
_ARGUMENTS = re.compile(r"""["']install["']\s*,(?P<words>(?:\s*[rf]?["'][^"'\n]*["']\s*,?)+)""")
_INSTALLER = re.compile(
    r"""["'](?:pip[\d.]*|uv)["']\s*,\s*(?:["']pip["']\s*,\s*)?$|\b(?:pip(?:\._internal(?:\.cli\.main)?)?\.main|pip_main|pipmain)\(\s*\[\s*$"""
)
_SPOKEN = re.compile(
    r"""(?:\bsystem|\bpopen|\b(?:sub)?process\.\w+|\bgetoutput|\bcheck_call|\bcheck_output|\brun|\bPopen)\(\s*f?(?P<quote>["'])\s*
        (?:[^"'\n]*\s)?(?P<command>(?:pip[\d.]*\s+install|uv\s+(?:pip\s+install|add))\s[^"'\n]*)(?P=quote)""",
    re.VERBOSE,
)
_STRING = re.compile(r"""["']([^"'\n]*)["']""")
_NAMED = re.compile(
    r"""["'](?:\w{0,40}[_-])?(?:pip|package|packages|install|installation|requirement|dist)(?:[_-]\w{0,40})?["']\s*:\s*
        ["']([A-Za-z][\w.-]*(?:\[[\w,]*\])?(?:[=<>~!]=?[\w.*]+)?)["']""",
    re.IGNORECASE | re.VERBOSE,
)
"""An entry of a table that says what to install."""
_GIVEN = re.compile(
    r"""["'](?:pip[\d.]*|uv)["']\s*,\s*(?:["']pip["']\s*,\s*)?["']install["']\s*,\s*(?:["']-[^"'\n]*["']\s*,\s*)*\*?[A-Za-z_]"""
)


def _python(document: Document) -> _Rows:
    text = document.data.decode("utf-8", "replace")
    if found := _METADATA.search(text):
        comments = _COMMENTS.match(text, found.end())
        ended = _METADATA_END.search(text, found.end(), comments.end() if comments else 0)
        if ended is not None:
            yield from _metadata(text[found.end() : ended.start()], _line(text, found.end()), document.scope)
    if "install" in text:
        code = _PYTHON.sub(lambda part: blank(part[0]) if part["prose"] else part[0], text)
        for call in _ARGUMENTS.finditer(code):
            if _INSTALLER.search(code, max(0, call.start() - 80), call.start()):
                words = " ".join(_STRING.findall(call["words"]))
                yield from _installed(f"pip install {words}", _line(code, call.start()), document.scope)
        if _GIVEN.search(code):
            for named in _NAMED.finditer(code):
                yield from _installed(f"pip install '{named[1]}'", _line(code, named.start(1)), document.scope)
        for call in _SPOKEN.finditer(code):
            yield from _installed(call["command"], _line(code, call.start("command")), document.scope)


def _metadata(comments: str, line: int, scope: Scope) -> _Rows:
    """
    :param line: of the first of the comments that hold the metadata.
    """
    before = line - 1
    try:
        root = parse_toml("\n".join(line[2:].rstrip("\r") for line in comments.split("\n")))
    except SyntaxFault as fault:
        raise SyntaxFault(fault.message, (fault.line or 1) + before) from fault
    for node in root.elements("dependencies"):
        try:
            row = read_requirement(node.text() or "", node.line + before, scope)
        except ValueError:
            continue
        if row is not None:
            yield row


def _installed(command: str, line: int, scope: Scope) -> _Rows:
    for one in installed_by(command):
        if one.purl.startswith("pkg:pypi/"):
            yield Requirement(
                ecosystem="pypi",
                name=canonical(one.purl.removeprefix("pkg:pypi/")),
                line=line,
                scope=scope,
                version=one.version,
            )


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


# --- .NET ---------------------------------------------------

_NUGET = re.compile(
    r"""^[ \t]*\#(?::package[ \t]+(?P<package>[\w.-]+)(?:@(?P<version>\S+))?
        |r[ \t]+"nuget:\s*(?P<script>[\w.-]+)\s*(?:[,/]\s*(?P<range>[^"\s]+)\s*)?")""",
    re.VERBOSE | re.MULTILINE,
)


def _dotnet(document: Document) -> _Rows:
    script = ScriptText(document.data, hashes=False)
    for found in _NUGET.finditer(script.text):
        form = "package" if found["package"] else "script"
        version, line = found["version"] or found["range"], script.line(found.start(form))
        yield _requirement("nuget", found[form], version, line, document.scope)


# --- Java, Kotlin, Groovy, Scala ---------------------------------------------------

_COORDINATES = re.compile(r"(?P<name>[\w.-]+:{1,2}[\w.-]+):{1,2}(?P<version>[^\s\"'`:@,)]+)")
_LISTS = re.compile(
    r"^//DEPS[ \t]+(?P<jbang>[^\n]+)"
    r"|^//>\s*using\s+(?P<test>test\.)?(?:dep|deps|dependency|dependencies|lib|libs)\s+(?P<scala>[^\n]+)"
    r"|import\s+\$(?:ivy|dep)\.(?P<ammonite>`[^`\n]+`|\{[^}]*\})"
    r"|@(?:groovy\.lang\.)?Grab\(\s*(?P<groovy>[\"'][^\"'\n]+[\"'])"
    r"|@(?:file:)?DependsOn\((?P<kotlin>[^()\n]*(?:\n[^()\n]*){0,20})\)",
    re.MULTILINE,
)
_GRAB = re.compile(r"@(?:groovy\.lang\.)?Grab\(([^()]*\bmodule\s*[:=][^()]*)\)")
_FIELD = re.compile(r"\b(group|module|version)\s*[:=]\s*[\"']([^\"'\n]+)[\"']")


def _jvm(document: Document) -> _Rows:
    text = document.data.decode("utf-8", "replace")
    bare = ScriptText(document.data, hashes=False).text
    for found in _LISTS.finditer(text):
        if not found[0].startswith("//") and bare[found.start()] != text[found.start()]:
            continue  # within a comment
        form = next(name for name, part in found.groupdict().items() if part is not None and name != "test")
        scope = "test" if found["test"] and document.scope == "app" else document.scope
        for item in _COORDINATES.finditer(found[form]):
            name = item["name"].replace("::", ":")
            yield _requirement("maven", name, item["version"], _line(text, found.start(form) + item.start()), scope)
    for found in _GRAB.finditer(bare):
        fields = dict(_FIELD.findall(found[1]))
        if {"group", "module"} <= fields.keys():
            name = f"{fields['group']}:{fields['module']}"
            yield _requirement("maven", name, fields.get("version"), _line(bare, found.start()), document.scope)


def _requirement(ecosystem: Ecosystem, name: str, version: str | None, line: int, scope: Scope) -> Requirement:
    exact = exact_version(ecosystem, version) if version else None
    return Requirement(ecosystem=ecosystem, name=name, line=line, scope=scope, version=exact, constraint=version)


# --- Ruby, Elixir, Rust ---------------------------------------------------

_GEMFILE = re.compile(r"^[ \t]*gemfile\b[^\n]{0,200}\bdo\b[^\n]*\n", re.MULTILINE)
_END = re.compile(r"^end\b|^[ \t]+end\b", re.MULTILINE)
_SQUARE = re.compile(r"[\[\]]")
_MIX = re.compile(r"\bMix\.install\(\s*\[")
_CARGO = re.compile(
    r"\A(?:#![^\n]*\n)?\s*---[^\n]*\n(.*?)^---|^//!\s*```cargo\s*\n(.*?)^//!\s*```", re.DOTALL | re.MULTILINE
)


def _ruby(document: Document) -> _Rows:
    text, at = document.data.decode("utf-8", "replace"), 0
    blocks = []
    while found := _GEMFILE.search(text, at):
        ended = _END.search(text, found.end())
        at = ended.end() if ended else len(text)
        blocks.append((found.start(), at))
    rows = bundler.read_script(_masked(document, *blocks)).requirements
    return (replace(row, scope=document.scope) for row in rows)


def _elixir(document: Document) -> _Rows:
    text = ScriptText(document.data, hashes=True).text
    calls, at = [], 0
    while found := _MIX.search(text, at):
        at = _closing(text, found.end() - 1)
        calls.append((found.start(), at))
    rows = mix.read_manifest(_masked(document, *calls)).requirements
    return (replace(row, scope=document.scope) for row in rows)


def _closing(text: str, opening: int) -> int:
    """The end of the list that begins at ``opening``."""
    depth = 0
    for bracket in _SQUARE.finditer(text, opening):
        depth += 1 if bracket[0] == "[" else -1
        if depth == 0:
            return bracket.end()
    return len(text)


def _rust(document: Document) -> _Rows:
    text = document.data.decode("utf-8", "replace")
    if found := _CARGO.search(text):
        manifest = re.sub(r"(?m)^//!", "   ", found[1] or found[2] or "")
        before = "\n" * text.count("\n", 0, found.start(found.lastindex or 0))
        rows = cargo.read_manifest(replace(document, data=(before + manifest).encode())).requirements
        yield from (replace(row, scope=document.scope) for row in rows)


# --- JavaScript, and pages ---------------------------------------------------

_IMPORTED = re.compile(
    r"""(?:\bfrom|\bimport|\brequire|\bimportScripts)\s*(?:\(\s*)?(?P<quote>["'`])(?P<text>[^"'`\s]+)(?P=quote)"""
)
_SOURCED = re.compile(
    r"""<(?:script|link)\b[^<>]{0,500}?\s(?:src|href)\s*=\s*["']?(?P<text>[^"'\s<>]+)""", re.IGNORECASE
)
_HTML_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_IMPORT_MAP = re.compile(r"""<script\b[^<>]{0,500}?\btype\s*=\s*["']?importmap["']?[^<>]{0,500}>""", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)


def _script(document: Document) -> _Rows:
    script = ScriptText(document.data, hashes=False)
    for found in _IMPORTED.finditer(script.text):
        yield from _specified(found["text"], script.line(found.start("text")), document.scope)


def _page(document: Document) -> _Rows:
    text = _HTML_COMMENT.sub(lambda part: blank(part[0]), document.data.decode("utf-8", "replace"))
    for pattern in (_SOURCED, _IMPORTED):
        for found in pattern.finditer(text):
            yield from _specified(found["text"], _line(text, found.start("text")), document.scope)
    at = 0
    while opened := _IMPORT_MAP.search(text, at):
        ended = _SCRIPT_END.search(text, opened.end())
        at = ended.start() if ended else len(text)
        before = _line(text, opened.end()) - 1
        try:
            root = parse_json(text[opened.end() : at])
        except SyntaxFault as fault:
            raise SyntaxFault(fault.message, (fault.line or 1) + before) from fault
        for table in (root.members("imports"), *(node.members() for node in root.members("scopes").values())):
            for node in table.values():
                yield from _specified(node.text() or "", node.line + before, document.scope)


def _specified(text: str, line: int, scope: Scope) -> _Rows:
    row = specified(text, line, scope)
    if row is not None:
        yield row


FORMS: Mapping[str, Callable[[Document], _Rows]] = MappingProxyType(
    {
        "python": _python,
        **dict.fromkeys(("csharp", "fsharp"), _dotnet),
        **dict.fromkeys(("java", "kotlin", "groovy", "scala"), _jvm),
        "ruby": _ruby,
        "elixir": _elixir,
        "rust": _rust,
        **dict.fromkeys(("javascript", "typescript", "tsx"), _script),
        **dict.fromkeys(("html", "vue", "svelte", "astro"), _page),
    }
)
"""By kind of file; each may raise ``SyntaxFault``."""
