"""Reads Rego syntax trees: which packages a module names, and which functions it calls that are not its own.

The trees come from regorus (``Engine.get_ast_as_json``), which parses without evaluating: nothing of a policy has run
when it is judged. A node is a dict with one key, its kind (``Call``, ``RefDot``, ``RefBrack``, ``Var``, …).
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aigov.errors import EngineError

Ref = tuple[str, ...]

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_ERROR = re.compile(r"--> .+?:(?P<line>\d+):(?P<column>\d+)\n.*?error: (?P<said>[^\n]+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A dotted name as a module writes it, with its line."""

    ref: Ref
    line: int
    whole: bool = True
    """False where the reference goes on with something that only evaluation knows: ``data.aigov[x]``."""

    def __str__(self) -> str:
        return ".".join(self.ref)


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """What is to be known of one Rego file before it may be loaded."""

    path: str
    package: Ref
    imports: Mapping[str, Ref]
    """Local name to what it stands for: ``{"clock": ("data", "aigov", "lib", "clock")}``."""
    rules: frozenset[str]
    """Names that the module defines."""
    calls: tuple[Name, ...]
    """Functions that are called, or put in place of others by ``with``."""
    data: tuple[Name, ...]
    """References below ``data``, imports included."""
    variables: frozenset[str]
    """Names that the module gives to local variables and arguments."""
    spans: Mapping[str, tuple[tuple[int, int], ...]]
    """Where each imported name stands in the rules: first and last byte + 1 in the UTF-8 text."""


def parse_modules(sources: Mapping[str, str]) -> dict[str, Module]:
    """Parse Rego sources, ``{path: text}``.

    :raises EngineError: a file is no Rego; names the file and line.
    """
    import regorus

    engine = regorus.Engine()
    for path, text in sorted(sources.items()):
        try:
            engine.add_policy(path, text)
        except RuntimeError as error:
            raise EngineError(one_line(error), where=path, fix="correct the Rego") from error
    trees = json.loads(engine.get_ast_as_json())
    return {tree["source"]["file"]: _module(tree) for tree in trees}


def write_out_imports(module: Module, text: str) -> str:
    """The module's text with every imported name written out: ``clock.now`` as ``data.aigov.lib.clock.now``.

    regorus 0.13 loses an imported name inside a function that another module calls, once any rule of the function's
    own module was evaluated: the reference is then silently undefined, and "none found" a false pass
    (``tests/unit/policy/test_rego_ast.py`` shows it). Full names are not touched by this.

    :raises EngineError: a variable or rule has the name of an import, so that a name does not tell which is meant.
    """
    imports = {name: ref for name, ref in module.imports.items() if ref[0] in ("data", "input")}
    for name in sorted(imports.keys() & (module.variables | module.rules)):
        raise EngineError(f"gives the imported name {name} to something else", where=module.path, fix="choose another")
    raw = text.encode()
    places = sorted((span, name) for name in imports for span in module.spans.get(name, ()))
    for (start, end), name in reversed(places):
        if raw[start:end] != name.encode():
            raise EngineError(f"cannot be told where {name} stands", where=module.path, fix="report this to aigov")
        raw = raw[:start] + _write_ref(imports[name]).encode() + raw[end:]
    return raw.decode()


def _write_ref(ref: Ref) -> str:
    return ref[0] + "".join(f".{part}" if _WORD.fullmatch(part) else f"[{json.dumps(part)}]" for part in ref[1:])


def one_line(error: BaseException) -> str:
    """What a regorus error says, without the picture of the source and the stack that it adds.

    ``line 3, column 7: expecting expression``
    """
    text = str(error).split("Stack backtrace:")[0]
    if found := _ERROR.search(text):
        return f"line {found['line']}, column {found['column']}: {found['said'].strip()}"
    return " ".join(text.split()) or type(error).__name__


def _module(tree: Mapping[str, Any]) -> Module:
    ast = tree["ast"]
    imports = dict(_import(item) for item in ast["imports"])
    rules = ast["rules"]
    names = (
        *_references(rules),
        *(Name(ref=ref, line=_line(i)) for i in ast["imports"] if (ref := _dotted(i["refr"]))),
    )
    return Module(
        path=tree["source"]["file"],
        package=_dotted(ast["package"]["refr"]) or (),
        imports=imports,
        rules=frozenset(name for rule in rules for name in _defined(rule)),
        calls=tuple(_calls(rules)),
        data=tuple(name for name in names if name.ref[0] == "data"),
        variables=frozenset(_declared(rules, tree["source"]["contents"].encode())),
        spans=_spans(rules, imports.keys()),
    )


