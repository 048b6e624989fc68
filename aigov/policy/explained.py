"""What there is to say of a control to whoever meets it: what its rule reads, and a case that passes and one that
fails, taken from its own tests and evaluated, so that none is made up and none grows stale.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from aigov.control import Control
from aigov.errors import UsageError
from aigov.policy.engines import normalize
from aigov.policy.frameworks import Framework
from aigov.policy.reads import Reads, find_reads
from aigov.policy.rego_ast import parse_module, syntax_tree, whole_span, write_ref
from aigov.policy.rego_tests import Source, load_engine, value_of

_TEST_SYSTEM = "data.aigov_test.testing.desk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Where the input of a case differs from the system on which every shipped rule passes."""

    path: str
    """``models/0/pinned``"""
    value: Any
    """What stands there; None where nothing does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One test of a rule: what it is given, and what the rule answers."""

    test: str
    """``test_fail_on_an_alias``"""
    place: str
    """``file:line``"""
    input: dict[str, Any]
    """The whole of what it is given."""
    changes: tuple[Change, ...]
    results: tuple[dict[str, Any], ...]
    """Raw results, in a fixed order."""

    @property
    def statuses(self) -> set[str]:
        """Of the results."""
        return {str(result["status"]) for result in self.results}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A control and all that is known of how it is decided."""

    framework: Framework
    control: Control
    description: str = ""
    """Of an own rule: which facts decide, what a pass proves and what it does not."""
    rule_file: str | None = None
    test_file: str | None = None
    reads: Reads | None = None
    cases: tuple[Case, ...] = ()
    """Every test that puts an input in, in the order of the file."""
    passing: Case | None = None
    failing: Case | None = None
    """A case with a ``fail``; of a rule that never fails, one that is ``undetermined``."""


def find_control(frameworks: Iterable[Framework], wanted: str) -> tuple[Framework, Control]:
    """The control of this name: ``nist-ai-rmf/GOVERN 1.6``, ``GOVERN 1.6`` or ``govern_1_6``, in any case.

    :raises UsageError: there is none, or one in several frameworks.
    """
    named = [(framework, control) for framework in frameworks for control in framework.controls]
    key = _folded(wanted)
    found = [
        (framework, control)
        for framework, control in named
        if key in (_folded(f"{framework.id}/{control.id}"), _folded(control.id), control.slug)
    ]
    if not found:
        close = get_close_matches(key, [_folded(control.id) for _, control in named], 1, 0.6)
        spelled = next((control.id for _, control in named if close and _folded(control.id) == close[0]), None)
        fix = f"did you mean {spelled!r}?" if spelled else "`aigov policy list` names them"
        raise UsageError(f"there is no control {wanted!r}", fix=fix)
    if len(found) > 1:
        names = ", ".join(repr(f"{framework.id}/{control.id}") for framework, control in found)
        raise UsageError(f"{len(found)} frameworks have a control {wanted!r}", fix=f"name one: {names}")
    return found[0]


def explain_controls(
    sources: Sequence[Source], wanted: Sequence[tuple[Framework, Control]], *, folder: str
) -> tuple[Explained, ...]:
    """What there is to say of each control.

    :param sources: of the frameworks' rules, their tests and the library.
    :param folder: of the rules, as the sources' paths begin; ``{id}`` in it stands for the framework's id.
    :raises EngineError: a file is no Rego, or does not compile.
    """
    by_path = {source.path: source for source in sources}
    rules = [(source.path, source.text) for source in sources if source.rule]
    frameworks = list({framework.id: framework for framework, _ in wanted}.values())
    drafts = []
    for framework, control in wanted:
        root = folder.format(id=framework.id)
        rule, test = by_path.get(f"{root}/{control.slug}.rego"), by_path.get(f"{root}/{control.slug}_test.rego")
        drafts.append((framework, control, rule if control.rule == "own" else None, test))
    probes = {
        (framework.id, control.slug): list(_probes(framework, control, test))
        for framework, control, rule, test in drafts
        if rule and test
    }
    engine = _engine(sources, frameworks, [probe for some in probes.values() for probe in some])
    system = value_of(engine, _TEST_SYSTEM) if engine else None
    explained = []
    for framework, control, rule, test in drafts:
        if rule is None:
            explained.append(Explained(framework=framework, control=control))
            continue
        cases = [
            case
            for probe in probes.get((framework.id, control.slug), ())
            if (case := _case(engine, probe, system, framework.id))
        ]
        explained.append(
            Explained(
                framework=framework,
                control=control,
                description=describe(rule.text),
                rule_file=rule.path,
                test_file=test.path if test else None,
                reads=find_reads(rules, ("aigov", framework.package, "rules", control.slug), "results"),
                cases=tuple(cases),
                passing=_passing(cases),
                failing=_failing(cases),
            )
        )
    return tuple(explained)


def describe(text: str) -> str:
    """The description of a rule's METADATA, on one line."""
    import yaml

    block = text.partition("\npackage ")[0].partition("# METADATA\n")[2]
    lines = [line.removeprefix("#").removeprefix(" ") for line in block.splitlines() if line.startswith("#")]
    try:
        said = yaml.safe_load("\n".join(lines))
    except yaml.YAMLError:
        return ""  # the conventions of tests and of regal refuse it; here it is merely no help
    return " ".join(str(said.get("description") or "").split()) if isinstance(said, dict) else ""


