from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aigov.errors import AigovError, EvidenceError, UsageError
from aigov.evidence.keys import KeyPair, PrivateKey, generate_keys, load_private_key, load_public_key
from aigov.evidence.signing import sign_folder
from aigov.evidence.verify import verify_folder


def statement_of(folder: Path) -> dict[str, Any]:
    bundle = json.loads((folder / "evidence.sigstore.json").read_text())
    statement: dict[str, Any] = json.loads(base64.b64decode(bundle["dsseEnvelope"]["payload"]))
    return statement


def test_bundle_has_the_fields_that_cosign_reads_and_no_other(signed: Path, key_pair: KeyPair) -> None:
    bundle = json.loads((signed / "evidence.sigstore.json").read_text())

    assert bundle.keys() == {"mediaType", "verificationMaterial", "dsseEnvelope"}
    assert bundle["mediaType"] == "application/vnd.dev.sigstore.bundle.v0.3+json"
    assert bundle["verificationMaterial"] == {"publicKey": {"hint": key_pair.key_id}, "tlogEntries": []}
    assert bundle["dsseEnvelope"]["payloadType"] == "application/vnd.in-toto+json"
    assert [set(signature) for signature in bundle["dsseEnvelope"]["signatures"]] == [{"sig"}]


def test_same_files_time_and_ed25519_key_give_the_same_bytes(
    delivered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793704805")
    pair = generate_keys(tmp_path / "key", algorithm="ed25519", passphrase=None)

    first = sign_folder(delivered, pair.private, passphrase=None).read_bytes()
    second = sign_folder(delivered, pair.private, passphrase=None).read_bytes()

    assert first == second
    assert statement_of(delivered)["predicate"]["created"] == "2026-11-03T11:20:05Z"


def test_signing_anew_replaces_the_bundle(signed: Path, key_pair: KeyPair, tmp_path: Path) -> None:
    (signed / "brief.html").write_text("<p>")
    other = generate_keys(tmp_path / "other", passphrase=None)

    sign_folder(signed, other.private, passphrase=None)

    assert [s["name"] for s in statement_of(signed)["subject"]] == ["aibom.cdx.json", "brief.html", "results.json"]
    assert verify_folder(signed, other.public).ok
    assert not verify_folder(signed, key_pair.public).ok


def test_encrypted_key_signs_with_its_passphrase(delivered: Path, tmp_path: Path) -> None:
    pair = generate_keys(tmp_path / "key", passphrase=b"correct horse")

    sign_folder(delivered, pair.private, passphrase=lambda: b"correct horse")

    assert verify_folder(delivered, pair.public).ok


def link_results(folder: Path) -> None:
    (folder / "results.json").rename(folder.parent / "moved.json")
    (folder / "results.json").symlink_to(folder.parent / "moved.json")


def improve(folder: Path) -> None:
    results = folder / "results.json"
    results.write_text(results.read_text().replace('"passed": false', '"passed": true'))


REFUSALS: dict[str, tuple[Callable[[Path], object], str]] = {
    "no AI-BOM": (lambda f: (f / "aibom.cdx.json").unlink(), "aibom.cdx.json is missing"),
    "no results": (lambda f: (f / "results.json").unlink(), "results.json is missing"),
    "nothing": (lambda f: [p.unlink() for p in f.iterdir()], "aibom.cdx.json is missing"),
    "a link": (link_results, "results.json is a symbolic link"),
    "a link to a folder": (lambda f: (f / "up").symlink_to(f.parent), "up is a symbolic link"),
    "a changed AI-BOM": (
        lambda f: (f / "aibom.cdx.json").write_text('{"bomFormat": "CycloneDX"}'),
        "judged another AI-BOM",
    ),
    "contradictory results": (improve, "passed and was refused"),
    "results of another schema": (lambda f: (f / "results.json").write_text("{}"), "breaks its schema"),
}


@pytest.mark.parametrize("case", sorted(REFUSALS))
def test_what_must_not_be_signed_leaves_no_bundle(case: str, delivered: Path, key_pair: KeyPair) -> None:
    spoil, says = REFUSALS[case]
    spoil(delivered)
    before = sorted(p.name for p in delivered.iterdir())

    with pytest.raises(EvidenceError) as caught:
        sign_folder(delivered, key_pair.private, passphrase=None)

    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert sorted(p.name for p in delivered.iterdir()) == before


def test_folder_for_others_must_not_hold_the_private_key(delivered: Path, key_pair: KeyPair) -> None:
    shutil.copy(key_pair.private, delivered / "vendor")
    with pytest.raises(EvidenceError, match="vendor is a private key"):
        sign_folder(delivered, delivered / "vendor", passphrase=None)


def test_refused_folder_asks_for_no_passphrase(delivered: Path, key_pair: KeyPair) -> None:
    (delivered / "results.json").unlink()

    def ask() -> bytes:
        raise AssertionError("asked although nothing can be signed")

    with pytest.raises(EvidenceError, match="missing"):
        sign_folder(delivered, key_pair.private, passphrase=ask)


def test_public_key_given_to_sign(delivered: Path, key_pair: KeyPair) -> None:
    with pytest.raises(UsageError, match="this is a public key"):
        sign_folder(delivered, key_pair.public, passphrase=None)
    assert not (delivered / "evidence.sigstore.json").exists()


def test_folder_that_is_none(tmp_path: Path, key_pair: KeyPair) -> None:
    with pytest.raises(AigovError, match="does not exist") as caught:
        sign_folder(tmp_path / "absent", key_pair.private, passphrase=None)
    assert caught.value.exit_code == 2


def test_signature_that_its_public_key_denies_is_not_written(
    delivered: Path, key_pair: KeyPair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = generate_keys(tmp_path / "other", passphrase=None)
    genuine = load_private_key(key_pair.private, None)
    damaged = PrivateKey(public=load_public_key(other.public), signer=genuine.signer)
    monkeypatch.setattr("aigov.evidence.signing.load_private_key", lambda *_, **__: damaged)

    with pytest.raises(EvidenceError, match="does not verify; nothing was written"):
        sign_folder(delivered, key_pair.private, passphrase=None)

    assert not (delivered / "evidence.sigstore.json").exists()
