"""Runs Rego tests in the embedded engine, by OPA's own convention: a rule ``test_…`` that is true has passed.

The tests of a folder see its rules, the shipped library and ``data.aigov_test.testing``, a system on which every
shipped rule passes. Imports are written out as in a bundle, so that what is tested is what runs. Parameters have their
defaults.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from aigov.canonical import canonical_json
from aigov.errors import EngineError, UsageError
from aigov.policy.bundle import is_rule_file
from aigov.policy.capabilities import check_capabilities
from aigov.policy.frameworks import Framework
from aigov.policy.rego_ast import (
    Module,
    error_place,
    explain_error,
    parse_module,
    syntax_tree,
    write_out_imports,
    write_ref,
)
from aigov.resources import policies_dir


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One Rego file."""

    path: str
    """As it is shown."""
    text: str
    tested: bool
    """Whether its tests are run and its lines counted: not those of the library beside a user's own folder."""
    rule: bool
    """Neither a test nor what only tests use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TestResult:
    """What became of one test."""

    __test__ = False
    name: str
    """``aigov_test.house_rules.vendors.test_pass``"""
    place: str
    """``file:line``"""
    status: Literal["pass", "fail", "error", "skipped"]
    detail: str = ""
    """Of an error, what the engine says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCoverage:
    """Which lines of a rule's file some test has run."""

    path: str
    covered: int
    """Number of lines."""
    uncovered: tuple[int, ...]
    """Line numbers, ascending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TestRun:
    """What became of all."""

    __test__ = False
    results: tuple[TestResult, ...]
    coverage: tuple[FileCoverage, ...] = field(default=())
    """Empty unless it was asked for."""

    @property
    def passed(self) -> bool:
        """Whether no test failed."""
        return all(result.status in ("pass", "skipped") for result in self.results)

    @property
    def percent(self) -> float:
        """Of the lines that a test could run, those that one did; 100 where there are none."""
        covered = sum(file.covered for file in self.coverage)
        lines = covered + sum(len(file.uncovered) for file in self.coverage)
        return 100 * covered / lines if lines else 100.0


def shipped_sources() -> tuple[Source, ...]:
    """Every Rego file that is shipped."""
    return tuple(_read(policies_dir(), "policies", tested=True))


def folder_sources(folder: Path) -> tuple[Source, ...]:
    """The Rego files of a user's folder, and the shipped library that they may import.

    :raises UsageError: it is no folder, or holds no Rego.
    """
    if not folder.is_dir():
        raise UsageError("is no folder", where=str(folder), fix="name the folder of the policies")
    own = tuple(_read(folder, folder.as_posix(), tested=True))
    if not own:
        raise UsageError("holds no Rego", where=str(folder), fix="`aigov policy new` writes a rule and its test")
    library = (
        source
        for source in _read(policies_dir() / "lib", "policies/lib", tested=False)
        if not source.path.endswith("_test.rego")
    )
    return (*library, *own)


def run_tests(
    sources: Sequence[Source], frameworks: Iterable[Framework] = (), *, pattern: str = "", coverage: bool = False
) -> TestRun:
    """Run every test of the sources that are ``tested``.

    :param frameworks: whose parameters the rules read.
    :param pattern: regular expression; only tests in whose full name it is found.
    :raises UsageError: the pattern is none.
    :raises EngineError: a file is no Rego, does not compile, or calls what policies may not; with file and line.
    """
    try:
        wanted = re.compile(pattern)
    except re.error as error:
        raise UsageError(f"{pattern!r} is no regular expression: {error}", where="--run", fix="escape it") from error
    modules = {source.path: parse_module(source.path, source.text) for source in sources}
    check_capabilities([modules[source.path] for source in sources if source.rule])
    engine = load_engine(sources, modules, frameworks)
    if coverage:
        engine.set_enable_coverage(True)
    results = tuple(
        _run(engine, module.package, rule, place)
        for source in sources
        if source.tested and source.path.endswith("_test.rego")
        for module in (modules[source.path],)
        for rule, place in _tests(module, source)
        if wanted.search(".".join((*module.package, rule)))
    )
    return TestRun(results=results, coverage=tuple(_coverage(engine, sources)) if coverage else ())


def load_engine(sources: Iterable[Source], modules: dict[str, Module], frameworks: Iterable[Framework]) -> Any:
    """A regorus engine with the sources and the parameters of the frameworks.

    :raises EngineError: something does not compile; with file and line.
    """
    import regorus

    engine = regorus.Engine()
    data = {
        framework.package: {
            "parameters": {
                control.slug: {parameter.name: parameter.value for parameter in control.parameters}
                for control in framework.controls
                if control.parameters
            }
        }
        for framework in frameworks
    }
    try:
        for source in sources:
            engine.add_policy(source.path, write_out_imports(modules[source.path], source.text))
        engine.add_data_json(canonical_json({"aigov": data}).decode())
        engine.eval_query_as_json("true")  # compiles everything
    except RuntimeError as error:  # all that regorus raises
        line, said = explain_error(error)
        where = error_place(error)
        raise EngineError(said, where=f"{where}:{line}" if where and line else where, fix="correct the Rego") from error
    return engine


def value_of(engine: Any, query: str) -> Any:
    """The value of a reference; None where it is undefined.

    :raises RuntimeError: as regorus does.
    """
    results = json.loads(engine.eval_query_as_json(query)).get("result") or []
    return results[0]["expressions"][0]["value"] if results else None


def _read(folder: Path, label: str, *, tested: bool) -> Iterator[Source]:
    for path in sorted(folder.rglob("*.rego")):
        name = path.relative_to(folder)
        shown = f"{label}/{name.as_posix()}"
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise EngineError(f"cannot be read: {error}", where=shown, fix="correct the file") from error
        yield Source(path=shown, text=text, tested=tested, rule=is_rule_file(name))


def _tests(module: Module, source: Source) -> Iterator[tuple[str, str]]:
    """Each test of a file in its order: its name, and where it stands."""
    for number, line in enumerate(source.text.splitlines(), start=1):
        found = re.match(r"(?:todo_)?test_\w+", line)
        if found and found[0] in module.rules:
            yield found[0], f"{source.path}:{number}"


def _run(engine: Any, package: Sequence[str], rule: str, place: str) -> TestResult:
    name = ".".join((*package, rule))
    if rule.startswith("todo_"):
        return TestResult(name=name, place=place, status="skipped")
    try:
        value = value_of(engine, write_ref(("data", *package, rule)))
    except RuntimeError as error:  # all that regorus raises
        line, said = explain_error(error)
        where = error_place(error)
        detail = f"{where}:{line}: {said}" if where and line else said
        return TestResult(name=name, place=place, status="error", detail=detail)
    return TestResult(name=name, place=place, status="pass" if value is True else "fail")


def _coverage(engine: Any, sources: Iterable[Source]) -> Iterator[FileCoverage]:
    told = {str(file["path"]): file for file in json.loads(engine.get_coverage_report_as_json())["files"]}
    for source in sorted(sources, key=lambda source: source.path):
        if not (source.tested and source.rule):
            continue
        if source.path in told:
            covered, missed = set(told[source.path]["covered"]), set(told[source.path]["not_covered"])
        else:  # regorus is silent about a file of which nothing was run
            covered, missed = set(), set(_lines(syntax_tree(source.path, source.text)["rules"]))
        yield FileCoverage(path=source.path, covered=len(covered), uncovered=tuple(sorted(missed - covered)))


def _lines(node: Any) -> Iterator[int]:
    """The lines on which an expression begins."""
    if isinstance(node, list):
        for item in node:
            yield from _lines(item)
    elif isinstance(node, dict):
        if "eidx" in node and "span" in node:
            yield int(node["span"]["line"])
        for item in node.values():
            yield from _lines(item)
