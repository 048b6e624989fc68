"""Writes the beginning of a control: rule, test and row.

What is written compiles, and its tests run. Those for a pass and a failure fail until the rule decides something:
nothing pretends to be done.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from aigov.canonical import write_atomic
from aigov.control import Severity
from aigov.errors import UsageError
from aigov.policy.frameworks import load_frameworks
from aigov.resources import bundles_dir, policies_dir

_ID = re.compile(r"[a-z][a-z0-9-]*")

_RULE = """\
# METADATA
# title: {title}
# description: >-
#   Reads which models are called. A pass proves nothing yet: say here what it will prove, and what it will not.
# custom:
#   control: {control}
package aigov.{package}.rules.{slug}

import data.aigov.lib.bom
import data.aigov.lib.gate
import data.aigov.lib.result

results contains answer if some answer in gate.over_ai_use(_needs, _answers)

# Paths of the input without which nothing can be decided: an absent one makes the control undetermined.
_needs := ["models"]

_answers contains _judged(model) if some model in bom.models

_answers contains gate.none_found("model") if count(bom.models) == 0

# Write here what passes and what fails; what cannot be told stays undetermined.
_judged(model) := result.undetermined(
	model.ref, "not-written",
	"This rule is not written yet.",
	bom.evidence(model.ref, model), ["the rule itself, in {slug}.rego"],
)
"""

_TEST = """\
package aigov_test.{package}.{slug}

import data.aigov.{package}.rules.{slug} as rule
import data.aigov_test.testing

results contains answer if some answer in rule.results with data.aigov.lib.facts as testing.facts

needs := ["ai_use", "coverage/known", "coverage/complete", "models"]

# Fails until the rule decides.
test_pass if {{
	found := results with input as testing.desk
	testing.statuses(found) == {{"pass"}}
}}

# Fails until the rule decides. Change what the rule forbids.
test_fail_on_what_is_forbidden if {{
	found := results with input as testing.having("models/0/pinned", "no")
	testing.statuses(found) == {{"fail"}}
}}

test_not_applicable_without_models if {{
	found := results with input as testing.having("models", [])
	testing.says(found, "not_applicable", "system", "none-found")
}}

test_not_applicable_without_ai if {{
	found := results with input as testing.no_ai
	testing.says(found, "not_applicable", "system", "no-ai")
}}

test_undetermined_on_empty_input if {{
	every need in needs {{
		testing.misses(results, need) with input as testing.empty
	}}
}}

test_undetermined_without_each_fact if {{
	every need in needs {{
		testing.misses(results, need) with input as testing.lacking(need)
	}}
}}
"""

_FRAMEWORK = """\
# Own policies. Format: schemas/bundle.schema.json; how rules are written: docs/policies.md.
schema = "aigov.dev/bundle/v1"
id = "{framework}"
package = "{package}"
title = "{framework}"
version = "1"
as_of = "{today}"
url = "https://example.com/{framework}"
"""

_ROW = """
[[controls]]
id = {control}
slug = "{slug}"
title = {title}
citation = {control}
kind = "automated"
rule = "own"
severity = "{severity}"
remediation = "Say what to do where it fails."
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaffold:
    """What was written."""

    rule: Path
    test: Path
    row: Path
    tests: Path | None
    """The folder to name to ``aigov policy test``; None for the shipped policies."""


