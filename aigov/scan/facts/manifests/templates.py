"""Templates of files that other readers know: ``docker-compose.yml.j2``, ``env.j2``, ``nginx.conf.tpl``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.within import moved, read_within, reader_for
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "template"

_ENDS = re.compile(r"\.(?:j2|jinja2?|tftpl|tmpl|gotmpl|mustache|hbs|template)$", re.IGNORECASE)
_SAMPLE = re.compile(r"\.(?:example|sample|dist)$", re.IGNORECASE)
_DEPLOYED = frozenset(("dockerfile", "deployment", "workflow"))
"""Of what samples are read as templates are; those of other settings have readers of their own."""
_SHEBANG = re.compile(rb"#!\S*(?:/env +|/)(?:ba|z|da|k)?sh\b")
_ENDED = {"{%": "%}", "{#": "#}"}
"""How statements and comments begin and end."""
_BEGINS = re.compile(r"\{[%#]")
_DEFAULT = re.compile(r"default\(\s*[\"']([^\"']*)[\"']|\bdefault\s+\"([^\"]*)\"|\|\|?\s*[\"']([^\"']*)[\"']")
_HOLE = re.compile(r"\{\{-?[ \t]{0,20}(.{0,300}?)[ \t]{0,20}-?\}\}")


def wants(path: str) -> bool:
    """A template of a file that a reader of settings or deployments takes, or a sample of a deployment."""
    inner = _inner(path)
    if _SAMPLE.search(path) is not None:
        reader = reader_for(inner)
        return reader is not None and reader.kind in _DEPLOYED
    bare = path.lower().endswith((".tftpl", ".tmpl", ".gotmpl")) and _is_bare(inner)  # "page.hbs" is a page
    return _ENDS.search(path) is not None and (reader_for(inner) is not None or bare)


def read(document: Document, catalogue: Catalogue) -> Findings:
    """What the file says with its holes filled by their defaults.

    :raises SyntaxFault: without its template's marks it is not what its name says.
    """
    reader = reader_for(_inner(document.path))
    if not document.candidate:
        return Findings()
    if reader is None:
        script = _SHEBANG.match(document.data) is not None
        text = document.data.decode("utf-8", "replace") if script else ""
        return read_within("script", text, catalogue, file=document.path, above=0, scope=document.scope, kind="shell")
    text = _without_statements(document.data.decode("utf-8", "replace"))
    inner = replace(document, path=_inner(document.path), data=_HOLE.sub(_filled, text).encode("utf-8", "replace"))
    return moved(reader.read(inner, catalogue), file=document.path, above=0)


def _without_statements(text: str) -> str:
    """The text with the lines of statements and comments empty; of one that does not end, as it is."""
    kept: list[str] = []
    at, endless = 0, set[str]()
    for found in _BEGINS.finditer(text):
        end = _ENDED[found[0]]
        if found.start() < at or end in endless:
            continue
        close = text.find(end, found.end())
        if close < 0:
            endless.add(end)
            continue
        kept += [text[at : found.start()], "\n" * text.count("\n", found.start(), close)]
        at = close + len(end)
    return "".join((*kept, text[at:]))


def _inner(path: str) -> str:
    """The path without the template's ending; ``env.j2`` is what becomes ``.env``."""
    plain = _SAMPLE.sub("", _ENDS.sub("", path))
    folder, slash, name = plain.rpartition("/")
    if name in ("env", "envrc"):
        return f"{folder}{slash}.{name}"
    # "model.template" is JSON or YAML that something is put into.
    return plain if "." in name or not path.lower().endswith(".template") else f"{plain}.json"


def _is_bare(path: str) -> bool:
    """Whether a template has no second ending that says of what it is one: ``install.tftpl``."""
    return "." not in path.rpartition("/")[2]


def _filled(found: re.Match[str]) -> str:
    default = _DEFAULT.search(found[1])
    if default is not None:
        return next(group for group in default.groups() if group is not None)
    return "_" + re.sub(r"[^\w.]+", "_", found[1]).strip("_") + "_"
