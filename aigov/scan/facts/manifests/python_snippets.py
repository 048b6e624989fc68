"""Python that a command is handed: ``python -c "SentenceTransformer('all-MiniLM-L6-v2')"``, a here-document."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from aigov.model import ModelUse, Pinned, Scope, Use
from aigov.scan.files import Findings

if TYPE_CHECKING:
    from aigov.catalogue import Catalogue
    from aigov.catalogue.entry import Constructor, Entry

_LONGEST = 8000
_POSITION = re.compile(r"#(\d)")
_COMMIT = re.compile(r"[0-9a-f]{40}")


_IMPORT = re.compile(r"^[ \t]*(?:from|import)[ \t]+([A-Za-z_][\w.]*)", re.MULTILINE)


def read_python(path: str, text: str, line: int, scope: Scope, catalogue: Catalogue) -> Findings:
    """What the text imports, and the models that its calls name; all of it at ``line``."""
    uses = [
        Use(file=path, line=line, name=entry.id, kind=entry.kind, how="import", scope=scope, symbol=found[1])
        for found in _IMPORT.finditer(text.replace(";", "\n"))
        for entry in catalogue.imports("python", found[1])
    ]
    models = [
        ModelUse(
            file=path,
            line=line,
            model=named.model,
            provider=named.entry.id,
            how="config",
            scope=scope,
            publisher=catalogue.publisher(named.entry.id, named.model),
            pinned=named.pinned or catalogue.pinned(named.entry.id, named.model),
        )
        for named in models_in(text, catalogue)
    ]
    return Findings(uses=tuple(uses), models=tuple(models))


def pinned_by(revision: str | None) -> Pinned | None:
    """Whether a revision fixes what is fetched from a hub: the id of a commit alone does."""
    return None if revision is None else "yes" if _COMMIT.fullmatch(revision) else "no"


class Named(NamedTuple):
    """A model that a call names."""

    model: str
    entry: Entry
    pinned: Pinned | None
    """What the call says of the revision; None: nothing."""


def models_in(text: str, catalogue: Catalogue) -> Iterator[Named]:
    """The models that calls of known constructors name as a plain text. What is no Python names none."""
    if len(text) > _LONGEST:
        return
    try:
        tree = ast.parse(text.strip())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    imported: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            imported |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.Import):
            imported |= {one.asname: one.name for one in node.names if one.asname}
            imported |= {(root := one.name.partition(".")[0]): root for one in node.names if not one.asname}
    constructors = catalogue.constructors("python")
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        head, dot, rest = (_dotted(node.func) or "").partition(".")
        found = constructors.get(f"{imported.get(head, '')}{dot}{rest}") if head in imported else None
        if found is not None and (model := _given(node, found[1])) is not None:
            entry = catalogue.get(found[1].provider or found[0].id) or found[0]
            yield Named(model, entry, _pinned(node))


def _dotted(node: ast.expr) -> str | None:
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(names)]) if isinstance(node, ast.Name) else None


def _given(call: ast.Call, constructor: Constructor) -> str | None:
    for place in constructor.model_args:
        position = _POSITION.fullmatch(place)
        values = call.args[int(position[1]) :][:1] if position else [k.value for k in call.keywords if k.arg == place]
        for value in values:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                return value.value
    return None


def _pinned(call: ast.Call) -> Pinned | None:
    for keyword in call.keywords:
        if keyword.arg == "revision" and isinstance(keyword.value, ast.Constant):
            return pinned_by(str(keyword.value.value))
    return None
