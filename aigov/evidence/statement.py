"""The in-toto Statement v1 about a delivered folder: one subject a file, and claims that the files themselves prove.

The predicate is derived from the AI-BOM and the results, and ``verify`` derives it again, so a signed claim can never
differ from the delivered files. Only ``created`` and ``engine`` rest on the signer's word.

Statement: https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
Predicate: ``schemas/evidence-predicate.schema.json``
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aigov.canonical import canonical_json
from aigov.errors import UsageError
from aigov.evidence.folder import Folder
from aigov.schema import violations
from aigov.settings import BOM_FILE, RESULTS_FILE
from aigov.strict_json import MalformedError, expect_keys, parse_object

STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
PREDICATE_TYPE = "https://aigov.dev/evidence/v1"
PAYLOAD_TYPE = "application/vnd.in-toto+json"

SIGNERS_WORD = frozenset({"created", "engine"})
"""Predicate fields that no delivered file can confirm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """The two delivered documents that claims are derived from."""

    bom: Mapping[str, Any] = field(repr=False)
    bom_sha256: str
    results: Mapping[str, Any] = field(repr=False)


def read_documents(folder: Folder) -> Documents:
    """Parse the AI-BOM and the results of ``folder``, the results against their schema.

    :raises MalformedError: one is missing or is not what its name says; the text begins with the file's name.
    """
    bom = _document(folder, BOM_FILE)
    if bom.get("bomFormat") != "CycloneDX":
        raise MalformedError(f"{BOM_FILE} is not a CycloneDX document")
    results = _document(folder, RESULTS_FILE)
    if broken := violations("results", results, limit=1):
        raise MalformedError(
            f"{RESULTS_FILE} breaks its schema at {broken[0].pointer or '/'}: {broken[0].message[:160]}"
        )
    return Documents(bom=bom, bom_sha256=folder.digests[BOM_FILE], results=results)


def contradictions(documents: Documents) -> list[str]:
    """Where the results contradict the AI-BOM or themselves, one line each; empty when all agrees."""
    results, bom = documents.results, documents.bom
    found = []
    if results["digests"]["bom"] != documents.bom_sha256:
        found.append(f"{RESULTS_FILE} judged another AI-BOM than {BOM_FILE}")
    judged, scanned = results["system"].get("commit"), _bom_property(bom, "aigov:scan:commit")
    if judged and scanned and judged != scanned:
        found.append(f"{RESULTS_FILE} names commit {judged}, {BOM_FILE} names {scanned}")
    bundles = [bundle["framework"] for bundle in results["engine"]["bundles"]]
    if len(set(bundles)) != len(bundles):
        found.append(f"{RESULTS_FILE} names a framework twice")
    if stray := sorted({control["framework"] for control in results["controls"]} - set(bundles)):
        found.append(f"{RESULTS_FILE} has controls of {stray[0]}, which is not among its bundles")
    if canonical_json(results["summary"]) != canonical_json(_summary(results)):
        found.append(f"the summary of {RESULTS_FILE} does not count its own controls")
    gate = results["gate"]
    listed = {f"{control['framework']}/{control['control']}" for control in results["controls"]}
    if unlisted := sorted(set(gate["refused_by"]) - listed):
        found.append(f"the gate of {RESULTS_FILE} was refused by {unlisted[0]}, which is not among its controls")
    if gate["passed"] and gate["refused_by"]:
        found.append(f"the gate of {RESULTS_FILE} passed and was refused by {gate['refused_by'][0]}")
    return found


def derive_claims(documents: Documents) -> dict[str, Any]:
    """The predicate without the fields in ``SIGNERS_WORD``: what AI-BOM and results prove."""
    results, bom = documents.results, documents.bom
    source: dict[str, Any] = dict(results["system"])
    dirty = _bom_property(bom, "aigov:scan:dirty")
    if dirty in ("true", "false"):
        source["dirty"] = dirty == "true"
    if uri := _bom_repository(bom):
        source["uri"] = uri
    return {
        "generator": results["generator"],
        "evaluated_at": results["evaluated_at"],
        "source": source,
        "frameworks": results["engine"]["bundles"],
        "gate": results["gate"],
        "summary": _summary(results),
        "coverage": results["coverage"],
        "digests": results["digests"],
    }


