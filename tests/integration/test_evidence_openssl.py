"""The recipes of docs/evidence.md, run as they stand: a buyer needs openssl, jq and coreutils, and no aigov."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from aigov.evidence.keys import ALGORITHMS, Algorithm, KeyPair, generate_keys
from aigov.evidence.signing import sign_folder

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "unit" / "evidence" / "fixtures"
DOCUMENT = ROOT / "docs" / "evidence.md"
SIGNATURE_STEP = {"ecdsa-p256": "openssl dgst", "ed25519": "openssl pkeyutl"}

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")
needs_jq = pytest.mark.skipif(
    not (shutil.which("jq") and shutil.which("sha256sum")), reason="jq or sha256sum is not installed"
)


def recipe(algorithm: Algorithm) -> str:
    """The shell blocks of the section, in order, without the signature step of the other algorithm."""
    text = DOCUMENT.read_text()
    section = text.split("\n## Checking without aigov\n")[1].split("\n## ")[0]
    blocks = re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 5
    unwanted = [step for kind, step in SIGNATURE_STEP.items() if kind != algorithm]
    return "".join(block for block in blocks if not any(block.startswith(step) for step in unwanted))


def run_recipe(folder: Path, algorithm: Algorithm) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-eu"], input=recipe(algorithm), cwd=folder, capture_output=True, text=True)


@pytest.fixture(scope="module", params=ALGORITHMS)
def vendor(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> KeyPair:
    return generate_keys(tmp_path_factory.mktemp("vendor") / "vendor", algorithm=request.param, passphrase=b"pass")


@pytest.fixture
def received(vendor: KeyPair, tmp_path: Path) -> Path:
    """What a buyer holds: the folder, and beside it the vendor's public key."""
    folder = Path(shutil.copytree(FIXTURES / "delivered", tmp_path / "aigov-out"))
    (folder / "brief").mkdir()
    (folder / "brief" / "for buyers.html").write_text("<p>")
    sign_folder(folder, vendor.private, passphrase=b"pass")
    shutil.copy(vendor.public, tmp_path / "vendor.pub")
    return folder


@needs_jq
def test_recipe_accepts_what_aigov_signed(received: Path, vendor: KeyPair) -> None:
    done = run_recipe(received, vendor.algorithm)

    assert done.returncode == 0, done.stderr
    assert "for buyers.html: OK" in done.stdout
    assert '"name": "support-desk"' in done.stdout


@needs_jq
@pytest.mark.parametrize("harm", ["alter", "remove", "add", "payload", "signature", "key", "link"])
def test_recipe_refuses(harm: str, received: Path, vendor: KeyPair) -> None:
    bundle = received / "evidence.sigstore.json"
    document = json.loads(bundle.read_text())
    envelope = document["dsseEnvelope"]
    match harm:
        case "alter":
            (received / "results.json").write_text("{}")
        case "remove":
            (received / "brief" / "for buyers.html").unlink()
        case "add":
            (received / "brief" / "more.html").write_text("<p>")
        case "link":
            (received / "brief" / "more.html").symlink_to("for buyers.html")
        case "payload":
            payload = base64.b64decode(envelope["payload"]).replace(b'"passed":false', b'"passed":true')
            envelope["payload"] = base64.b64encode(payload).decode()
        case "signature":
            envelope["signatures"][0]["sig"] = base64.b64encode(b"\0" * 64).decode()
        case "key":
            other = generate_keys(received.parent / "other", algorithm=vendor.algorithm, passphrase=None)
            shutil.copy(other.public, received.parent / "vendor.pub")
    bundle.write_text(json.dumps(document))

    assert run_recipe(received, vendor.algorithm).returncode != 0


def test_openssl_alone_confirms_the_signature(received: Path, vendor: KeyPair, tmp_path: Path) -> None:
    """The envelope taken apart from the DSSE specification, for machines without jq."""
    envelope = json.loads((received / "evidence.sigstore.json").read_text())["dsseEnvelope"]
    kind, payload = envelope["payloadType"].encode(), base64.b64decode(envelope["payload"])
    signed, signature = tmp_path / "signed", tmp_path / "signature"
    signed.write_bytes(b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload))
    signature.write_bytes(base64.b64decode(envelope["signatures"][0]["sig"]))

    assert openssl_verifies(vendor, signed, signature)
    signed.write_bytes(signed.read_bytes() + b" ")
    assert not openssl_verifies(vendor, signed, signature)


def openssl_verifies(vendor: KeyPair, signed: Path, signature: Path) -> bool:
    if vendor.algorithm == "ecdsa-p256":
        command = ["openssl", "dgst", "-sha256", "-verify", vendor.public, "-signature", signature, signed]
    else:
        options = ["-verify", "-pubin", "-inkey", vendor.public, "-rawin", "-in", signed, "-sigfile", signature]
        command = ["openssl", "pkeyutl", *options]
    return subprocess.run(command, capture_output=True).returncode == 0


def test_key_id_in_the_document_is_the_one_that_keygen_prints(vendor: KeyPair) -> None:
    command = next(line.strip() for line in DOCUMENT.read_text().splitlines() if "-outform DER" in line)

    shown = subprocess.run(
        ["sh", "-eu", "-c", command.replace("vendor.pub", str(vendor.public))], capture_output=True, text=True
    ).stdout

    assert shown.strip() == vendor.key_id


def test_openssl_opens_the_private_key(vendor: KeyPair) -> None:
    command = ["openssl", "pkey", "-in", vendor.private, "-noout", "-passin"]

    assert subprocess.run([*command, "pass:pass"], capture_output=True).returncode == 0
    assert subprocess.run([*command, "pass:other"], capture_output=True).returncode != 0


def test_key_made_by_openssl_signs(tmp_path: Path, vendor: KeyPair) -> None:
    kind = ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"] if vendor.algorithm == "ecdsa-p256" else ["ED25519"]
    key, public = tmp_path / "openssl-key", tmp_path / "openssl-key.pub"
    make = ["openssl", "genpkey", "-algorithm", *kind, "-aes-256-cbc", "-pass", "pass:p", "-out", key]
    subprocess.run(make, check=True, capture_output=True)
    subprocess.run(["openssl", "pkey", "-in", key, "-passin", "pass:p", "-pubout", "-out", public], check=True)
    folder = Path(shutil.copytree(FIXTURES / "delivered", tmp_path / "aigov-out"))

    from aigov.evidence.verify import verify_folder

    sign_folder(folder, key, passphrase=b"p", warn=lambda _: None)
    assert verify_folder(folder, public).ok
