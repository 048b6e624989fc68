#!/usr/bin/env python3
"""Mutation tests of the rules: whatever is taken out of a rule, or turned round, some test must fail each time.

    scripts/mutate_policies.py [--jobs N] [--only TEXT]… [--list]

``rego_mutants.py`` says what the mutants are. Each is tried by all tests that reach its file through imports: first by
those beside it, then by the others. One that no test notices fails the run, unless ``mutants_accepted.toml`` says why
nothing can notice it; a reason that is no longer needed fails too, and so does a rule of a control of which there is no
mutant.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import regorus
import tomli

sys.path.insert(0, str(Path(__file__).resolve().parent))
from rego_mutants import HOW, Key, Mutant, mutants_of

from aigov.policy.rego_ast import Module, Ref, parse_module, write_out_imports, write_ref
from aigov.policy.rego_tests import Source, folder_sources, shipped_sources, value_of

ROOT = Path(__file__).resolve().parent.parent
ACCEPTED = ROOT / "scripts" / "mutants_accepted.toml"
HOUSE_RULES = "examples/house-rules"

_SAID = {"invalid": "does not compile", "survived": "no test notices"}
"""What is printed of a mutant at once, by what became of it."""


@cache
def _sources() -> dict[str, Source]:
    own = (source for source in folder_sources(Path(HOUSE_RULES)) if source.tested)
    return {source.path: source for source in (*shipped_sources(), *own)}


@cache
def _module(path: str) -> Module:
    return parse_module(path, _sources()[path].text)


@cache
def _written(path: str) -> str:
    return write_out_imports(_module(path), _sources()[path].text)


@cache
def _by_package() -> dict[Ref, list[str]]:
    packages: dict[Ref, list[str]] = {}
    for path in _sources():
        packages.setdefault(("data", *_module(path).package), []).append(path)
    return packages


@cache
def _imports(path: str) -> frozenset[str]:
    """The files that one names: by a rule, by their package, or by what their package is in."""
    found: set[str] = set()
    for ref in {name.ref for name in _module(path).data}:
        for package, paths in _by_package().items():
            if package[: len(ref)] == ref:
                found.update(paths)
            elif ref[: len(package)] == package:
                found.update(each for each in paths if ref[len(package)] in _module(each).rules)
    return frozenset(found - {path})


def _reached(paths: Iterable[str]) -> dict[str, int]:
    """All that some files need, themselves among it, with the number of steps to each."""
    steps = dict.fromkeys(paths, 0)
    waiting = deque(steps)
    while waiting:
        path = waiting.popleft()
        for named in sorted(_imports(path) - steps.keys()):
            steps[named] = steps[path] + 1
            waiting.append(named)
    return steps


@cache
def _reach(path: str) -> dict[str, int]:
    return _reached([path])


@cache
def _tests(path: str) -> tuple[str, ...]:
    """The tests of a test file, as references."""
    module = _module(path)
    return tuple(
        write_ref(("data", *module.package, rule)) for rule in sorted(module.rules) if rule.startswith("test_")
    )


class _Bench:
    """The tests that may notice a change of one file, in two heaps: the nearest file of tests, and the others.

    No other test can notice one: nothing that it needs has changed. Each heap has an engine of its own, with what its
    tests need and without the file itself; most changes never get to the second.
    """

    def __init__(self, path: str) -> None:
        reaching = {
            test: steps
            for test in _sources()
            if test.endswith("_test.rego") and (steps := _reach(test).get(path)) is not None
        }
        beside = path.removesuffix(".rego") + "_test.rego"
        ordered = sorted(reaching, key=lambda test: (test != beside, reaching[test], len(_reach(test)), test))
        self._path = path
        self._heaps = [heap for heap in (ordered[:1], ordered[1:]) if heap]
        self._queries = [_queries(heap) for heap in self._heaps]

    def notices(self, written: str) -> bool:
        """Whether some test fails. The one that does is asked first the next time.

        :raises RuntimeError: the changed file does not compile.
        """
        for heap, queries in zip(self._heaps, self._queries, strict=True):
            engine = _engine(tuple(heap), self._path).clone()
            engine.add_policy(self._path, written)
            engine.eval_query_as_json("true")  # compiles everything
            for number, query in enumerate(queries):
                if not _passes(engine, query):
                    queries.insert(0, queries.pop(number))
                    return True
        return False


@cache
def _engine(tests: tuple[str, ...], without: str) -> Any:
    engine = regorus.Engine()
    for path in sorted(_reached(tests)):
        if path != without:
            engine.add_policy(path, _written(path))
    return engine


def _queries(tests: Iterable[str]) -> list[str]:
    return [query for test in tests for query in _tests(test)]


_bench = cache(_Bench)


def fate(mutant: Mutant) -> str:
    """``noticed``, ``invalid`` (it does not compile) or ``survived``."""
    text = mutant.apply(_sources()[mutant.path].text)
    try:
        written = write_out_imports(parse_module(mutant.path, text), text)
    except Exception:  # noqa: BLE001 - whatever stops it from being loaded, it is no rule
        return "invalid"
    try:
        return "noticed" if _bench(mutant.path).notices(written) else "survived"
    except RuntimeError:  # all that regorus raises
        return "invalid"


def _passes(engine: Any, query: str) -> bool:
    try:
        return value_of(engine, query) is True
    except RuntimeError:
        return False


def _broken(paths: Iterable[str]) -> list[str]:
    """The tests that fail on the rules as they are, of those that reach these files: they would notice every mutant."""
    changed = set(paths)
    tests = tuple(path for path in _sources() if path.endswith("_test.rego") and not changed.isdisjoint(_reach(path)))
    engine = _engine(tests, without="")
    return [query for query in _queries(tests) if not _passes(engine, query)]


def _untouched(mutants: Sequence[Mutant]) -> list[str]:
    """The files of rules without a mutant: what is in them was not put to the test."""
    touched = {mutant.path for mutant in mutants}
    return [
        path
        for path in _sources()
        if "results" in _module(path).rules and _sources()[path].rule and path not in touched
    ]


def accepted() -> dict[Key, str]:
    """Why each accepted mutant cannot be noticed, by what it is known by."""
    rows = tomli.loads(ACCEPTED.read_text(encoding="utf-8")).get("mutants", [])
    return {(row["path"], row["how"], row["what"], row.get("nth", 1)): row["reason"] for row in rows}


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every mutant is noticed or accepted with a reason."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", action="append", help="only files whose path contains this; may be repeated")
    parser.add_argument("--list", action="store_true", help="list the mutants, and try none")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    every = [mutant for source in _sources().values() if source.rule for mutant in mutants_of(source)]
    mutants = [mutant for mutant in every if any(part in mutant.path for part in options.only or [""])]
    if options.list:
        for mutant in mutants:
            print(f"{mutant.path}:{mutant.line}: {mutant.how}: {mutant.what}")
        return 0
    if broken := _broken(mutant.path for mutant in mutants):
        print(f"these tests fail without any mutant: {', '.join(broken)}")
        return 1
    reasons = accepted()
    counts: Counter[str] = Counter()
    survived = set()
    with ProcessPoolExecutor(options.jobs) as pool:
        for mutant, became in zip(mutants, pool.map(fate, mutants, chunksize=8), strict=True):
            if became == "survived":
                survived.add(mutant.key)
                became = "accepted" if mutant.key in reasons else became
            counts[became] += 1
            if said := _SAID.get(became):
                print(f"{mutant.path}:{mutant.line}: {said}: {mutant.how}: {mutant.what}", flush=True)
    idle = [key for key in reasons if any(part in key[0] for part in options.only or [""]) and key not in survived]
    untouched = _untouched(every)
    for path, how, what, nth in idle:
        print(f"{path}: {how}: {what} ({nth}): take it out of {ACCEPTED.name}: a test notices it now, or it is gone")
    for path in untouched:
        print(f"{path}: holds rules, and nothing in them was changed")
    for how, number in sorted(Counter(mutant.how for mutant in mutants).items()):
        print(f"{number:6} {how}: {HOW[how]}")
    print(
        f"{len(mutants)} mutants of {len({mutant.path for mutant in mutants})} files: {counts['noticed']} noticed,"
        f" {counts['invalid']} do not compile, {counts['accepted']} accepted with a reason,"
        f" {counts['survived']} survive ({time.monotonic() - began:.0f} s)"
    )
    return 1 if counts["survived"] or idle or untouched else 0


if __name__ == "__main__":
    sys.exit(main())
