#!/usr/bin/env python3
"""Mutation tests of the rules: every condition is removed, and turned round, and some test must fail each time.

    scripts/mutate_policies.py [--jobs N] [--only TEXT] [--list]

Of each rule and each check of the library: a condition becomes ``true``; it is negated; a path is taken out of a list
of needs. A mutant is first tried by the tests beside its file, then by all. One that no test notices fails the run,
unless ``scripts/mutants_accepted.toml`` says why nothing can notice it; a reason that is no longer needed fails too.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import regorus
import tomli

from aigov.policy.rego_ast import parse_module, syntax_tree, whole_span, write_out_imports, write_ref
from aigov.policy.rego_tests import Source, folder_sources, shipped_sources, value_of

ROOT = Path(__file__).resolve().parent.parent
ACCEPTED = ROOT / "scripts" / "mutants_accepted.toml"
HOUSE_RULES = "examples/house-rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change to one file."""

    path: str
    line: int
    how: str
    """``remove``, ``negate`` or ``need``."""
    what: str
    """The condition, on one line."""
    start: int
    end: int
    text: str
    """What stands in place of bytes ``start`` to ``end``."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What an accepted mutant is known by: lines move."""
        return self.path, self.how, self.what


def mutants_of(source: Source) -> Iterator[Mutant]:
    """Every mutant of one file, in the order of its text."""
    raw = source.text.encode()
    for rule in syntax_tree(source.path, source.text)["rules"]:
        yield from _walk(rule, source.path, raw)
        yield from _needs(rule, source.path, raw)


def _walk(node: Any, path: str, raw: bytes) -> Iterator[Mutant]:
    if isinstance(node, list):
        for item in node:
            yield from _walk(item, path, raw)
    elif isinstance(node, dict):
        if "literal" in node:
            yield from _of_statement(node, path, raw)
        for name, item in node.items():
            if name != "span":
                yield from _walk(item, path, raw)


def _of_statement(statement: Any, path: str, raw: bytes) -> Iterator[Mutant]:
    ((kind, body),) = statement["literal"].items()
    if kind not in ("Expr", "NotExpr", "Every") or (kind == "Expr" and "AssignExpr" in body["expr"]):
        return
    start, end = whole_span(raw, statement["span"]["start"], statement["span"]["end"])
    line = statement["span"]["line"]
    text = raw[start:end].decode()
    what = " ".join(text.split())
    common = {"path": path, "line": line, "what": what, "start": start, "end": end}
    yield Mutant(how="remove", text="true", **common)
    if kind == "NotExpr":
        yield Mutant(how="negate", text=text.removeprefix("not").lstrip(), **common)
    elif kind == "Expr":
        yield Mutant(how="negate", text=f"not {text}", **common)


def _needs(rule: Any, path: str, raw: bytes) -> Iterator[Mutant]:
    """Each path of ``needs := [...]`` taken out."""
    head = rule.get("Spec", {}).get("head", {}).get("Compr")
    if not head or not head["assign"] or head["refr"].get("Var", {}).get("value") not in ("needs", "_needs"):
        return
    items = head["assign"]["value"].get("Array", {}).get("items", [])
    for number, item in enumerate(items):
        span = item["String"]["span"]
        # A token's span may leave out its quotes; the list is written anew without it.
        rest = [f'"{other["String"]["value"]}"' for index, other in enumerate(items) if index != number]
        whole = head["assign"]["value"]["Array"]["span"]
        yield Mutant(
            path=path,
            line=span["line"],
            how="need",
            what=str(item["String"]["value"]),
            start=whole["start"],
            end=whole["end"],
            text=f"[{', '.join(rest)}]",
        )


@cache
def _sources() -> dict[str, Source]:
    own = (source for source in folder_sources(Path(HOUSE_RULES)) if source.tested)
    return {source.path: source for source in (*shipped_sources(), *own)}


@cache
def _written(path: str) -> str:
    source = _sources()[path]
    return write_out_imports(parse_module(path, source.text), source.text)


@cache
def _tests(path: str) -> tuple[str, ...]:
    """The tests of a test file, as references."""
    module = parse_module(path, _sources()[path].text)
    return tuple(
        write_ref(("data", *module.package, rule)) for rule in sorted(module.rules) if rule.startswith("test_")
    )


