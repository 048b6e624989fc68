"""Reads Rego syntax trees: which packages a module names, and which functions it calls that are not its own.

The trees come from regorus (``Engine.get_ast_as_json``), which parses without evaluating: nothing of a policy has run
when it is judged. A node is a dict with one key, its kind (``Call``, ``RefDot``, ``RefBrack``, ``Var``, …); a token is
its span, ``{"line", "col", "start", "end"}`` in bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from aigov.errors import EngineError

Ref = tuple[str, ...]

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PLACE = re.compile(r"^--> (?P<path>.+?):\d+:\d+$", re.MULTILINE)
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
    spans: tuple[tuple[int, int, str], ...]
    """Where each imported name stands in the rules: first byte, last byte + 1, name."""

    def moved(self, root: Ref, to: Ref) -> Module:
        """The module as it is once everything below package ``root`` is below ``to``."""

        def move(ref: Ref) -> Ref:
            return (*to, *ref[len(root) :]) if ref[: len(root)] == root else ref

        def move_data(ref: Ref) -> Ref:
            return (ref[0], *move(ref[1:])) if ref[0] == "data" else ref

        return replace(
            self,
            package=move(self.package),
            imports={name: move_data(ref) for name, ref in self.imports.items()},
            calls=tuple(replace(name, ref=move_data(name.ref)) for name in self.calls),
            data=tuple(replace(name, ref=move_data(name.ref)) for name in self.data),
        )


def syntax_tree(path: str, text: str) -> dict[str, Any]:
    """The tree of one Rego file: ``{"package", "imports", "rules"}``.

    :raises EngineError: it is no Rego; names the file and line.
    """
    import regorus

    engine = regorus.Engine()
    try:
        engine.add_policy(path, text)
    except RuntimeError as error:
        line, said = explain_error(error)
        raise EngineError(said, where=f"{path}:{line}" if line else path, fix="correct the Rego") from error
    tree: dict[str, Any] = json.loads(engine.get_ast_as_json())[0]["ast"]
    return tree


@lru_cache(maxsize=1024)
def parse_module(path: str, text: str) -> Module:
    """Parse one Rego file.

    :raises EngineError: it is no Rego; names the file and line.
    """
    ast = syntax_tree(path, text)
    raw = text.encode()
    imports = dict(_import(item, raw) for item in ast["imports"])
    walk = _Walk(raw)
    walk.visit(ast["rules"])
    imported = [Name(ref=ref, line=_line(item)) for item in ast["imports"] if (ref := _dotted(item["refr"]))]
    return Module(
        path=path,
        package=_dotted(ast["package"]["refr"]) or (),
        imports=imports,
        rules=frozenset(name for rule in ast["rules"] for name in _defined(rule)),
        calls=tuple(walk.calls),
        data=tuple(name for name in (*walk.references, *imported) if name.ref[0] == "data"),
        variables=frozenset(walk.variables),
        spans=tuple(sorted({span for span in walk.names if span[2] in imports})),
    )


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
    for start, end, name in reversed(module.spans):
        if name in imports:
            raw = raw[:start] + write_ref(imports[name]).encode() + raw[end:]
    return raw.decode()


def explain_error(error: BaseException) -> tuple[int | None, str]:
    """The line and the words of a regorus error, without the picture of the source and the stack that it adds."""
    text = str(error).split("Stack backtrace:")[0]
    if found := _ERROR.search(text):
        return int(found["line"]), f"column {found['column']}: {found['said'].strip()}"
    return None, " ".join(text.split()) or type(error).__name__


def error_place(error: BaseException) -> str | None:
    """The file that a regorus error names, as it was given to the engine."""
    found = _PLACE.search(str(error))
    return found["path"] if found else None


def whole_span(raw: bytes, start: int, end: int) -> tuple[int, int]:
    """The span of an expression with the quotes of a text that it begins or ends with: regorus leaves them out."""
    quotes = (b'"', b"`")
    return start - (raw[start - 1 : start] in quotes), end + (raw[end : end + 1] in quotes)


def write_ref(ref: Ref) -> str:
    """A reference as Rego spells it."""
    return ref[0] + "".join(f".{part}" if _WORD.fullmatch(part) else f"[{json.dumps(part)}]" for part in ref[1:])


def _import(item: Mapping[str, Any], raw: bytes) -> tuple[str, Ref]:
    ref = _dotted(item["refr"]) or ()
    alias = item.get("as")
    return (_slice(alias, raw) if alias else ref[-1], ref)


def _slice(token: Mapping[str, Any], raw: bytes) -> str:
    return raw[token["start"] : token["end"]].decode()


def _defined(rule: Any) -> Iterator[str]:
    """The first part of a rule's name: ``a`` for ``a.b contains x``."""
    ((kind, body),) = rule.items()
    for head in body["head"].values() if kind == "Spec" else (body,):
        if name := _name(head["refr"]):
            yield name.ref[0]


