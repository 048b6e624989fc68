"""Environment files: ``.env``, and the samples that a repository ships in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aigov.scan.facts.manifests.container_rows import ContainerRows
from aigov.scan.facts.manifests.records import group_scope, manifest_scope
from aigov.scan.facts.manifests.variables import Variable, merge, read_variables
from aigov.scan.files import Document, Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue

KIND = "env"

_WANTED = re.compile(
    r"(?:\.env(?:rc)?(?:[._-][\w.-]+)?|[\w.-]+\.env(?:\.[\w.-]+)?|env(?:\.[\w-]+)?\.(?:example|sample|template|dist)"
    r"|env[_-](?:example|sample|template))",
    re.IGNORECASE,
)
_LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_][\w.]*)\s*=\s*(.*?)\s*$")
_OFFERED = re.compile(r"^[ \t]*#[ \t]*([A-Z][A-Z0-9_]+)[ \t]*=", re.MULTILINE)
_NO_SCOPE = re.compile(r"env(?:rc)?|example|sample|template|dist|local|default|defaults|tpl|production|prod|staging")


def wants(path: str) -> bool:
    """``.env``, ``.env.example``, ``.example.env``, ``prod.env``, ``.envrc`` and their like; no program."""
    name = path.rpartition("/")[2]
    return _WANTED.fullmatch(name) is not None and not name.endswith((".py", ".ts", ".js", ".mjs", ".d.ts"))


def read(document: Document, catalogue: Catalogue) -> Findings:
    """Names that the catalogue knows, and the model ids and base URLs given as values. Comments are not settings."""
    name = document.path.rpartition("/")[2].lower()
    group = "-".join(part for part in re.split(r"[._-]", name) if part and not _NO_SCOPE.fullmatch(part))
    text = document.data.decode("utf-8", "replace")
    variables = [
        Variable(name=found[1], value=_value(found[2]), line=number)
        for number, line in enumerate(text.splitlines(), 1)
        if (found := _LINE.match(line))
    ]
    offered = tuple(_OFFERED.findall(text))
    # "dev" in a file's name says which deployment it is for, not that it is tooling.
    scope = group_scope(group, manifest_scope(document.path))
    scope = "app" if scope == "build" else scope
    images = ContainerRows(document.path, "env", scope, catalogue)
    for variable in variables:
        if "IMAGE" in variable.name.upper() and "/" in variable.value:
            images.image(variable.value, variable.line)
    named = read_variables(document.path, variables, how="env", scope=scope, catalogue=catalogue, beside=offered)
    return merge([named, images.findings()])


def _value(text: str) -> str:
    if text[:1] in ("'", '"'):
        end = text.find(text[0], 1)
        return text[1:end] if end > 0 else text[1:]
    return re.split(r"\s+#", text, maxsplit=1)[0].strip()
