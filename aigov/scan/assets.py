"""What code loads, trains on, uploads and pulls: model files, repositories of a hub, data sets, tuning jobs, prompts.

``assets.toml`` lists the calls. A name is told where the source decides it; a repository is pinned only by the id of a
commit, for tags and branches move.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from aigov.model import Asset, Pinned
from aigov.scan import arguments
from aigov.scan.context import Context
from aigov.scan.facts.engine import CallSite, FileFacts
from aigov.scan.facts.types import CallExpr
from aigov.scan.notes import symbol_of
from aigov.scan.values import Made, Place, Scalar, Symbol, Text, Values, spelled

_COMMIT = re.compile(r"[0-9a-f]{40}")
_MODEL_FILE = re.compile(
    r"model|weights|checkpoint|classifier|estimator|\.(?:pt|pth|ckpt|joblib|pkl|pickle|onnx|h5|keras)\b", re.IGNORECASE
)
What = Literal["load", "hub", "dataset", "tuning", "upload", "prompt"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    what: What
    calls: tuple[re.Pattern[str], ...]
    paths: tuple[str, ...]
    name: tuple[str, ...]
    data: tuple[str, ...]
    revision: tuple[str, ...]
    unsafe: str | None
    unless: Mapping[str, str]
    when: Mapping[str, str]
    text: tuple[str, ...]
    """Arguments that hold the text itself: its digest is noted, not what it says."""
    near: bool
    """Only beside ML, or of what is named as a model is: other programs have pickles, too."""


@cache
def _rules() -> Mapping[str, tuple[_Rule, ...]]:
    """By the last name of the call."""
    rows = tomllib.loads(Path(__file__).with_name("assets.toml").read_text("utf-8"))["rule"]
    found: dict[str, tuple[_Rule, ...]] = {}
    for row in rows:
        calls, paths = row.get("calls", ()), row.get("paths", ())
        rule = _Rule(
            what=row["what"],
            calls=tuple(re.compile(re.escape(call).replace(r"\*", r"\w+")) for call in calls),
            paths=tuple(paths),
            name=tuple(row.get("name", ())),
            data=tuple(row.get("data", ())),
            revision=tuple(row.get("revision", ())),
            unsafe=row.get("unsafe"),
            unless=row.get("unless", {}),
            when=row.get("when", {}),
            text=tuple(row.get("text", ())),
            near=row.get("near", False),
        )
        for tail in {name.rpartition(".")[2].lstrip("*") for name in (*calls, *paths)}:
            found[tail] = (*found.get(tail, ()), rule)
    return found


@cache
def _imported() -> Mapping[str, frozenset[bytes]]:
    """Top module -> words of which a file that imports it holds one, if it makes such a call."""
    found: dict[str, set[bytes]] = {}
    for tail, rules in _rules().items():
        for rule in rules:
            for call in rule.calls:
                root = re.split(r"\W", call.pattern)[0]
                # Whoever imports numpy loads something: what makes it unsafe is rarer.
                found.setdefault(root, set()).add(next(iter(rule.when), tail).encode() if rule.near else tail.encode())
    return {root: frozenset(words) for root, words in found.items()}


@cache
def _words() -> tuple[bytes, ...]:
    """One of these stands in every file that calls a method of a client that is looked for."""
    paths = {path for rules in _rules().values() for rule in rules for path in rule.paths if rule.what != "upload"}
    return (b"fine-tune", *sorted({path.partition(".")[0].encode() for path in paths}))


def _may_hold_any(facts: FileFacts, data: bytes) -> bool:
    """Whether a file can make such a call: cheaper than looking at its calls."""
    wanted = _imported()
    roots = {imported.module.partition(".")[0] for imported in facts.imports if not imported.level}
    words = {word for root in roots for word in wanted.get(root, ())}
    return any(word in data for word in words) or any(word in data for word in _words())


def detect_assets(context: Context, facts: FileFacts, data: bytes, *, ml: bool) -> None:
    """What one file loads, trains on, uploads and pulls.

    :param ml: whether the file uses an ML runtime.
    """
    if not _may_hold_any(facts, data):
        return
    rules = _rules()
    for site in facts.calls:
        wanted = rules.get(site.tail) or (rules["Trainer"] if site.tail.endswith("Trainer") else ())
        expr = facts.call(site) if wanted else None
        if not wanted or expr is None:
            continue
        place = Place(facts, facts.scope_at(site.offset))
        names = [
            (name.replace("()", ""), value)
            for value in context.resolver.resolve(expr.callee, place)
            if isinstance(value, (Symbol, Made)) and (name := spelled(value))
        ]
        for rule in wanted:
            if (taken := _fits(context, facts, rule, names)) is not None:
                _note(context, facts, site, expr, place, rule, taken, ml=ml)
                break


def _fits(
    context: Context, facts: FileFacts, rule: _Rule, names: list[tuple[str, Symbol | Made]]
) -> tuple[str, ...] | None:
    """Slug of the vendor whose client is called, or nothing; None where the rule is of another call."""
    for name, value in names:
        if any(call.fullmatch(name) for call in rule.calls):
            return ()
        symbol = value.symbol if isinstance(value, Made) else value
        if any(name.endswith(f".{path}") for path in rule.paths):
            entries = context.entries(facts.row.family, symbol.module, symbol.names[0] if symbol.names else None)
            if entries:
                return (entries[0].id,)
            if symbol.module.partition(".")[0] in ("boto3", "aioboto3"):
                return ("aws-bedrock",)
    return None


def _note(
    context: Context,
    facts: FileFacts,
    site: CallSite,
    expr: CallExpr,
    place: Place,
    rule: _Rule,
    vendor: tuple[str, ...],
    *,
    ml: bool,
) -> None:
    def values(name: str) -> Values:
        return arguments.argument(context.resolver, expr, name, place)

    def literal(name: str) -> str | None:
        for value in values(name):
            if isinstance(value, Text):
                return value.value
            if isinstance(value, Scalar):
                return str(value.value).lower()
        return None

    met = all(literal(name) == wanted for name, wanted in rule.when.items())
    if rule.what == "upload" and not met:
        return
    named = next((v for key in rule.name for v in values(key) if isinstance(v, Text) and v.value and v.complete), None)
    name = named.value if named else None
    if rule.what == "hub" and name is None and any(isinstance(v, Made) for key in rule.name for v in values(key)):
        return  # what is passed was made elsewhere, and is told there
    # What is called a model tells as much as an import of a library that makes one.
    spoken = name or site.arguments[:200].decode("utf-8", "replace")
    if rule.near and not (ml or _MODEL_FILE.search(spoken)):
        return
    safe = bool(rule.unless) and all(literal(key) == wanted for key, wanted in rule.unless.items())
    unsafe = rule.unsafe if met and not safe else None
    revision, pinned = _revision(rule, name, values)
    written = next((v.value for key in rule.text for v in values(key) if isinstance(v, Text) and v.complete), None)
    context.rows.asset(
        Asset(
            file=facts.path,
            line=site.line,
            what=rule.what,
            symbol=symbol_of(site),
            scope=context.scope(facts.path),
            name=name[:300] if name else None,
            provider=next(iter(vendor), None) if not rule.text else None,  # a text of one's own is nobody's
            data=next((v.value[:300] for key in rule.data for v in values(key) if isinstance(v, Text)), None),
            revision=revision,
            pinned=pinned,
            unsafe=unsafe,
            variable=named.variable if named else None,
            sha256=hashlib.sha256(written.encode("utf-8", "replace")).hexdigest() if written else None,
        )
    )


def _revision(rule: _Rule, name: str | None, values: Callable[[str], Values]) -> tuple[str | None, Pinned | None]:
    """The revision as written, and whether it fixes what is fetched."""
    if not rule.revision or (rule.what == "hub" and name is not None and _is_local(name)):
        return None, None
    key = rule.revision[0]
    if key == "#suffix":
        revision = name.rpartition(":")[2] if name and ":" in name else None
        return revision, "yes" if revision and re.fullmatch(r"[0-9a-f]{8,64}", revision) else "no"
    if key == "#none":
        return None, "no"
    for value in values(key):
        if isinstance(value, Text) and value.complete:
            if value.variable:
                return value.value[:100], "unresolved"
            fixed = _COMMIT.fullmatch(value.value) or rule.what == "prompt"
            return value.value[:100], "yes" if fixed else "no"
        if isinstance(value, Scalar) and value.value is not None:
            return str(value.value), "yes" if rule.what == "prompt" else "no"
        if not isinstance(value, Scalar):
            return None, "unresolved"
    return None, "no" if name else "unresolved"


def _is_local(name: str) -> bool:
    """Whether a name is a path: a repository of a hub is ``owner/name``, or a bare name of old."""
    return name.startswith((".", "/", "~")) or name.count("/") > 1 or "\\" in name