@cache
def _base(path: str, *, everything: bool) -> tuple[Any, tuple[str, ...]]:
    """An engine without the file itself, and the test files that it can run: the one beside it, or all."""
    test = path.removesuffix(".rego") + "_test.rego"
    tests = [name for name in _sources() if name.endswith("_test.rego") and (everything or name == test)]
    folder = path.rpartition("/")[0]
    engine = regorus.Engine()
    for name in _sources():
        near = name.startswith(("policies/lib/", f"{folder}/"))
        if name != path and (everything or near) and (not name.endswith("_test.rego") or name in tests):
            engine.add_policy(name, _written(name))
    return engine, tuple(tests)


def fate(mutant: Mutant) -> str:
    """``killed``, ``invalid`` (it does not compile) or ``survived``."""
    source = _sources()[mutant.path]
    raw = source.text.encode()
    text = (raw[: mutant.start] + mutant.text.encode() + raw[mutant.end :]).decode()
    try:
        written = write_out_imports(parse_module(mutant.path, text), text)
    except Exception:  # noqa: BLE001 - whatever stops it from being loaded, it is no rule
        return "invalid"
    for everything in (False, True):
        base, tests = _base(mutant.path, everything=everything)
        engine = base.clone()
        try:
            engine.add_policy(mutant.path, written)
            engine.eval_query_as_json("true")
        except RuntimeError:
            return "invalid"
        if any(not _passes(engine, query) for test in tests for query in _tests(test)):
            return "killed"
    return "survived"


def _passes(engine: Any, query: str) -> bool:
    try:
        return value_of(engine, query) is True
    except RuntimeError:
        return False


@cache
def _whole() -> Any:
    engine = regorus.Engine()
    for path in _sources():
        engine.add_policy(path, _written(path))
    return engine


def _broken(path: str) -> list[str]:
    """The tests of a file that fail on the rules as they are: they would notice every mutant."""
    return [query for query in _tests(path) if not _passes(_whole(), query)]


def accepted() -> dict[tuple[str, str, str], str]:
    """Why each accepted mutant cannot be noticed, by what it is known by."""
    if not ACCEPTED.is_file():
        return {}
    rows = tomli.loads(ACCEPTED.read_text(encoding="utf-8")).get("mutants", [])
    return {(row["path"], row["how"], row["what"]): row["reason"] for row in rows}


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every mutant is noticed or accepted with a reason."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="only files whose path contains this")
    parser.add_argument("--list", action="store_true", help="list the mutants, and try none")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    mutants = [
        mutant
        for source in _sources().values()
        if source.rule and options.only in source.path
        for mutant in mutants_of(source)
    ]
    if options.list:
        for mutant in mutants:
            print(f"{mutant.path}:{mutant.line}: {mutant.how}: {mutant.what}")
        return 0
    if broken := [query for path in _sources() if path.endswith("_test.rego") for query in _broken(path)]:
        print(f"these tests fail without any mutant: {', '.join(broken)}")
        return 1
    with ProcessPoolExecutor(options.jobs) as pool:
        fates = list(pool.map(fate, mutants, chunksize=8))
    reasons = accepted()
    survivors = [mutant for mutant, became in zip(mutants, fates, strict=True) if became == "survived"]
    unexplained = [mutant for mutant in survivors if mutant.key not in reasons]
    idle = [key for key in reasons if options.only in key[0] and key not in {mutant.key for mutant in survivors}]
    for mutant in unexplained:
        print(f"{mutant.path}:{mutant.line}: no test notices: {mutant.how}: {mutant.what}")
    for path, how, what in idle:
        print(f"{ACCEPTED.name}: {path}: {how}: {what}: a test notices it now, or it is gone: take the reason out")
    print(
        f"{len(mutants)} mutants: {fates.count('killed')} noticed, {fates.count('invalid')} do not compile,"
        f" {len(survivors) - len(unexplained)} accepted with a reason, {len(unexplained)} survive"
        f" ({time.monotonic() - began:.0f} s)"
    )
    return 1 if unexplained or idle else 0


if __name__ == "__main__":
    sys.exit(main())