def _import(item: Mapping[str, Any]) -> tuple[str, Ref]:
    ref = _dotted(item["refr"]) or ()
    alias = item.get("as")
    return (_text(alias) if alias else ref[-1], ref)


def _text(token: Any) -> str:
    """The text of a token: ``[span, text]``, or a ``Var`` body."""
    return str(token["value"] if isinstance(token, dict) else token[1])


def _line(node: Any) -> int:
    return int(node["span"]["line"])


def _dotted(node: Any) -> Ref | None:
    """``a.b.c`` or ``a["b"].c`` as parts; None if a part is only known by evaluating."""
    name = _name(node)
    return name.ref if name and name.whole else None


def _name(node: Any) -> Name | None:
    """The longest dotted beginning of a reference."""
    if not isinstance(node, dict) or len(node) != 1:
        return None
    ((kind, body),) = node.items()
    if kind == "Var":
        return Name(ref=(_text(body),), line=_line(body))
    if kind not in ("RefDot", "RefBrack"):
        return None
    before = _name(body["refr"])
    if before is None or not before.whole:
        return before
    if kind == "RefDot":
        part: str | None = _text(body["field"])
    else:
        ((index_kind, index),) = body["index"].items()
        part = _text(index) if index_kind in ("String", "RawString") else None
    if part is None:
        return Name(ref=before.ref, line=before.line, whole=False)
    return Name(ref=(*before.ref, part), line=before.line)


def _children(node: Any) -> Iterator[Any]:
    if isinstance(node, dict):
        yield from node.values()
    elif isinstance(node, list):
        yield from node


def _references(node: Any) -> Iterator[Name]:
    """Every outermost reference in a tree."""
    name = _name(node)
    if name is not None:
        yield name
        # Below an outermost reference only its indexes can hold others.
        while isinstance(node, dict) and len(node) == 1 and (body := next(iter(node.values()))) and "refr" in body:
            if "index" in body:
                yield from _references(body["index"])
            node = body["refr"]
        return
    for child in _children(node):
        yield from _references(child)


def _calls(node: Any) -> Iterator[Name]:
    if isinstance(node, dict):
        call = node.get("Call")
        if isinstance(call, dict) and "fcn" in call:
            yield _called(call["fcn"], _line(call))
        if "refr" in node and "as" in node and "span" in node and set(node) == {"span", "refr", "as"}:
            name = _name(node["as"])  # `with … as f` may put a function in place of another
            if name and len(name.ref) > 1:
                yield name
    for child in _children(node):
        yield from _calls(child)


def _called(node: Any, line: int) -> Name:
    name = _name(node)
    if name is None or not name.whole:
        return Name(ref=("<computed>",), line=line)
    return name


def _defined(rule: Any) -> Iterator[str]:
    """The first part of each rule name in the module: ``a`` for ``a.b contains x``."""
    ((kind, body),) = rule.items()
    head = body["head"] if kind == "Spec" else body
    for part in head.values() if kind == "Spec" else (head,):
        name = _name(part.get("refr")) if isinstance(part, dict) else None
        if name:
            yield name.ref[0]


def _declared(node: Any, raw: bytes) -> Iterator[str]:
    """Names of arguments and of variables that ``some``, ``every`` and ``:=`` introduce."""
    if isinstance(node, dict):
        if "SomeVars" in node:
            yield from (_slice(token, raw) for token in node["SomeVars"]["vars"])
        elif "Every" in node:
            every = node["Every"]
            yield from (_slice(token, raw) for token in (every["key"], every["value"]) if token)
        elif "SomeIn" in node:
            yield from _variables([node["SomeIn"]["key"], node["SomeIn"]["value"]])
        elif "AssignExpr" in node and node["AssignExpr"]["op"] == "ColEq":
            yield from _variables(node["AssignExpr"]["lhs"])
        if "args" in node:
            yield from _variables(node["args"])
    for child in _children(node):
        yield from _declared(child, raw)


def _slice(token: Any, raw: bytes) -> str:
    return raw[token["start"] : token["end"]].decode()


def _variables(node: Any) -> Iterator[str]:
    """Every name in a pattern."""
    if isinstance(node, dict) and "Var" in node:
        yield _text(node["Var"])
    for child in _children(node):
        yield from _variables(child)


def _spans(node: Any, wanted: Collection[str]) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}

    def visit(node: Any) -> None:
        if isinstance(node, dict) and isinstance(body := node.get("Var"), dict) and _text(body) in wanted:
            found.setdefault(_text(body), []).append((body["span"]["start"], body["span"]["end"]))
        for child in _children(node):
            visit(child)

    visit(node)
    return {name: tuple(sorted(set(spans))) for name, spans in found.items()}
