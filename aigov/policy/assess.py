"""Assess an AI-BOM: decide every control of the frameworks over it, and judge the gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from difflib import get_close_matches
from typing import Any

from aigov.canonical import canonical_json, sha256_hex
from aigov.catalogue import Catalogue
from aigov.control import Assessment, ControlResult, Override, OverrideOutcome, WaiverOutcome
from aigov.declarations import Declarations, Waiver
from aigov.policy.bundle import Bundle, build_bundle, with_framework
from aigov.policy.engines import Engine
from aigov.policy.frameworks import Framework, load_frameworks
from aigov.policy.gate import judge, parse_fail_on
from aigov.policy.input import build_input, spell_instant
from aigov.policy.judge import control_results
from aigov.policy.overrides import apply_overrides, switch_off
from aigov.policy.scan_word import scan_notices
from aigov.policy.waivers import apply_waivers, check_controls, control_key, normalize_attestations

PARTS = ("libraries", "providers", "models", "artifacts", "mcp_servers", "agents", "tools")
"""Lists of the policy input whose rows are parts of the AI-BOM, and so what a result may be about."""
STALE_AFTER_DAYS = 90
"""Age from which the catalogue's facts about models and terms should not be relied upon."""


def assess(
    *,
    bom: dict[str, Any],
    bom_digest: str,
    declarations: Declarations | None,
    catalogue: Catalogue,
    frameworks: Sequence[Framework],
    engine: Engine,
    evaluated_at: datetime,
    fail_on: Sequence[str] = (),
    known: Sequence[Framework] = (),
    overrides: Sequence[Override] = (),
    bundles: Sequence[Bundle] = (),
) -> Assessment:
    """Decide every control of the frameworks.

    :param bom: a CycloneDX document as ``aigov.bom.reader.read_bom`` returns it.
    :param bom_digest: sha256 of its bytes, hexadecimal.
    :param evaluated_at: aware; rules know no other clock.
    :param fail_on: see ``aigov.policy.gate.parse_fail_on``.
    :param known: frameworks that are not assessed now, but that statements, waivers and overrides may be about;
        the shipped ones always are.
    :param overrides: in ascending order of precedence.
    :param bundles: that are built already; the others are built from the sources of their frameworks.
    :raises UsageError: the BOM, aigov.yaml, an override or ``fail_on`` cannot be used.
    :raises EngineError: a bundle is broken, or the engine gives no answer that can be trusted.
    """
    parse_fail_on(fail_on)  # a typo there must not cost an assessment to be found
    # Also against frameworks that are not assessed now: what is said of them is no typo.
    every = {framework.id: framework for framework in (*load_frameworks(), *known, *frameworks)}
    changed, overridden = apply_overrides(tuple(every.values()), overrides, evaluated_at)
    frameworks = [next(after for after in changed if after.id == framework.id) for framework in frameworks]
    if declarations and (declarations.attestations or declarations.waivers):
        controls = {control_key(c.framework, c.id): c for framework in every.values() for c in framework.controls}
        check_controls(declarations, controls)
        declarations = normalize_attestations(declarations, controls)
    policy_input = build_input(bom, declarations, catalogue, evaluated_at)
    subjects = frozenset(_subjects(policy_input))
    ready = {bundle.framework.id: bundle for bundle in bundles}
    used = [
        with_framework(ready[framework.id], framework) if framework.id in ready else build_bundle(framework, catalogue)
        for framework in frameworks
    ]
    results: list[ControlResult] = []
    for bundle in used:
        report = engine.evaluate(bundle, policy_input)
        results += control_results(bundle.framework, report, subjects, evaluated_at)
    results = list(switch_off(results, overridden))
    assessed = {framework.id.casefold() for framework in frameworks}
    waivers = [w for w in (declarations.waivers if declarations else ()) if w.framework.casefold() in assessed]
    controls_after, outcomes = apply_waivers(results, waivers, evaluated_at)
    digests = {"bom": bom_digest, "policy_input": sha256_hex(canonical_json(policy_input))}
    if declarations:
        digests["declarations"] = declarations.digest
    return Assessment(
        system=_system(policy_input),
        evaluated_at=spell_instant(evaluated_at),
        bundles=tuple(replace(bundle.ref, revision=engine.revision(bundle)) for bundle in used),
        expected=tuple(bundle.ref for bundle in used if engine.revision(bundle) != bundle.revision),
        controls=controls_after,
        gate=judge(controls_after, fail_on),
        waivers=outcomes,
        overrides=tuple(o for o in overridden if o.override.framework in assessed),
        coverage=policy_input["coverage"],
        digests=digests,
        policy_input=policy_input,
        notices=(
            *_notices(declarations, zip(waivers, outcomes, strict=True), policy_input, catalogue, evaluated_at),
            *scan_notices(bom, evaluated_at),
            *_undecided(declarations, controls_after),
            *_overridden(overridden),
            *(
                _DECIDED.format(ref=bundle.ref, other=revision[:12], own=bundle.revision[:12])
                for bundle in used
                if (revision := engine.revision(bundle)) != bundle.revision
            ),
        ),
    )


