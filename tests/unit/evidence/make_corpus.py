"""Write the corpus of good and bad bundles: ``python tests/unit/evidence/make_corpus.py``.

Each bundle seals (or pretends to seal) ``fixtures/delivered``. The signer here is written from the DSSE specification
and uses nothing of ``aigov``, so that the corpus also checks aigov's own signer and reader. Its keys are made anew on
each run and thrown away: only the public halves are kept.
"""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

HERE = Path(__file__).resolve().parent
DELIVERED = HERE / "fixtures" / "delivered"
PAYLOAD_TYPE = "application/vnd.in-toto+json"
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551

Json = dict[str, Any]


class Vendor:
    """A key and what it signs."""

    def __init__(self, key: Any) -> None:
        self.key = key
        public = key.public_key()
        der = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        self.key_id = base64.b64encode(hashlib.sha256(der).digest()).decode()
        self.pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)

    def sign(self, payload: bytes, *, payload_type: str = PAYLOAD_TYPE) -> bytes:
        return self.sign_raw(b"DSSEv1 %d %s %d %s" % (len(payload_type), payload_type.encode(), len(payload), payload))

    def sign_raw(self, data: bytes) -> bytes:
        if isinstance(self.key, ed25519.Ed25519PrivateKey):
            return self.key.sign(data)
        signature: bytes = self.key.sign(data, ec.ECDSA(hashes.SHA256()))
        return signature

    def bundle(self, payload: bytes, signature: bytes | None = None) -> Json:
        return {
            "mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json",
            "verificationMaterial": {"publicKey": {"hint": self.key_id}, "tlogEntries": []},
            "dsseEnvelope": {
                "payload": b64(payload),
                "payloadType": PAYLOAD_TYPE,
                "signatures": [{"sig": b64(signature or self.sign(payload))}],
            },
        }


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def dump(document: Any) -> bytes:
    return json.dumps(document, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()


def true_statement() -> Json:
    """The statement that is true of ``fixtures/delivered``, put together by hand."""
    bom = (DELIVERED / "aibom.cdx.json").read_bytes()
    raw = (DELIVERED / "results.json").read_bytes()
    results = json.loads(raw)
    return {
        "_type": "https://in-toto.io/Statement/v1",
        "subject": [
            {"name": "aibom.cdx.json", "digest": {"sha256": hashlib.sha256(bom).hexdigest()}},
            {"name": "results.json", "digest": {"sha256": hashlib.sha256(raw).hexdigest()}},
        ],
        "predicateType": "https://aigov.dev/evidence/v1",
        "predicate": {
            "generator": "aigov 0.1.0",
            "created": "2026-11-03T08:00:05Z",
            "evaluated_at": "2026-11-03T08:00:00Z",
            "source": {
                "name": "support-desk",
                "version": "2.4.0",
                "commit": "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
                "dirty": False,
                "uri": "https://git.example.com/acme/support-desk",
            },
            "engine": {"name": "embedded", "version": "regorus 0.13.0"},
            "frameworks": results["engine"]["bundles"],
            "gate": results["gate"],
            "summary": results["summary"],
            "coverage": results["coverage"],
            "digests": results["digests"],
        },
    }


def changed(document: Json, change: Callable[[Json], object]) -> Json:
    """A deep copy of ``document`` after ``change``."""
    twin = copy.deepcopy(document)
    change(twin)
    return twin


def high_s(signature: bytes) -> bytes:
    """The other signature that ECDSA accepts for the same message."""
    r, s = decode_dss_signature(signature)
    return encode_dss_signature(r, P256_ORDER - s)


def cases(vendor: Vendor, other: Vendor) -> dict[str, tuple[bytes, dict[str, str]]]:
    """Case name to the bundle's bytes and what must fail: check name to a part of its message."""
    statement = true_statement()
    payload = dump(statement)
    good = vendor.bundle(payload)
    found: dict[str, tuple[bytes, dict[str, str]]] = {}

    def raw(name: str, data: bytes, **fails: str) -> None:
        found[name] = (data, fails)

    def bundle(name: str, change: Callable[[Json], object], **fails: str) -> None:
        raw(name, dump(changed(good, change)), **fails)

    def signed(name: str, change: Callable[[Json], object], **fails: str) -> None:
        """The vendor really signed this, so that the signature is no reason to refuse it."""
        raw(name, dump(vendor.bundle(dump(changed(statement, change)))), **fails)

    def material(**fields: Any) -> Callable[[Json], object]:
        return lambda b: b["verificationMaterial"].update(fields)

    def envelope(**fields: Any) -> Callable[[Json], object]:
        return lambda b: b["dsseEnvelope"].update(fields)

    def signature(**fields: Any) -> Callable[[Json], object]:
        return lambda b: b["dsseEnvelope"]["signatures"][0].update(fields)

    def predicate(**fields: Any) -> Callable[[Json], object]:
        return lambda s: s["predicate"].update(fields)

    def subject(index: int, **fields: Any) -> Callable[[Json], object]:
        return lambda s: s["subject"][index].update(fields)

    text = dump(good)
    twice = text.replace(b'"payloadType":', b'"payload":"e30=","payloadType":')
    spare_bits = good["dsseEnvelope"]["signatures"][0]["sig"]
    while not spare_bits.endswith("="):  # a DER signature of 70 to 72 bytes: 72 leave no spare bits
        spare_bits = b64(vendor.sign(payload))

    # The container
    raw("empty", b"", bundle="not JSON")
    raw("truncated-json", text[: len(text) // 2], bundle="not JSON")
    raw("two-documents", text + text, bundle="not JSON")
    raw("not-utf8", text.replace(b"sigstore", b"sigst\xffre"), bundle="not UTF-8")
    raw("byte-order-mark", b"\xef\xbb\xbf" + text, bundle="not JSON")
    raw("array", b"[" + text + b"]", bundle="not a JSON object")
    raw("nested-deeply", b'{"mediaType":' + b"[" * 100_000, bundle="nested more than 200 levels")
    raw("duplicate-key", twice, bundle="'payload' is given twice")
    raw("not-a-number", text.replace(b'"tlogEntries":[]', b'"tlogEntries":NaN'), bundle="NaN is no JSON number")
    bundle(
        "media-type-v0.1",
        lambda b: b.update(mediaType="application/vnd.dev.sigstore.bundle+json;version=0.1"),
        bundle="mediaType",
    )
    bundle("media-type-absent", lambda b: b.pop("mediaType"), bundle="lacks mediaType")
    bundle("unknown-field", lambda b: b.update(note="trust me"), bundle="unknown field 'note'")
    bundle("message-signature", lambda b: b.update(messageSignature=b.pop("dsseEnvelope")), bundle="lacks dsseEnvelope")
    bundle("certificate", material(certificate={"rawBytes": "AAAA"}), bundle="signed with a certificate")
    bundle("material-list", lambda b: b.update(verificationMaterial=[]), bundle="verificationMaterial is not an object")
    bundle("log-entry", material(tlogEntries=[{"logIndex": "1"}]), bundle="transparency-log")
    bundle(
        "timestamp",
        material(timestampVerificationData={"rfc3161Timestamps": [{"signedTimestamp": "AAAA"}]}),
        bundle="timestamps",
    )
    bundle(
        "public-key-in-bundle",
        material(publicKey={"hint": vendor.key_id, "rawBytes": b64(other.pem)}),
        bundle="unknown field 'rawBytes'",
    )
    bundle("hint-absent", material(publicKey={}), bundle="publicKey lacks hint")
    bundle("hint-number", material(publicKey={"hint": 7}), bundle="hint is not a string")
    bundle("payload-type", envelope(payloadType="application/json"), bundle="payloadType")
    bundle("payload-number", envelope(payload=7), bundle="payload is not a string")
    bundle("payload-with-newline", envelope(payload=b64(payload)[:76] + "\n" + b64(payload)[76:]), bundle="not base64")
    bundle("payload-base64url", envelope(payload="-_-_"), bundle="not base64")
    bundle("signature-spare-bits", signature(sig=_other_spare_bits(spare_bits)), bundle="not canonical base64")
    bundle("no-signature", envelope(signatures=[]), bundle="0 signatures")
    bundle("signatures-object", envelope(signatures={}), bundle="no list of signatures")
    bundle(
        "two-signatures",
        lambda b: b["dsseEnvelope"]["signatures"].append(other.bundle(payload)["dsseEnvelope"]["signatures"][0]),
        bundle="2 signatures",
    )
    bundle(
        "same-signature-twice",
        lambda b: b["dsseEnvelope"]["signatures"].append(b["dsseEnvelope"]["signatures"][0]),
        bundle="2 signatures",
    )
    bundle("signature-extension", signature(cert="AAAA"), bundle="unknown field 'cert'")
    bundle("keyid-number", signature(keyid=7), bundle="keyid is not a string")

    # The key
    bundle("hint-of-another-key", material(publicKey={"hint": other.key_id}), key="the bundle names the key")
    bundle("keyid-of-another-key", signature(keyid=other.key_id), key="the bundle names the key")
    raw("other-signer", dump(other.bundle(payload)), key="the bundle names the key", signature="another key")

    # The signature
    better = dump(changed(statement, predicate(gate={"passed": True, "fail_on": ["fail"], "refused_by": []})))
    bundle("tampered-payload", envelope(payload=b64(better)), signature="altered")
    bundle("reformatted-payload", envelope(payload=b64(json.dumps(statement).encode())), signature="altered")
    bundle("empty-payload", envelope(payload=""), signature="altered")
    bundle("swapped-signature", signature(sig=b64(vendor.sign(better))), signature="altered")
    bundle("other-signer-in-disguise", signature(sig=b64(other.sign(payload))), signature="another key")
    bundle("signed-without-pae", signature(sig=b64(vendor.sign_raw(payload))), signature="altered")
    bundle(
        "signed-as-another-type",
        signature(sig=b64(vendor.sign(payload, payload_type="application/json"))),
        signature="altered",
    )
    bundle("empty-signature", signature(sig=""), signature="altered")
    r, s = decode_dss_signature(vendor.sign(payload))
    bundle("signature-not-der", signature(sig=b64(r.to_bytes(32, "big") + s.to_bytes(32, "big"))), signature="altered")
    bundle("signature-with-tail", signature(sig=b64(vendor.sign(payload) + b"\0")), signature="altered")
    bundle("signature-of-zeros", signature(sig=b64(encode_dss_signature(0, 0))), signature="altered")

    # The statement, truly signed
    raw("payload-not-json", dump(vendor.bundle(b"hello")), statement="not JSON")
    raw("payload-array", dump(vendor.bundle(b"[]")), statement="not a JSON object")
    duplicated = payload.replace(
        b'"predicateType":', b'"predicateType":"https://aigov.dev/evidence/v0","predicateType":'
    )
    raw("payload-duplicate-key", dump(vendor.bundle(duplicated)), statement="'predicateType' is given twice")
    signed("statement-v0.1", lambda s: s.update(_type="https://in-toto.io/Statement/v0.1"), statement="_type")
    signed("statement-unknown-field", lambda s: s.update(note="trust me"), statement="unknown field 'note'")
    signed(
        "predicate-type", lambda s: s.update(predicateType="https://slsa.dev/provenance/v1"), statement="predicateType"
    )
    signed("predicate-lacks-gate", lambda s: s["predicate"].pop("gate"), statement="'gate' is a required property")
    signed("predicate-unknown-field", predicate(certified=True), statement="'certified' was unexpected")
    signed("predicate-null", lambda s: s.update(predicate=None), statement="the predicate breaks its schema")
    signed("created-no-date", predicate(created="yesterday"), statement="/created")
    signed("no-subjects", lambda s: s.update(subject=[]), statement="no subjects")
    signed("subject-twice", lambda s: s["subject"].append(s["subject"][0]), statement="is given twice")
    signed(
        "subject-git-commit",
        subject(0, digest={"gitCommit": "4b825dc642cb6eb9a060e54bf8d69288fbee4904"}),
        statement="lacks sha256",
    )
    signed(
        "subject-second-digest", lambda s: s["subject"][0]["digest"].update(sha1="00"), statement="unknown field 'sha1'"
    )
    signed("subject-digest-number", subject(0, digest={"sha256": 7}), statement="not a string")
    signed("subject-uri", subject(0, uri="https://example.com"), statement="unknown field 'uri'")

    # True signature, false statement
    signed("subject-other-digest", subject(0, digest={"sha256": "0" * 64}), files="aibom.cdx.json was altered")
    upper = statement["subject"][0]["digest"]["sha256"].upper()
    signed("subject-upper-case-digest", subject(0, digest={"sha256": upper}), files="aibom.cdx.json was altered")
    signed(
        "subject-absent",
        lambda s: s["subject"].append({"name": "brief.pdf", "digest": {"sha256": "0" * 64}}),
        files="brief.pdf is missing",
    )
    signed(
        "subject-outside",
        lambda s: s["subject"].append(
            {"name": "../vendor.pub", "digest": {"sha256": hashlib.sha256(vendor.pem).hexdigest()}}
        ),
        files="../vendor.pub is missing",
    )
    signed(
        "subject-terminal-escape",
        lambda s: s["subject"].append({"name": "\x1b[2Jok", "digest": {"sha256": "0" * 64}}),
        files="[2Jok is missing",
    )
    signed("subject-left-out", lambda s: s["subject"].pop(1), covered="results.json is not covered")
    signed(
        "gate-improved",
        predicate(gate={"passed": True, "fail_on": ["fail"], "refused_by": []}),
        claims="the signed gate differs",
    )
    signed("gate-number", lambda s: s["predicate"]["gate"].update(fail_on=[]), claims="the signed gate differs")
    signed(
        "summary-improved",
        lambda s: s["predicate"]["summary"][0]["decided"].update(passed=2),
        claims="the signed summary differs",
    )
    signed(
        "commit-swapped", lambda s: s["predicate"]["source"].update(commit="0" * 40), claims="the signed source differs"
    )
    signed(
        "coverage-improved",
        lambda s: s["predicate"]["coverage"].update(files_scanned=41),
        claims="the signed coverage differs",
    )
    signed(
        "revision-swapped",
        lambda s: s["predicate"]["frameworks"][0].update(revision="0" * 64),
        claims="the signed frameworks differs",
    )
    signed(
        "bom-digest-swapped",
        lambda s: s["predicate"]["digests"].update(bom="0" * 64),
        claims="the signed digests differs",
    )
    return found


def _other_spare_bits(text: str) -> str:
    """The same bytes in base64, with a bit set that decoders drop."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    body = text.rstrip("=")
    return body[:-1] + alphabet[alphabet.index(body[-1]) + 1] + text[len(body) :]


def main(target: Path) -> None:
    """Write the whole corpus into ``target``, replacing what is there."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "bad").mkdir(parents=True)
    (target / "good").mkdir()
    vendor, other = (Vendor(ec.generate_private_key(ec.SECP256R1())) for _ in range(2))
    edwards = Vendor(ed25519.Ed25519PrivateKey.generate())
    keys = {
        "vendor": vendor,
        "other": other,
        "ed25519": edwards,
        "p384": Vendor(ec.generate_private_key(ec.SECP384R1())),
        "k256": Vendor(ec.generate_private_key(ec.SECP256K1())),
        "rsa": Vendor(rsa.generate_private_key(65537, 2048)),
    }
    for name, owner in keys.items():
        (target / f"{name}.pub").write_bytes(owner.pem)

    payload = dump(true_statement())
    good = vendor.bundle(payload)
    empty = {"timestampVerificationData": {"rfc3161Timestamps": []}}
    for name, document in {
        "vendor": good,
        "vendor-high-s": vendor.bundle(payload, high_s(vendor.sign(payload))),
        "vendor-no-timestamps": changed(good, lambda b: b["verificationMaterial"].update(empty)),
        "vendor-keyid": changed(good, lambda b: b["dsseEnvelope"]["signatures"][0].update(keyid=vendor.key_id)),
        "vendor-reformatted": vendor.bundle(json.dumps(true_statement(), indent=1).encode()),
        "ed25519": edwards.bundle(payload),
    }.items():
        (target / "good" / f"{name}.sigstore.json").write_bytes(dump(document) + b"\n")

    expected: dict[str, dict[str, str]] = {}
    for name, (data, fails) in cases(vendor, other).items():
        (target / "bad" / f"{name}.sigstore.json").write_bytes(data)
        expected[name] = fails
    (target / "bad" / "expected.json").write_text(json.dumps(expected, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "fixtures" / "corpus")
