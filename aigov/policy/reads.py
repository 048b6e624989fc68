"""Which parts of the input a rule reads, from the syntax trees of the rule and of all that it calls.

Nothing is evaluated: a value is followed as the set of places that it may come from, through variables, comprehensions,
functions and their arguments. What the schema of the input does not know is left out, so that a wrong turn shows
nothing; a path that only evaluation could tell (``input[x]``) ends where it is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from aigov.policy.rego_ast import Module, Ref, parse_module, syntax_tree
from aigov.schema import load_schema

_EACH = "[]"
"""Step into an element of a collection."""
_ROOTS = ("input", "data")
_PACKAGE_DEPTH = 40
"""Calls within calls that are followed."""


@dataclass(frozen=True, slots=True)
class _Value:
    """Where a value may come from: places, the parts of an object, and words that may be paths themselves."""

    places: frozenset[Ref] = frozenset()
    parts: tuple[tuple[str, _Value], ...] = ()
    words: frozenset[str] = frozenset()

    def joined(self, other: _Value) -> _Value:
        parts = dict(self.parts)
        for name, value in other.parts:
            parts[name] = parts[name].joined(value) if name in parts else value
        return _Value(self.places | other.places, tuple(sorted(parts.items())), self.words | other.words)

    def part(self, name: str) -> _Value:
        inner = dict(self.parts).get(name, _NOTHING)
        return inner.joined(_Value(frozenset((*place, name) for place in self.places)))

    def each(self) -> _Value:
        places = frozenset(place if place[-1] == _EACH else (*place, _EACH) for place in self.places)
        return _Value(places, self.parts, self.words)

    def collected(self) -> _Value:
        places = frozenset(place[:-1] if place[-1] == _EACH else place for place in self.places)
        return _Value(places, self.parts, self.words)

    def __lt__(self, other: _Value) -> bool:  # for sorting parts of one name, which never happens
        return False


_NOTHING = _Value()
_Scope = dict[str, _Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reads:
    """What a rule reads."""

    input: tuple[str, ...]
    """``models[].pinned``, sorted; only the longest of each."""
    facts: tuple[str, ...]
    """Of the catalogue: ``lifecycle``, ``terms``, sorted."""


def find_reads(sources: Iterable[tuple[str, str]], package: Ref, rule: str) -> Reads:
    """What one rule reads, with all that it calls.

    :param sources: path to show and text of every module that may be called, the rule's own among them.
    :param package: of the rule: ``("aigov", "house_rules", "rules", "vendors")``.
    :raises EngineError: a module is no Rego.
    """
    walk = _Walk([_Unit.of(path, text) for path, text in sources])
    walk.rule(package, rule, ())
    known = _known_paths()
    places = {place[1:] for place in walk.read if place[0] == "input"}
    paths = {_spelled(place) for place in places if place and place in known}
    facts = {place[4] for place in walk.read if place[:4] == ("data", "aigov", "lib", "facts") and len(place) > 4}
    return Reads(input=tuple(_longest(paths)), facts=tuple(sorted(facts)))


def _longest(paths: Iterable[str]) -> list[str]:
    ordered = sorted(paths)
    return [
        path
        for path in ordered
        if not any(other != path and other.startswith((f"{path}.", f"{path}[")) for other in ordered)
    ]


def _spelled(place: Ref) -> str:
    return "".join(part if part == _EACH else f".{part}" for part in place).removeprefix(".")


@cache
def _known_paths() -> frozenset[Ref]:
    schema: dict[str, Any] = load_schema("policy-input")

    def below(node: Mapping[str, Any], path: Ref) -> Iterator[Ref]:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].removeprefix("#/$defs/")]
        yield path
        for name, inner in node.get("properties", {}).items():
            yield from below(inner, (*path, name))
        if "items" in node:
            yield from below(node["items"], (*path, _EACH))

    return frozenset(below(schema, ()))


@dataclass(frozen=True, slots=True)
class _Unit:
    """One module with its tree."""

    module: Module
    raw: bytes
    rules: Mapping[str, list[Any]] = field(default_factory=dict)

    @staticmethod
    @cache
    def of(path: str, text: str) -> _Unit:
        raw = text.encode()
        rules: dict[str, list[Any]] = {}
        for node in syntax_tree(path, text)["rules"]:
            for name in _heads(node):
                rules.setdefault(name, []).append(node)
        return _Unit(parse_module(path, text), raw, rules)


def _heads(node: Any) -> Iterator[str]:
    ((kind, body),) = node.items()
    for head in body["head"].values() if kind == "Spec" else (body,):
        reference = head["refr"]
        while "Var" not in reference:
            reference = next(iter(reference.values()))["refr"]
        yield str(reference["Var"]["value"])


class _Walk:
    def __init__(self, units: Sequence[_Unit]) -> None:
        self.read: set[Ref] = set()
        self._rules: dict[tuple[Ref, str], list[tuple[_Unit, Any]]] = {}
        for unit in units:
            for name, nodes in unit.rules.items():
                self._rules.setdefault((unit.module.package, name), []).extend((unit, node) for node in nodes)
        self._packages = {package for package, _ in self._rules}
        self._answers: dict[tuple[Ref, str, tuple[_Value, ...]], _Value] = {}
        self._depth = 0

    def rule(self, package: Ref, name: str, arguments: tuple[_Value, ...]) -> _Value:
        """Where the value of a rule, or of a function for these arguments, comes from."""
        key = (package, name, arguments)
        if key in self._answers:
            return self._answers[key]
        self._answers[key] = _NOTHING  # a circle ends here
        if self._depth >= _PACKAGE_DEPTH:
            return _NOTHING
        self._depth += 1
        answer = _NOTHING
        for unit, node in self._rules.get((package, name), ()):
            answer = answer.joined(_Body(self, unit).rule(node, arguments))
        self._depth -= 1
        self._answers[key] = answer
        return answer

    def resolve(self, ref: Ref) -> tuple[_Value, Ref]:
        """The value of the rule that a reference below ``data`` begins with, and the rest of the reference."""
        for length in range(len(ref) - 1, 1, -1):
            if ref[1:length] in self._packages and (ref[1:length], ref[length]) in self._rules:
                return self.rule(ref[1:length], ref[length], ()), ref[length + 1 :]
        return _Value(frozenset({ref})), ()

    def function(self, ref: Ref) -> tuple[Ref, str] | None:
        """The package and name of an own function."""
        found = (ref[1:-1], ref[-1])
        return found if ref[0] == "data" and found in self._rules else None


class _Body:
    """The rules of one module, with the variables of one of them."""

    def __init__(self, walk: _Walk, unit: _Unit) -> None:
        self._walk = walk
        self._unit = unit

    def rule(self, node: Any, arguments: tuple[_Value, ...]) -> _Value:
        ((kind, body),) = node.items()
        if kind == "Default":
            return self.value(body["value"], {})
        ((shape, head),) = body["head"].items()
        scope: _Scope = {}
        for pattern, argument in zip(head.get("args") or (), arguments, strict=False):
            self._bind(pattern, argument, scope)
        answer = _NOTHING
        for part in body["bodies"] or [None]:
            inner = dict(scope)
            if part:
                self._query(part["query"], inner)
            if shape == "Set":
                answer = answer.joined(self.value(head["key"], inner).collected())
            elif assign := (part and part["assign"]) or head.get("assign"):
                answer = answer.joined(self.value(assign["value"], inner))
        return answer

    def _query(self, query: Any, scope: _Scope) -> None:
        for statement in query["stmts"]:
            ((kind, body),) = statement["literal"].items()
            if kind == "SomeIn":
                found = self.value(body["collection"], scope)
                if body["key"]:
                    self._bind(body["key"], _NOTHING, scope)
                self._bind(body["value"], found.each(), scope)
            elif kind == "Every":
                inner = dict(scope)
                token = body["value"]
                inner[self._unit.raw[token["start"] : token["end"]].decode()] = self.value(body["domain"], scope).each()
                self._query(body["query"], inner)
            elif kind in ("Expr", "NotExpr"):
                self._expression(body["expr"], scope)

    def _expression(self, node: Any, scope: _Scope) -> None:
        if "AssignExpr" in node:
            self._bind(node["AssignExpr"]["lhs"], self.value(node["AssignExpr"]["rhs"], scope), scope)
        else:
            self.value(node, scope)

    def _bind(self, pattern: Any, value: _Value, scope: _Scope) -> None:
        if "Var" in pattern:
            scope[str(pattern["Var"]["value"])] = value
        elif "Array" in pattern:
            for item in pattern["Array"]["items"]:
                self._bind(item, value.each(), scope)

    def value(self, node: Any, scope: _Scope) -> _Value:
        """Where the value of an expression comes from; all that it reads on the way is noted."""
        ((kind, body),) = node.items()
        if kind in ("Var", "RefDot", "RefBrack"):
            found = self._reference(node, scope)
            self._walk.read |= found.places
            return found
        if kind in ("String", "RawString"):
            return _Value(words=frozenset({str(body["value"])}))
        if kind in ("ArrayCompr", "SetCompr", "ObjectCompr"):
            inner = dict(scope)
            self._query(body["query"], inner)
            return self.value(body["value" if kind == "ObjectCompr" else "term"], inner).collected()
        if kind in ("Array", "Set"):
            return self._all(body["items"], scope).collected()
        if kind == "Object":
            parts = {}
            for _, key, item in body["fields"]:
                value = self.value(item, scope)
                if "String" in key:
                    parts[str(key["String"]["value"])] = value
            return _Value(parts=tuple(sorted(parts.items(), key=lambda part: part[0])))
        if kind == "Call":
            return self._call(body, scope)
        return self._all([item for item in body.values() if _is_expression(item)], scope)

    def _all(self, nodes: Iterable[Any], scope: _Scope) -> _Value:
        answer = _NOTHING
        for node in nodes:
            answer = answer.joined(self.value(node, scope))
        return answer

    def _call(self, body: Any, scope: _Scope) -> _Value:
        arguments = tuple(self.value(argument, scope) for argument in body["params"])
        ref = self._absolute(_dotted(body["fcn"]), scope)
        if own := self._walk.function(ref):
            return self._walk.rule(*own, arguments)
        if ref == ("object", "get") and len(arguments) == 3:
            return self._get(arguments)
        answer = _NOTHING
        for argument in arguments:
            answer = answer.joined(argument)
        return answer

    def _get(self, arguments: tuple[_Value, ...]) -> _Value:
        """``object.get(x, "name", …)``, and ``object.get(input, split("a/b", "/"), …)`` of the gates."""
        found = arguments[2]
        for word in arguments[1].words:
            value = arguments[0]
            for part in word.split("/"):
                value = value.part(part)
            found = found.joined(value)
        self._walk.read |= found.places
        return found

    def _reference(self, node: Any, scope: _Scope) -> _Value:
        ((kind, body),) = node.items()
        if kind == "Var":
            name = str(body["value"])
            if name in scope:
                return scope[name]
            ref = self._absolute((name,), scope)
            return self._resolved(ref) if ref[0] in _ROOTS else _NOTHING
        dotted = _dotted(node)
        if dotted and dotted[0] not in scope:
            ref = self._absolute(dotted, scope)
            if ref[0] in _ROOTS:
                return self._resolved(ref)
        before = (
            self._reference(body["refr"], scope) if _is_reference(body["refr"]) else self.value(body["refr"], scope)
        )
        if kind == "RefDot":
            return before.part(str(body["field"][1]))
        index = body["index"]
        if "String" in index:
            return before.part(str(index["String"]["value"]))
        self.value(index, scope)
        return before.each()

    def _resolved(self, ref: Ref) -> _Value:
        if ref[0] == "input":
            return _Value(frozenset({ref}))
        value, rest = self._walk.resolve(ref)
        for part in rest:
            value = value.part(part)
        return value

    def _absolute(self, ref: Ref, scope: _Scope) -> Ref:
        if not ref or ref[0] in scope:
            return ref or ("",)
        module = self._unit.module
        if ref[0] in module.imports:
            return (*module.imports[ref[0]], *ref[1:])
        if (module.package, ref[0]) in self._walk._rules:
            return ("data", *module.package, *ref)
        return ref


def _dotted(node: Any) -> Ref:
    """The parts of ``a.b.c``; none where a part is only known by evaluating."""
    ((kind, body),) = node.items()
    if kind == "Var":
        return (str(body["value"]),)
    if kind == "RefDot" and (before := _dotted(body["refr"])):
        return (*before, str(body["field"][1]))
    return ()


def _is_reference(node: Any) -> bool:
    return not {"Var", "RefDot", "RefBrack"}.isdisjoint(node)


def _is_expression(item: Any) -> bool:
    """Whether a part of a node is a node: one key, which begins with a capital."""
    return isinstance(item, dict) and len(item) == 1 and next(iter(item))[:1].isupper()