def _subjects(policy_input: Mapping[str, Any]) -> Iterator[str]:
    yield "system"
    yield policy_input["system"]["ref"]
    for kind in PARTS:
        for row in policy_input.get(kind, ()):
            yield row["ref"]


def _system(policy_input: Mapping[str, Any]) -> dict[str, Any]:
    system = dict(policy_input["system"])
    if "commit" in policy_input["bom"]:
        system["commit"] = policy_input["bom"]["commit"]
    return system


def _notices(
    declarations: Declarations | None,
    waivers: Iterable[tuple[Waiver, WaiverOutcome]],
    policy_input: Mapping[str, Any],
    catalogue: Catalogue,
    at: datetime,
) -> Iterator[str]:
    if declarations is None and policy_input["ai_use"] != "none":
        yield (
            "no aigov.yaml is given, so nothing is owned, approved or stated"
            " (`aigov init` drafts one; `--declarations` names one elsewhere)"
        )
    if declarations:
        for what, where in declarations.unsigned():
            yield f"{where}: nobody stands by {what}, so it counts as absent: add `stated: {{by, on, expires}}` to it"
        for what, where, expires in declarations.expired(at):
            yield f"{where}: the {what} expired on {expires} and counts as absent"
        for waiver, outcome in waivers:
            if outcome.state != "applied":
                yield f"{waiver.where}: {_FATES[outcome.state].format(waiver=outcome)}"
        yield from _unknown_providers(declarations, policy_input, catalogue)
    as_of = catalogue.lifecycle_as_of
    if as_of and (age := (at.astimezone(UTC).date() - date.fromisoformat(as_of)).days) > STALE_AFTER_DAYS:
        yield f"what aigov knows of models is {age} days old ({as_of}): update aigov"


def _undecided(declarations: Declarations | None, results: Iterable[ControlResult]) -> Iterator[str]:
    """Statements on controls that are assessed and that no statement decides."""
    manual = {(r.control.framework, r.control.id) for r in results if r.control.kind == "manual"}
    for entry in declarations.attestations if declarations else ():
        if (entry.framework, entry.control) in manual:
            name = f"{entry.framework}/{entry.control}"
            yield f"{entry.where}: the attestation of {name} decides nothing: the control stays manual"


def _overridden(outcomes: Iterable[OverrideOutcome]) -> Iterator[str]:
    for outcome in outcomes:
        override = outcome.override
        name = f"{override.framework}/{override.control}"
        if outcome.state != "applied":
            yield f"{override.where}: the override of {name} {_IDLE[outcome.state].format(override=override)}"
            continue
        changes = [f"severity {outcome.severity_before} → {override.severity}"] if override.severity else []
        changes += ["switched off"] if override.enabled is False else []
        changes += [f"{parameter} = {value!r}" for parameter, value in sorted((override.parameters or {}).items())]
        yield f"{override.where}: {override.by} overrides {name} ({'; '.join(changes) or 'on'}): {override.reason}"


_IDLE = {
    "expired": "expired on {override.expires} and changes nothing",
    "not_yet": "begins on {override.on} and changes nothing yet",
    "undated": "weakens it without a first and a last day and counts as absent: add `on` and `expires`",
}

_DECIDED = "{ref.framework} was decided by revision {other} of its rules, and not by {own}, which this aigov has"

_FATES = {
    "expired": "the waiver of {waiver.framework}/{waiver.control} expired on {waiver.expires}",
    "not_yet": "the waiver of {waiver.framework}/{waiver.control} does not hold yet",
    "undated": "the waiver of {waiver.framework}/{waiver.control} names no first day and counts as absent: add `on`",
    "unmatched": "the waiver of {waiver.framework}/{waiver.control} for {waiver.subject} matches no failing result",
}


def _unknown_providers(
    declarations: Declarations, policy_input: Mapping[str, Any], catalogue: Catalogue
) -> Iterator[str]:
    """Approvals of a provider that neither the catalogue nor this BOM knows: most likely a typo."""
    known = set(catalogue.entries) | {row["name"] for row in policy_input["providers"]}
    for approval in declarations.providers:
        if approval.provider not in known:
            close = get_close_matches(approval.provider, sorted(known), 1, 0.7)
            hint = f"; did you mean {close[0]}?" if close else ""
            yield f"{approval.where}: approves the unknown provider {approval.provider}{hint}"