def _text(token: Any) -> str:
    """The text of a token: ``[span, text]``, or the body of a ``Var`` or ``String``."""
    return str(token["value"] if isinstance(token, dict) else token[1])


def _line(node: Any) -> int:
    return int(node["span"]["line"])


def _dotted(node: Any) -> Ref | None:
    """``a.b.c`` or ``a["b"].c`` as parts; None if a part is only known by evaluating."""
    name = _name(node)
    return name.ref if name and name.whole else None


def _name(node: Any) -> Name | None:
    """The longest dotted beginning of a reference; None for what does not begin with a name."""
    if "Var" in node:
        return Name(ref=(_text(node["Var"]),), line=_line(node["Var"]))
    body = node.get("RefDot") or node.get("RefBrack")
    before = _name(body["refr"]) if body else None
    if before is None or not before.whole:
        return before
    part: str | None = None
    if "RefDot" in node:
        part = _text(body["field"])
    elif literal := body["index"].get("String") or body["index"].get("RawString"):
        part = _text(literal)
    if part is None:
        return Name(ref=before.ref, line=before.line, whole=False)
    return Name(ref=(*before.ref, part), line=before.line)


class _Walk:
    """Everything that a module's rules name, gathered in one pass: the trees are large."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self.calls: list[Name] = []
        self.references: list[Name] = []
        """Outermost references only: ``a.b.c``, not its ``a.b``."""
        self.variables: set[str] = set()
        self.names: list[tuple[int, int, str]] = []

    def visit(self, node: Any, *, inside: bool = False) -> None:
        """Walk a tree.

        :param inside: whether the node is the beginning of a reference that was taken already.
        """
        if isinstance(node, list):
            for item in node:
                if isinstance(item, (dict, list)):
                    self.visit(item)
            return
        for kind, body in node.items():
            if kind == "Var":
                self.names.append((body["span"]["start"], body["span"]["end"], body["value"]))
            if kind in ("Var", "RefDot", "RefBrack"):
                if not inside and (name := _name(node)):
                    self.references.append(name)
                if "refr" in body:
                    self.visit(body["refr"], inside=True)
                if "index" in body:
                    self.visit(body["index"])
            elif kind not in ("span", "eidx") and isinstance(body, (dict, list)):
                self._note(kind, body)
                self.visit(body)

    def _note(self, kind: str, body: Any) -> None:
        if kind == "Call":
            name = _name(body["fcn"])
            whole = name is not None and name.whole
            self.calls.append(name if name and whole else Name(ref=("<computed>",), line=_line(body)))
        elif kind == "with_mods":
            # `with a as b` may put the function b in place of a.
            names = (_name(item["as"]) for item in body)
            self.calls += [name for name in names if name and len(name.ref) > 1 and name.ref[0] != "input"]
        elif kind == "SomeVars":
            self.variables.update(_slice(token, self._raw) for token in body["vars"])
        elif kind == "Every":
            self.variables.update(_slice(token, self._raw) for token in (body["key"], body["value"]) if token)
        elif kind == "SomeIn":
            self.variables.update(_variables([body["key"], body["value"]]))
        elif kind == "AssignExpr" and body["op"] == "ColEq":
            self.variables.update(_variables(body["lhs"]))
        elif kind == "args":
            self.variables.update(_variables(body))


def _variables(pattern: Any) -> Iterator[str]:
    """Every name in a pattern."""
    if isinstance(pattern, list):
        for item in pattern:
            yield from _variables(item)
    elif isinstance(pattern, dict):
        if "Var" in pattern:
            yield _text(pattern["Var"])
        for item in pattern.values():
            yield from _variables(item)
