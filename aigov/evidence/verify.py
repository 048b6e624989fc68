"""Check delivered evidence with nothing but the files and the sender's public key.

The key given by the caller is the only one that counts; the bundle's hint can make verification fail, never pass.
Nothing in the payload is believed, or even read, before its signature holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aigov.canonical import canonical_json
from aigov.errors import UsageError
from aigov.evidence.bundle import SignedPayload, parse_bundle
from aigov.evidence.folder import Folder, read_folder
from aigov.evidence.keys import PublicKey, load_public_key
from aigov.evidence.statement import (
    PAYLOAD_TYPE,
    SIGNERS_WORD,
    Documents,
    contradictions,
    derive_claims,
    parse_statement,
    read_documents,
)
from aigov.settings import EVIDENCE_FILE
from aigov.strict_json import MalformedError

CHECKS = ("bundle", "key", "signature", "statement", "files", "covered", "results", "claims")
"""Every check, in order; evidence is good only when each of them was made and held."""

_MAX_DETAIL = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One question that was put to the evidence."""

    name: str
    """One of ``CHECKS``; a name comes several times when several things fail."""
    ok: bool
    detail: str
    """One printable line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came out of a verification."""

    key: PublicKey
    """The key that the evidence was checked with."""
    checks: tuple[Check, ...]
    """Ends early when the signature does not hold: what follows would be about words of an unknown author."""
    predicate: Mapping[str, Any] | None = None
    """What the signer states; None unless the signature holds and the statement has the right form."""

    @property
    def ok(self) -> bool:
        """Whether every check was made, and each of them held."""
        return {check.name for check in self.checks} == set(CHECKS) and all(check.ok for check in self.checks)

    @property
    def failures(self) -> tuple[Check, ...]:
        """The checks that did not hold."""
        return tuple(check for check in self.checks if not check.ok)

    def to_dict(self) -> dict[str, Any]:
        """The verdict as ``aigov verify --format json`` prints it."""
        return {
            "schema": "aigov.dev/verdict/v1",
            "ok": self.ok,
            "key": {"algorithm": self.key.algorithm, "id": self.key.key_id},
            "checks": [{"name": check.name, "ok": check.ok, "detail": check.detail} for check in self.checks],
            "predicate": self.predicate,
        }


def verify_folder(directory: Path, public_key: Path) -> Verdict:
    """Check the evidence in ``directory`` against ``public_key``, without network, clock or configuration.

    :raises UsageError: there is no such folder or key, the key is a private one, or it came inside the folder.
    """
    key = load_public_key(public_key)
    if public_key.resolve().is_relative_to(directory.resolve()):
        raise UsageError(
            "the key lies in the folder that it is to verify, so it proves nothing",
            where=str(public_key),
            fix="get the sender's key by another route, e.g. their website",
        )
    folder = read_folder(directory)
    checks: list[Check] = []
    signed = _check_bundle(folder, key, checks)
    if signed is None or any(not check.ok for check in checks):
        return Verdict(key=key, checks=tuple(checks))
    try:
        subjects, predicate = parse_statement(signed.payload)
    except MalformedError as error:
        checks.append(_failed("statement", str(error)))
        return Verdict(key=key, checks=tuple(checks))
    checks.append(_held("statement", f"in-toto Statement v1 of {predicate['created']}, {len(subjects)} subjects"))
    checks.extend(_check_files(folder, subjects))
    checks.extend(_check_covered(folder, subjects))
    checks.extend(_check_documents(folder, predicate))
    return Verdict(key=key, checks=tuple(checks), predicate=predicate)


