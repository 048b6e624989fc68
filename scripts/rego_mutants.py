"""The mutants of a Rego file: each takes one thing out of a rule that should matter, or turns it round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from aigov.policy.rego_ast import syntax_tree, whole_span
from aigov.policy.rego_tests import Source

HOW = {
    "remove": "a condition becomes true",
    "negate": "a condition is turned round",
    "need": "a path is taken out of a list of needs",
    "gate": "a control's answers come without the gate before them",
    "part": "one of several sets of answers is left out",
    "item": "a word is taken out of a set of words",
    "clause": "one of several rules of a name is left out",
}
"""The kinds of mutants."""


Key = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change to one file."""

    path: str
    line: int
    how: str
    """A key of ``HOW``."""
    what: str
    """What is taken out or turned round, on one line."""
    start: int
    end: int
    text: str
    """What stands in place of bytes ``start`` to ``end``."""
    nth: int = 1
    """Which of those that are alike in the file, in the order of its text."""

    @property
    def key(self) -> Key:
        """What an accepted mutant is known by: lines move."""
        return self.path, self.how, self.what, self.nth

    def apply(self, text: str) -> str:
        """The file with the change."""
        raw = text.encode()
        return (raw[: self.start] + self.text.encode() + raw[self.end :]).decode()


def mutants_of(source: Source) -> Iterator[Mutant]:
    """Every mutant of one file, rule by rule."""
    alike: Counter[tuple[str, str]] = Counter()
    for mutant in _found(source):
        alike[mutant.how, mutant.what] += 1
        yield replace(mutant, nth=alike[mutant.how, mutant.what])


def _found(source: Source) -> Iterator[Mutant]:
    rules = syntax_tree(source.path, source.text)["rules"]
    finder = _Finder(source.path, source.text.encode())
    for rule in rules:
        yield from finder.conditions(rule)
        yield from finder.needs(rule)
        yield from finder.gate(rule)
        yield from finder.parts(rule)
        yield from finder.items(rule)
    yield from finder.clauses(rules)


class _Finder:
    def __init__(self, path: str, raw: bytes) -> None:
        self._path = path
        self._raw = raw

    def conditions(self, node: Any) -> Iterator[Mutant]:
        """What holds or does not: no ``some``, which gives variables their values, and no ``:=``."""
        for statement in _nodes(node, "literal"):
            ((kind, body),) = statement["literal"].items()
            if kind not in ("Expr", "NotExpr", "Every") or (kind == "Expr" and "AssignExpr" in body["expr"]):
                continue
            text = self._text(statement)
            yield self._mutant("remove", statement, "true")
            if kind == "NotExpr":
                yield self._mutant("negate", statement, text.removeprefix("not").lstrip())
            elif kind == "Expr":
                yield self._mutant("negate", statement, f"not {text}")

    def needs(self, rule: Any) -> Iterator[Mutant]:
        """Each path of ``needs := [...]``."""
        head = rule.get("Spec", {}).get("head", {}).get("Compr")
        if head and head["assign"] and (_name(head) or "").lstrip("_").startswith("needs"):
            yield from self._each_left_out("need", head["assign"]["value"].get("Array"), "[]")

    def gate(self, rule: Any) -> Iterator[Mutant]:
        """``some answer in gate.over_ai_use(needs, found)`` of a control: its ``found`` alone."""
        head = rule.get("Spec", {}).get("head", {}).get("Set")
        if not head or _name(head) != "results":
            return
        for source in _nodes(rule, "SomeIn"):
            call = source["SomeIn"]["collection"].get("Call")
            if call and len(call["params"]) > 1:
                yield self._mutant("gate", call, self._text(_body(call["params"][-1])))

    def parts(self, rule: Any) -> Iterator[Mutant]:
        """Operands of ``|``, and what ``union`` is made of."""
        for node in _nodes(rule, "BinExpr"):
            if node["BinExpr"]["op"] == "Union":
                for side in ("lhs", "rhs"):
                    yield self._mutant("part", _body(node["BinExpr"][side]), "set()")
        for node in _nodes(rule, "Call"):
            params = node["Call"]["params"]
            if self._text(_body(node["Call"]["fcn"])) == "union" and "Set" in params[0]:
                for item in params[0]["Set"]["items"]:
                    yield self._mutant("part", _body(item), "set()")

    def items(self, rule: Any) -> Iterator[Mutant]:
        """Each word of ``{"high", "prohibited"}``."""
        for node in _nodes(rule, "Set"):
            if "items" in node["Set"]:  # and no rule's head
                yield from self._each_left_out("item", node["Set"], "set()")

    def clauses(self, rules: Any) -> Iterator[Mutant]:
        """Each of several rules of one name; where there is only one, its absence is no small change."""
        heads = [next(iter(rule["Spec"]["head"].values())) if "Spec" in rule else {} for rule in rules]
        names = Counter(_name(head) for head in heads)
        for rule, head in zip(rules, heads, strict=True):
            if head and names[_name(head)] > 1:
                yield self._mutant("clause", rule["Spec"], "")

    def _each_left_out(self, how: str, body: Any, empty: str) -> Iterator[Mutant]:
        """A list or set of words, without each in turn."""
        if not body or not all("String" in item for item in body["items"]):
            return
        items = body["items"]
        whole = self._text(body)
        for number, item in enumerate(items):
            rest = [self._text(other["String"]) for index, other in enumerate(items) if index != number]
            text = f"{whole[0]}{', '.join(rest)}{whole[-1]}" if rest else empty
            start, end = body["span"]["start"], body["span"]["end"]
            yield Mutant(
                path=self._path,
                line=item["String"]["span"]["line"],
                how=how,
                what=str(item["String"]["value"]),
                start=start,
                end=end,
                text=text,
            )

    def _text(self, node: Any) -> str:
        start, end = self._span(node)
        return self._raw[start:end].decode()

    def _span(self, node: Any) -> tuple[int, int]:
        return whole_span(self._raw, node["span"]["start"], node["span"]["end"])

    def _mutant(self, how: str, node: Any, text: str) -> Mutant:
        start, end = self._span(node)
        what = " ".join(self._text(node).split())
        return Mutant(path=self._path, line=node["span"]["line"], how=how, what=what, start=start, end=end, text=text)


def _nodes(node: Any, kind: str) -> Iterator[Any]:
    """Every node below that has this key, outermost first, in the order of the text."""
    if isinstance(node, list):
        for item in node:
            yield from _nodes(item, kind)
    elif isinstance(node, dict):
        if kind in node:
            yield node
        for item in node.values():
            yield from _nodes(item, kind)


def _body(node: Any) -> Any:
    """What a node of one key holds."""
    ((_, body),) = node.items()
    return body


def _name(head: Any) -> str | None:
    """The name of a rule, where it is a single word; ``report[slug]`` goes by ``report``."""
    reference = head.get("refr")
    while reference and "Var" not in reference:
        reference = next(iter(reference.values()))["refr"]
    return str(reference["Var"]["value"]) if reference else None
