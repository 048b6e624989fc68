from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from aigov.errors import UsageError
from aigov.evidence.keys import KeyPair, generate_keys
from aigov.evidence.signing import sign_folder
from aigov.evidence.verify import CHECKS, Verdict, verify_folder
from aigov.schema import load_schema, violations

CORPUS = Path(__file__).resolve().parent / "fixtures" / "corpus"
EXPECTED = json.loads((CORPUS / "bad" / "expected.json").read_text())


def fails(verdict: Verdict) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for check in verdict.failures:
        found.setdefault(check.name, []).append(check.detail)
    return found


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_bad_bundle_is_refused_for_the_right_reason(name: str, seal: Callable[[Path], Path]) -> None:
    folder = seal(CORPUS / "bad" / f"{name}.sigstore.json")

    verdict = verify_folder(folder, CORPUS / "vendor.pub")

    assert not verdict.ok
    found = fails(verdict)
    assert found.keys() == EXPECTED[name].keys()
    for check, part in EXPECTED[name].items():
        assert part in " ".join(found[check])
    assert not {check.name for check in verdict.checks if check.ok} & found.keys()
    assert all(detail.isprintable() for details in found.values() for detail in details)


def test_corpus_is_complete() -> None:
    assert {path.name.removesuffix(".sigstore.json") for path in (CORPUS / "bad").glob("*.sigstore.json")} == set(
        EXPECTED
    )
    assert {check for expected in EXPECTED.values() for check in expected} == set(CHECKS) - {"results"}


@pytest.mark.parametrize("bundle", sorted((CORPUS / "good").glob("*.json")), ids=lambda p: p.name.split(".")[0])
def test_good_bundle_of_another_signer_holds(bundle: Path, seal: Callable[[Path], Path]) -> None:
    verdict = verify_folder(seal(bundle), CORPUS / f"{bundle.name.split('.')[0].split('-')[0]}.pub")

    assert verdict.ok, verdict.failures
    assert [check.name for check in verdict.checks] == list(CHECKS)
    assert verdict.predicate is not None
    assert verdict.predicate["engine"] == {"name": "embedded", "version": "regorus 0.13.0"}


@pytest.mark.parametrize("algorithm", ["ecdsa-p256", "ed25519"])
def test_own_signature_holds(algorithm: str, delivered: Path, tmp_path: Path) -> None:
    pair = generate_keys(tmp_path / "key", algorithm=algorithm, passphrase=None)  # type: ignore[arg-type]
    sign_folder(delivered, pair.private, passphrase=None)

    verdict = verify_folder(delivered, pair.public)

    assert verdict.ok, verdict.failures
    assert verdict.key.key_id == pair.key_id
    assert verdict.predicate is not None
    assert verdict.predicate["gate"]["passed"] is False


def test_altered_file_is_named(signed: Path, key_pair: KeyPair) -> None:
    brief = signed / "aibom.cdx.json"
    brief.write_bytes(brief.read_bytes() + b"\n")

    found = fails(verify_folder(signed, key_pair.public))

    assert found["files"] == ["aibom.cdx.json was altered after signing"]
    assert found["results"] == ["results.json judged another AI-BOM than aibom.cdx.json"]


def test_improved_results_contradict_every_claim(signed: Path, key_pair: KeyPair) -> None:
    results = signed / "results.json"
    document = json.loads(results.read_text())
    for control in document["controls"]:
        control["status"] = "pass"
    document["gate"] = {"passed": True, "fail_on": ["fail"], "refused_by": []}
    results.write_text(json.dumps(document))

    found = fails(verify_folder(signed, key_pair.public))

    assert found["files"] == ["results.json was altered after signing"]
    assert found["results"] == ["the summary of results.json does not count its own controls"]
    assert found["claims"] == [
        "the signed gate differs from what the files say",
        "the signed summary differs from what the files say",
    ]


@pytest.mark.parametrize("name", ["aibom.cdx.json", "results.json"])
def test_missing_file_is_named(name: str, signed: Path, key_pair: KeyPair) -> None:
    (signed / name).unlink()

    found = fails(verify_folder(signed, key_pair.public))

    assert found["files"] == [f"{name} is missing"]
    assert found["results"] == [f"{name} is missing"]