def build_statement(
    folder: Folder, documents: Documents, *, created: str, engine: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The Statement about ``folder``: its subjects are sorted by name, their only digest is SHA-256.

    ``engine`` is ``{"name": …, "version": …}`` of the policy engine, where the caller evaluated with it.

    :raises MalformedError: the predicate would break its schema.
    """
    predicate = derive_claims(documents) | {"created": created}
    if engine:
        predicate["engine"] = dict(engine)
    check_predicate(predicate)
    return {
        "_type": STATEMENT_TYPE,
        # No gitCommit digest here: sigstore-python rejects a statement whose subjects carry one.
        "subject": [{"name": name, "digest": {"sha256": digest}} for name, digest in sorted(folder.digests.items())],
        "predicateType": PREDICATE_TYPE,
        "predicate": predicate,
    }


def parse_statement(payload: bytes) -> tuple[dict[str, str], dict[str, Any]]:
    """Subjects (name to SHA-256) and predicate of a Statement, checked field by field.

    :raises MalformedError: the payload is not a Statement v1 with an aigov predicate and SHA-256 subjects.
    """
    statement = parse_object(payload)
    expect_keys(statement, "the statement", required=frozenset({"_type", "subject", "predicateType", "predicate"}))
    if statement["_type"] != STATEMENT_TYPE:
        raise MalformedError(f"the statement's _type is not {STATEMENT_TYPE}")
    if statement["predicateType"] != PREDICATE_TYPE:
        raise MalformedError(f"the predicateType is {statement['predicateType']!r}, not {PREDICATE_TYPE}")
    if not isinstance(statement["subject"], list) or not statement["subject"]:
        raise MalformedError("the statement has no subjects")
    subjects: dict[str, str] = {}
    for subject in statement["subject"]:
        expect_keys(subject, "a subject", required=frozenset({"name", "digest"}))
        expect_keys(subject["digest"], "a subject's digest", required=frozenset({"sha256"}))
        name, digest = subject["name"], subject["digest"]["sha256"]
        if not isinstance(name, str) or not isinstance(digest, str):
            raise MalformedError("a subject's name or digest is not a string")
        if name in subjects:
            raise MalformedError(f"the subject {name!r} is given twice")
        subjects[name] = digest
    check_predicate(statement["predicate"])
    return subjects, statement["predicate"]


def check_predicate(predicate: Any) -> None:
    """Check a predicate against ``schemas/evidence-predicate.schema.json``.

    :raises MalformedError: it breaks the schema.
    """
    if broken := violations("evidence-predicate", predicate, limit=1):
        raise MalformedError(
            f"the predicate breaks its schema at {broken[0].pointer or '/'}: {broken[0].message[:160]}"
        )


def creation_time(environment: Mapping[str, str] = os.environ) -> str:
    """Now, or ``SOURCE_DATE_EPOCH`` when it is set, as RFC 3339 in UTC with whole seconds.

    :raises UsageError: ``SOURCE_DATE_EPOCH`` is no number of seconds since 1970.
    """
    text = environment.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(text), UTC) if text else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"{text!r} is not a number of seconds since 1970",
            where="SOURCE_DATE_EPOCH",
            fix="unset it or give a number",
        ) from error
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _document(folder: Folder, name: str) -> dict[str, Any]:
    if name not in folder.documents:
        raise MalformedError(f"{name} is missing")
    try:
        return parse_object(folder.documents[name])
    except MalformedError as error:
        raise MalformedError(f"{name}: {error}") from error


def _summary(results: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The summary counted anew from the controls, in the order of the bundles."""
    return [_count(bundle, results["controls"]) for bundle in results["engine"]["bundles"]]


def _count(bundle: Mapping[str, Any], controls: list[Mapping[str, Any]]) -> dict[str, Any]:
    own = [control for control in controls if control["framework"] == bundle["framework"]]
    statuses = Counter(control["status"] for control in own)
    return {
        "framework": bundle["framework"],
        "title": bundle["title"],
        "controls": len(own),
        "decided": _score(own, "automated"),
        "attested": _score(own, "declared"),
        "manual": statuses["manual"],
        "statuses": {status: count for status, count in sorted(statuses.items()) if count},
    }


def _score(controls: list[Mapping[str, Any]], kind: str) -> dict[str, int]:
    applicable = [c["status"] for c in controls if c["kind"] == kind and c["status"] != "not_applicable"]
    return {"passed": applicable.count("pass"), "of": len(applicable)}


def _bom_property(bom: Mapping[str, Any], name: str) -> str | None:
    """A value of ``metadata.properties``; None also for a BOM of another shape, which says nothing that we claim."""
    metadata = bom.get("metadata")
    properties = metadata.get("properties") if isinstance(metadata, dict) else None
    for row in properties if isinstance(properties, list) else ():
        if isinstance(row, dict) and row.get("name") == name and isinstance(row.get("value"), str):
            value: str = row["value"]
            return value
    return None


def _bom_repository(bom: Mapping[str, Any]) -> str | None:
    metadata = bom.get("metadata")
    component = metadata.get("component") if isinstance(metadata, dict) else None
    references = component.get("externalReferences") if isinstance(component, dict) else None
    for row in references if isinstance(references, list) else ():
        if isinstance(row, dict) and row.get("type") == "vcs" and isinstance(row.get("url"), str):
            url: str = row["url"]
            return url
    return None
