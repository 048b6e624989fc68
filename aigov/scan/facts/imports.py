"""Imports and re-exports of one file, as the query file marks them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from tree_sitter import Node

from aigov.scan.facts.expressions import ExpressionReader
from aigov.scan.facts.languages import Language
from aigov.scan.facts.nodes import node_text
from aigov.scan.facts.scope_table import Captures
from aigov.scan.facts.types import Import
from aigov.scan.facts.use_trees import read_use_tree

_USE_TREES = frozenset(("use_list", "use_as_clause"))
_PARTS = frozenset(("scoped_identifier", "scoped_use_list"))


def read_imports(row: Language, reader: ExpressionReader, grouped: Mapping[str, list[Captures]]) -> list[Import]:
    """Every import of a file, then its re-exports, each in source order."""
    statements: list[Captures] = list(grouped.get("import", ()))
    if row.splits_imports:
        # The pattern of a plain import matches those with an alias, or of all names, too.
        richest = {captures["import.module"][0].start_byte: captures for captures in sorted(statements, key=len)}
        statements = [captures for _, captures in sorted(richest.items())]
    found = [imported for captures in statements for imported in _read(row, reader, captures)]
    return [
        *(imported for imported in found if imported is not None and not imported.mention),
        *{
            imported.module: imported for imported in reversed(found) if imported is not None and imported.mention
        }.values(),
        *(_read_reexport(row, reader, captures) for captures in grouped.get("reexport", ())),
    ]


def _read(row: Language, reader: ExpressionReader, captures: Captures) -> Iterable[Import | None]:
    if "import.tree" in captures:
        return read_use_tree(captures["import.tree"][0])
    if "import.child" in captures:
        node = captures["import.child"][0]
        at = node.start_point[0] + 1
        return (Import(module=f"self::{node_text(node)}", line=at, offset=node.start_byte, alias=node_text(node)),)
    if row.import_text is not None:
        return _taken_apart(row.import_text, captures["import.module"][0])
    return (_read_import(row, reader, captures),)


def _taken_apart(parts: Callable[[str], Iterable[tuple[str, str, str | None]]], node: Node) -> Iterator[Import]:
    """The imports of a statement that brings names of several modules."""
    for module, name, local in parts(node_text(node)):
        line, offset = node.start_point[0] + 1, node.start_byte
        yield Import(module=module, line=line, offset=offset, name=name, alias=local)


def _read_import(row: Language, reader: ExpressionReader, captures: Captures) -> Import | None:
    if "import.global" in captures:
        node = captures["import.global"][0]
        path = node_text(node)
        around = node.parent
        while around is not None and around.type in _PARTS:
            around = around.parent
        if around is not None and around.type in _USE_TREES:
            return None  # a part of a longer path: use crate::{openai::Client}
        rooted = path.startswith("::")
        line, offset = node.start_point[0] + 1, node.start_byte
        return Import(module=path.removeprefix("::"), line=line, offset=offset, mention=True, rooted=rooted)
    module_node = captures["import.module"][0]
    dynamic = False
    if "import.loader" in captures:
        if node_text(captures["import.loader"][0]) not in row.loaders:
            return None
        dynamic = True
    module, level = _module(row, reader, module_node)
    if row.splits_imports and "import.all" not in captures:
        module, _, last = module.rpartition(".")
        renamed = captures.get("import.alias")
        return Import(
            module=module,
            line=module_node.start_point[0] + 1,
            offset=module_node.start_byte,
            name=last,
            alias=node_text(renamed[0]) if renamed else last,
        )
    name = captures.get("import.name")
    alias = captures.get("import.alias")
    spelled: str | None = "*" if "import.all" in captures else None
    local: str | None = None
    if name:
        spelled = node_text(name[0])
        local = row.local_name(spelled) if row.local_name is not None else spelled
    if "import.default" in captures:
        spelled, local = "default", node_text(captures["import.default"][0])
    if alias:
        local = node_text(alias[0])
    elif spelled is None and row.opens:
        spelled = "*"
    elif spelled is None and row.local_name is not None:
        local = row.local_name(module)
    elif not dynamic and spelled is None and module_node.type not in row.forms:
        local = module.partition(".")[0]
    statement = module_node.parent
    return Import(
        module=module,
        line=module_node.start_point[0] + 1,
        offset=module_node.start_byte,
        level=level,
        name=spelled,
        alias=local,
        dynamic=dynamic,
        type_only=statement is not None and any(child.type == "type" for child in statement.children[:2]),
    )


def _module(row: Language, reader: ExpressionReader, node: Node) -> tuple[str, int]:
    if node.type in row.forms and row.forms[node.type].kind == "string":
        spelled = reader.text_of(node) or ""
        return row.module_name(spelled) if row.module_name is not None else spelled, 0
    text = node_text(node)
    bare = text.lstrip(".")
    return bare.replace(" ", ""), len(text) - len(bare)


def _read_reexport(row: Language, reader: ExpressionReader, captures: Captures) -> Import:
    module_node = captures["reexport.module"][0]
    module, level = _module(row, reader, module_node)
    names, renamed = captures.get("reexport.name"), captures.get("reexport.as")
    name = "*" if "reexport.all" in captures else node_text(names[0]) if names else None
    export = node_text(renamed[0]) if renamed else name
    return Import(
        module=module,
        line=module_node.start_point[0] + 1,
        offset=module_node.start_byte,
        level=level,
        name=name,
        export=export,
    )