def _check_bundle(folder: Folder, key: PublicKey, checks: list[Check]) -> SignedPayload | None:
    data = folder.documents.get(EVIDENCE_FILE)
    if data is None:
        checks.append(_failed("bundle", f"there is no readable {EVIDENCE_FILE}"))
        return None
    try:
        signed = parse_bundle(data)
    except MalformedError as error:
        checks.append(_failed("bundle", f"{EVIDENCE_FILE}: {error}"))
        return None
    checks.append(_held("bundle", "Sigstore bundle v0.3 with one signature"))
    named = {signed.hint, signed.keyid or signed.hint}
    if named == {key.key_id}:
        checks.append(_held("key", f"{key.algorithm} {key.key_id}"))
    else:
        other = next(iter(sorted(named - {key.key_id})))
        checks.append(_failed("key", f"the bundle names the key {other}, the given key is {key.key_id}"))
    if _signature_holds(signed, key):
        checks.append(_held("signature", "made with the given key over exactly this statement"))
    else:
        checks.append(_failed("signature", "not made with the given key over this statement: altered, or another key"))
    return signed


def _signature_holds(signed: SignedPayload, key: PublicKey) -> bool:
    from securesystemslib.dsse import Envelope
    from securesystemslib.exceptions import UnverifiedSignatureError
    from securesystemslib.signer import Signature

    # Labelled with the given key's own id, because securesystemslib skips signatures with another keyid.
    signature = Signature(key.key_id, signed.signature.hex())
    try:
        key.verifier.verify_signature(signature, Envelope(signed.payload, PAYLOAD_TYPE, {}).pae())
    except UnverifiedSignatureError:  # the base of VerificationError, not its subclass
        return False
    return True


def _check_files(folder: Folder, subjects: Mapping[str, str]) -> Iterator[Check]:
    """Each subject is there, unchanged. Subjects are looked up among the files found, never opened by name."""
    refused = {item.name for item in folder.refused}
    whole = True
    for name, digest in subjects.items():
        if name not in folder.digests:
            whole = False
            yield _failed("files", f"{name} {'cannot be read' if name in refused else 'is missing'}")
        elif folder.digests[name] != digest:
            whole = False
            yield _failed("files", f"{name} was altered after signing")
    if whole:
        yield _held("files", f"{len(subjects)} files are there, unaltered")


def _check_covered(folder: Folder, subjects: Mapping[str, str]) -> Iterator[Check]:
    strays = [f"{name} is not covered by the signature" for name in folder.digests if name not in subjects]
    strays += [f"{item.name} {item.reason}" for item in folder.refused]
    for stray in strays:
        yield _failed("covered", stray)
    if not strays:
        yield _held("covered", "the folder holds nothing else")


def _check_documents(folder: Folder, predicate: Mapping[str, Any]) -> Iterator[Check]:
    try:
        documents = read_documents(folder)
    except MalformedError as error:
        yield _failed("results", str(error))
        return
    found = contradictions(documents)
    for contradiction in found:
        yield _failed("results", contradiction)
    if not found:
        yield _held("results", "the results judged this AI-BOM and agree with themselves")
    yield from _check_claims(documents, predicate)


def _check_claims(documents: Documents, predicate: Mapping[str, Any]) -> Iterator[Check]:
    """The signed claims are those that the files yield. Compared as bytes: to Python, 1 equals true."""
    derived = derive_claims(documents)
    stated = {name: value for name, value in predicate.items() if name not in SIGNERS_WORD}
    differing = [
        name
        for name in sorted(derived.keys() | stated.keys())
        if canonical_json(derived.get(name)) != canonical_json(stated.get(name))
    ]
    for name in differing:
        yield _failed("claims", f"the signed {name} differs from what the files say")
    if not differing:
        yield _held("claims", "every signed claim follows from the files")


def _held(name: str, detail: str) -> Check:
    return Check(name=name, ok=True, detail=_one_line(detail))


def _failed(name: str, detail: str) -> Check:
    return Check(name=name, ok=False, detail=_one_line(detail))


def _one_line(text: str) -> str:
    """Names in hostile evidence must not move the reader's cursor."""
    shown = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
    return shown if len(shown) <= _MAX_DETAIL else shown[: _MAX_DETAIL - 1] + "…"