def _failing(cases: Sequence[Case]) -> Case | None:
    for status in ("fail", "undetermined"):
        for case in cases:
            if status in case.statuses:
                return case
    return None


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Probe:
    """A module that shows the input of a test and what the rule answers to it."""

    test: str
    place: str
    query: str
    source: Source


def _probes(framework: Framework, control: Control, test: Source) -> Iterator[_Probe]:
    """One for each test that puts an input in at its top, in the order of the file."""
    module = parse_module(test.path, test.text)
    tree = syntax_tree(test.path, test.text)
    raw = test.text.encode()
    imports = "\n".join(line for line in test.text.splitlines() if line.startswith("import "))
    rule = f"data.aigov.{framework.package}.rules.{control.slug}.results"
    results = "results" if "results" in module.rules else rule
    for node in tree["rules"]:
        body = node.get("Spec")
        name = _head_name(body) if body else ""
        if not name.startswith("test_") or not body["bodies"]:
            continue
        query = body["bodies"][0]["query"]
        for statement in query["stmts"]:
            mods = statement.get("with_mods") or []
            given = next((mod for mod in mods if mod["refr"].get("Var", {}).get("value") == "input"), None)
            if given is None or "Every" in statement["literal"]:
                continue
            first, _ = whole_span(raw, statement["span"]["start"], statement["span"]["end"])
            before = raw[query["span"]["start"] : first].decode().lstrip("{")
            expression = _text(raw, *_ends(given["as"]))
            around = _text(raw, mods[0]["span"]["start"], mods[-1]["span"]["end"])
            probe = f"explained_{name}"
            text = (
                f"package {'.'.join(module.package)}\n\n{imports}\n\n"
                f'{probe} := {{"input": given_, "results": found_}} if {{\n'
                f"\t{before}\n\tgiven_ := {expression}\n\tfound_ := {results} {around}\n}}\n"
            )
            line = statement["span"]["line"]
            path = f"{test.path}#{name}"
            yield _Probe(
                test=name,
                place=f"{test.path}:{line}",
                query=write_ref(("data", *module.package, probe)),
                source=Source(path=path, text=text, tested=False, rule=False),
            )
            break


def _head_name(body: Any) -> str:
    (head,) = body["head"].values()
    return str(head["refr"]["Var"]["value"]) if "Var" in head["refr"] else ""


def _ends(node: Any) -> tuple[int, int]:
    ((_, body),) = node.items()
    return int(body["span"]["start"]), int(body["span"]["end"])


def _text(raw: bytes, start: int, end: int) -> str:
    start, end = whole_span(raw, start, end)
    return raw[start:end].decode()


def _engine(sources: Sequence[Source], frameworks: Sequence[Framework], probes: Sequence[_Probe]) -> Any:
    """An engine with the sources and the probes; None where there is nothing to ask."""
    if not probes:
        return None
    every = [*sources, *(probe.source for probe in probes)]
    return load_engine(every, {source.path: parse_module(source.path, source.text) for source in every}, frameworks)


def _case(engine: Any, probe: _Probe, system: Any, where: str) -> Case | None:
    """What a probe shows; None where its test does not go that far."""
    try:
        shown = value_of(engine, probe.query)
    except RuntimeError:  # all that regorus raises: the test itself is in error, and `policy test` says so
        return None
    if not isinstance(shown, dict) or not isinstance(shown["results"], list):
        return None
    results = normalize({"results": shown["results"]}, where)["results"]
    if not all(isinstance(result, dict) and "status" in result for result in results):
        return None
    return Case(
        test=probe.test,
        place=probe.place,
        input=shown["input"],
        changes=tuple(_changes(system, shown["input"], "")),
        results=tuple(results),
    )


def _changes(before: Any, after: Any, path: str) -> Iterator[Change]:
    """The smallest parts in which two documents differ, in the order of their paths."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict) and after:
        for key in sorted(before.keys() | after.keys()):
            yield from _changes(before.get(key), after.get(key), f"{path}/{key}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (left, right) in enumerate(zip(before, after, strict=True)):
            yield from _changes(left, right, f"{path}/{index}")
    else:
        yield Change(path=re.sub("^/", "", path), value=after)


def _passing(cases: Sequence[Case]) -> Case | None:
    """The case that best shows a pass: all of it passes, or what does not apply stands beside what does."""
    whole = next((case for case in cases if case.statuses == {"pass"}), None)
    return whole or next((case for case in cases if case.statuses == {"pass", "not_applicable"}), None)
