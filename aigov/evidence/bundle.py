"""The file that carries a signature: a DSSE envelope inside a Sigstore bundle v0.3, made with a key of one's own.

Bundle: https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto
Envelope: https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from typing import Any

from aigov.evidence.statement import PAYLOAD_TYPE
from aigov.strict_json import MalformedError, expect_keys, parse_object

MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPayload:
    """What a bundle carries."""

    payload: bytes = field(repr=False)
    signature: bytes
    """ECDSA: DER of (r, s). Ed25519: 64 bytes."""
    hint: str
    """Which key is meant. A hint for people and for lookup: it is not signed and chooses nothing."""
    keyid: str | None = None
    """The envelope's own, equally unsigned hint; other signers may write one."""


def write_bundle(signed: SignedPayload) -> dict[str, Any]:
    """The bundle as a plain dict. No unknown field: cosign reads it with a strict protobuf JSON parser."""
    return {
        "mediaType": MEDIA_TYPE,
        "verificationMaterial": {"publicKey": {"hint": signed.hint}, "tlogEntries": []},
        "dsseEnvelope": {
            "payload": base64.b64encode(signed.payload).decode(),
            "payloadType": PAYLOAD_TYPE,
            # No keyid: cosign compares it with the key's SSH fingerprint, and skips the signature when they differ.
            "signatures": [{"sig": base64.b64encode(signed.signature).decode()}],
        },
    }


def parse_bundle(data: bytes) -> SignedPayload:
    """Read a bundle that aigov could have written; anything more than that is refused, not ignored.

    :raises MalformedError: another media or payload type, not exactly one signature, a certificate, log entries or
        timestamps (which aigov does not check), an unknown field, or base64 that is not canonical.
    """
    bundle = parse_object(data)
    expect_keys(bundle, "the bundle", required=frozenset({"mediaType", "verificationMaterial", "dsseEnvelope"}))
    if bundle["mediaType"] != MEDIA_TYPE:
        raise MalformedError(f"the mediaType is {bundle['mediaType']!r}, not {MEDIA_TYPE}")

    material = bundle["verificationMaterial"]
    _only_a_key(material)
    expect_keys(
        material,
        "verificationMaterial",
        required=frozenset({"publicKey"}),
        optional=frozenset({"tlogEntries", "timestampVerificationData"}),
    )
    expect_keys(material["publicKey"], "publicKey", required=frozenset({"hint"}))

    envelope = bundle["dsseEnvelope"]
    expect_keys(envelope, "dsseEnvelope", required=frozenset({"payload", "payloadType", "signatures"}))
    if envelope["payloadType"] != PAYLOAD_TYPE:
        raise MalformedError(f"the payloadType is {envelope['payloadType']!r}, not {PAYLOAD_TYPE}")
    signatures = envelope["signatures"]
    if not isinstance(signatures, list) or len(signatures) != 1:
        count = len(signatures) if isinstance(signatures, list) else "no list of"
        raise MalformedError(f"the envelope has {count} signatures, not exactly one")
    expect_keys(signatures[0], "the signature", required=frozenset({"sig"}), optional=frozenset({"keyid"}))
    return SignedPayload(
        payload=_base64(envelope["payload"], "payload"),
        signature=_base64(signatures[0]["sig"], "sig"),
        hint=_text(material["publicKey"]["hint"], "hint"),
        keyid=_text(signatures[0]["keyid"], "keyid") if "keyid" in signatures[0] else None,
    )


def _only_a_key(material: Any) -> None:
    """Say it plainly when a bundle is sound Sigstore, only of a kind that is not checked here."""
    if not isinstance(material, dict):
        return
    if "certificate" in material or "x509CertificateChain" in material:
        raise MalformedError("the bundle was signed with a certificate, not with a key; check it with cosign")
    if material.get("tlogEntries"):
        raise MalformedError("the bundle carries transparency-log entries, which aigov does not check; use cosign")
    if material.get("timestampVerificationData") not in (None, {}, {"rfc3161Timestamps": []}):
        raise MalformedError("the bundle carries timestamps, which aigov does not check; use cosign")


def _text(value: Any, what: str) -> str:
    if not isinstance(value, str):
        raise MalformedError(f"{what} is not a string")
    return value


def _base64(value: Any, what: str) -> bytes:
    text = _text(value, what)
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedError(f"{what} is not base64") from error
    # The last character may hide spare bits: two texts, one meaning.
    if base64.b64encode(data).decode() != text:
        raise MalformedError(f"{what} is not canonical base64")
    return data