def test_every_unsigned_thing_in_the_folder_is_named(signed: Path, key_pair: KeyPair, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    (signed / "deep" / "er").mkdir(parents=True)
    (signed / "deep" / "er" / "note.txt").write_text("added")
    (signed / ".hidden").write_text("added")
    (signed / "link").symlink_to(outside)
    (signed / "folder-link").symlink_to(tmp_path)
    os.mkfifo(signed / "pipe")

    found = fails(verify_folder(signed, key_pair.public))

    assert found == {
        "covered": [
            ".hidden is not covered by the signature",
            "deep/er/note.txt is not covered by the signature",
            "folder-link is a symbolic link",
            "link is a symbolic link",
            "pipe is not a regular file",
        ]
    }


def test_subject_replaced_by_a_link_to_the_same_bytes_is_refused(
    signed: Path, key_pair: KeyPair, tmp_path: Path
) -> None:
    moved = Path(shutil.move(signed / "results.json", tmp_path / "results.json"))
    (signed / "results.json").symlink_to(moved)

    found = fails(verify_folder(signed, key_pair.public))

    assert found["files"] == ["results.json cannot be read"]
    assert found["covered"] == ["results.json is a symbolic link"]


def test_bundle_that_is_a_link_is_not_read(signed: Path, key_pair: KeyPair, tmp_path: Path) -> None:
    moved = Path(shutil.move(signed / "evidence.sigstore.json", tmp_path / "moved.json"))
    (signed / "evidence.sigstore.json").symlink_to(moved)

    assert fails(verify_folder(signed, key_pair.public)) == {"bundle": ["there is no readable evidence.sigstore.json"]}


def test_endless_bundle_is_not_read(signed: Path, key_pair: KeyPair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aigov.evidence.folder.MAX_DOCUMENT_BYTES", {"evidence.sigstore.json": 100})

    assert fails(verify_folder(signed, key_pair.public)) == {"bundle": ["there is no readable evidence.sigstore.json"]}


def test_unsigned_and_empty_folders_do_not_verify(delivered: Path, key_pair: KeyPair, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (delivered, tmp_path / "empty"):
        verdict = verify_folder(folder, key_pair.public)
        assert fails(verdict) == {"bundle": ["there is no readable evidence.sigstore.json"]}
        assert not verdict.ok


def test_verdicts_have_their_schema(signed: Path, key_pair: KeyPair, corpus: Path) -> None:
    good, bad = verify_folder(signed, key_pair.public), verify_folder(signed, corpus / "other.pub")

    assert violations("verdict", good.to_dict()) == []
    assert violations("verdict", bad.to_dict()) == []
    assert bad.to_dict()["predicate"] is None
    assert load_schema("verdict")["properties"]["checks"]["items"]["properties"]["name"]["enum"] == list(CHECKS)


def test_nothing_unsigned_is_believed(signed: Path, corpus: Path) -> None:
    verdict = verify_folder(signed, corpus / "other.pub")

    assert fails(verdict).keys() == {"key", "signature"}
    assert verdict.predicate is None
    assert {check.name for check in verdict.checks} == {"bundle", "key", "signature"}


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("p384.pub", "unsupported kind of key (curve secp384r1)"),
        ("k256.pub", "unsupported kind of key (curve secp256k1)"),
        ("rsa.pub", "unsupported kind of key (RSA)"),
        ("absent.pub", "cannot read the key: No such file or directory"),
        ("bad", "cannot read the key: Is a directory"),
        ("bad/empty.sigstore.json", "is not a PEM file"),
    ],
)
def test_unusable_key_is_a_usage_error(key: str, says: str, signed: Path, corpus: Path) -> None:
    with pytest.raises(UsageError) as caught:
        verify_folder(signed, corpus / key)
    assert says in str(caught.value)


def test_private_key_is_not_taken_for_verification(signed: Path, key_pair: KeyPair) -> None:
    with pytest.raises(UsageError, match="this is a private key"):
        verify_folder(signed, key_pair.private)


@pytest.mark.parametrize("place", ["vendor.pub", "sub/vendor.pub"])
def test_key_that_came_with_the_evidence_is_refused(
    place: str, signed: Path, key_pair: KeyPair, tmp_path: Path
) -> None:
    (signed / place).parent.mkdir(exist_ok=True)
    shutil.copy(key_pair.public, signed / place)
    (tmp_path / "innocent.pub").symlink_to(signed / place)

    for key in (signed / place, tmp_path / "innocent.pub"):
        with pytest.raises(UsageError, match="it proves nothing"):
            verify_folder(signed, key)


def test_folder_that_is_none(key_pair: KeyPair, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        verify_folder(tmp_path / "absent", key_pair.public)
    with pytest.raises(UsageError, match="is not a folder"):
        verify_folder(key_pair.private, key_pair.public)


def test_verdict_needs_every_check_to_be_ok(signed: Path, key_pair: KeyPair) -> None:
    verdict = verify_folder(signed, key_pair.public)

    for left_out in CHECKS:
        rest = tuple(check for check in verdict.checks if check.name != left_out)
        assert not Verdict(key=verdict.key, checks=rest, predicate=verdict.predicate).ok
    assert not Verdict(key=verdict.key, checks=()).ok
    with pytest.raises(FrozenInstanceError):
        verdict.checks = ()  # type: ignore[misc]


def test_no_changed_byte_of_the_bundle_goes_unseen(signed: Path, key_pair: KeyPair) -> None:
    """Of a change that verifies, nothing is left once the JSON is read: it was white space."""
    bundle = signed / "evidence.sigstore.json"
    genuine = bundle.read_bytes()
    meaning = json.loads(genuine)
    step = 7  # coprime to the four characters of a base64 group, so that each position in a group is hit
    for position in range(0, len(genuine), step):
        other = b"\x41" if genuine[position : position + 1] != b"\x41" else b"\x42"
        changed = genuine[:position] + other + genuine[position + 1 :]
        bundle.write_bytes(changed)
        if verify_folder(signed, key_pair.public).ok:
            assert json.loads(changed) == meaning, position


def test_no_changed_byte_of_a_file_goes_unseen(signed: Path, key_pair: KeyPair) -> None:
    for name in ("aibom.cdx.json", "results.json"):
        genuine = (signed / name).read_bytes()
        for position in range(0, len(genuine), 211):
            (signed / name).write_bytes(genuine[:position] + b"\x07" + genuine[position + 1 :])
            assert f"{name} was altered after signing" in fails(verify_folder(signed, key_pair.public))["files"]
        (signed / name).write_bytes(genuine)
    assert verify_folder(signed, key_pair.public).ok