def write_control(
    framework: str, control: str, *, folder: Path | None, title: str | None, severity: Severity, today: date
) -> Scaffold:
    """Begin a control in ``folder``, or in the checkout that this aigov runs from.

    :param framework: id; of a new one in a folder, its TOML is written too.
    :param control: id, as the framework spells it.
    :param title: what it asks; that of the row, where there is one already.
    :raises UsageError: something would be overwritten, an id cannot be used, or aigov is installed without a checkout.
    :raises EngineError: the TOML that is there is broken.
    """
    slug = slug_of(control)
    if not _ID.fullmatch(framework):
        raise UsageError(
            f"{framework!r} is no id of a framework", where="FRAMEWORK", fix="use lower-case letters, digits and -"
        )
    if folder is None:
        row, rules = _checkout(framework)
    else:
        shipped = [known.id for known in load_frameworks()]
        if framework in shipped:
            raise UsageError(
                f"{framework} is shipped with aigov", where="FRAMEWORK", fix="choose an id of your own for this folder"
            )
        row, rules = folder / f"{framework}.toml", _rules_of(folder, framework)
    rule, test = rules / f"{slug}.rego", rules / f"{slug}_test.rego"
    for path in (rule, test):
        if path.exists():
            raise UsageError("is there already", where=str(path), fix="remove it first, or choose another control")
    package = framework.replace("-", "_")
    text = row.read_text(encoding="utf-8") if row.exists() else _new_framework(framework, package, today)
    asked = title or f"{control} holds"
    if found := _row(text, control):
        text, asked = _with_rule(text, found, control, row)
    else:
        text += _ROW.format(control=_quoted(control), slug=slug, title=_quoted(asked), severity=severity)
    names = {"title": asked, "control": control, "package": _package(text) or package, "slug": slug}
    rules.mkdir(parents=True, exist_ok=True)
    metadata = names | {"title": _yaml(asked), "control": _yaml(control)}
    for path, content in ((row, text), (rule, _RULE.format(**metadata)), (test, _TEST.format(**names))):
        write_atomic(path, content)
    return Scaffold(rule=rule, test=test, row=row, tests=folder)


def slug_of(control: str) -> str:
    """File and package name of a control: ``GOVERN 1.6`` is ``govern_1_6``.

    :raises UsageError: nothing of it can be in a name, or it does not begin as ids do.
    """
    slug = re.sub(r"[^a-z0-9]+", "_", control.casefold()).strip("_")
    if not slug or not control[0].isalnum() or not control.isprintable():
        raise UsageError(f"{control!r} is no id of a control", where="CONTROL", fix="begin with a letter or digit")
    return slug if slug[0].isalpha() else f"clause_{slug}"


def _checkout(framework: str) -> tuple[Path, Path]:
    row = bundles_dir() / f"{framework}.toml"
    if not (bundles_dir().parent / "pyproject.toml").is_file():
        raise UsageError(
            "this aigov is installed, not a checkout", where=framework, fix="add --policy DIR for policies of your own"
        )
    if not row.is_file():
        raise UsageError(
            f"there is no framework {framework!r} here",
            where="FRAMEWORK",
            fix="add --policy DIR to begin one of your own",
        )
    return row, policies_dir() / framework


def _rules_of(folder: Path, framework: str) -> Path:
    """Where the rules go: beside the TOML; in a folder of their own, where several frameworks share the folder."""
    others = [path for path in folder.glob("*.toml") if path.stem != framework]
    own = folder / framework
    return own if own.is_dir() or others else folder


def _new_framework(framework: str, package: str, today: date) -> str:
    return _FRAMEWORK.format(framework=framework, package=package, today=today.isoformat())


def _quoted(text: str) -> str:
    if "\n" in text or not text.isprintable():
        raise UsageError(f"{text!r} is no text of one line", fix="leave out what cannot be printed")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _yaml(text: str) -> str:
    """Text as a value of YAML on one line: in quotes, where it would be something else, as ``9.1`` is a number."""
    import yaml

    try:
        plain = yaml.safe_load(text) == text
    except yaml.YAMLError:
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)


def _row(text: str, control: str) -> re.Match[str] | None:
    """The part of the file that is the control's row."""
    head = re.compile(rf"^\[\[controls\]\]\nid = {re.escape(_quoted(control))}\n(?:(?!\[\[).*\n?)*", re.MULTILINE)
    return head.search(text)


def _with_rule(text: str, found: re.Match[str], control: str, path: Path) -> tuple[str, str]:
    """The file with a rule in the row, which had none, and the row's title."""
    row = found[0]
    if re.search(r"^rule = ", row, re.MULTILINE):
        raise UsageError(f"{control} has a rule already", where=str(path), fix="change that one")
    title = re.search(r'^title = "(.*)"$', row, re.MULTILINE)
    changed = re.sub(r'^kind = "manual"$', 'kind = "automated"\nrule = "own"', row, count=1, flags=re.MULTILINE)
    if not re.search(r"^remediation = ", changed, re.MULTILINE):
        changed = re.sub(
            r"^(severity = .*)$", r'\1\nremediation = "Say what to do where it fails."', changed, flags=re.MULTILINE
        )
    return text[: found.start()] + changed + text[found.end() :], title[1] if title else control


def _package(text: str) -> str | None:
    found = re.search(r'^package = "([a-z0-9_]+)"$', text, re.MULTILINE)
    return found[1] if found else None
