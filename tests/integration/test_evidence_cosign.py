"""cosign reads what aigov signs. It is found on PATH or named by AIGOV_COSIGN; without it these tests are skipped."""

from __future__ import annotations

import base64
import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from aigov.evidence.keys import ALGORITHMS, KeyPair, generate_keys
from aigov.evidence.signing import sign_folder

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "unit" / "evidence" / "fixtures"
COSIGN = os.environ.get("AIGOV_COSIGN") or shutil.which("cosign")

pytestmark = [
    pytest.mark.cosign,
    pytest.mark.skipif(not COSIGN, reason="cosign is not on PATH and AIGOV_COSIGN does not name it"),
]


@pytest.fixture(scope="module", params=ALGORITHMS)
def vendor(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> KeyPair:
    return generate_keys(tmp_path_factory.mktemp("vendor") / "vendor", algorithm=request.param, passphrase=None)


@pytest.fixture
def received(vendor: KeyPair, tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(FIXTURES / "delivered", tmp_path / "aigov-out"))
    sign_folder(folder, vendor.private, passphrase=None)
    shutil.copy(vendor.public, tmp_path / "vendor.pub")
    return folder


def documented_command() -> list[str]:
    """The command of docs/evidence.md, word by word."""
    section = (ROOT / "docs" / "evidence.md").read_text().split("\n## Checking with cosign\n")[1]
    block = re.search(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert block
    return shlex.split(block[1].replace("\\\n", " "))


def run_cosign(folder: Path, *, file: str = "aibom.cdx.json") -> subprocess.CompletedProcess[str]:
    assert COSIGN
    words = documented_command()
    assert (words[0], words[-1]) == ("cosign", "aibom.cdx.json")
    # A proxy that nobody listens on: the check must not need a network.
    environment = {**os.environ, "HTTPS_PROXY": "http://127.0.0.1:9", "TUF_ROOT": str(folder.parent / "tuf")}
    return subprocess.run([COSIGN, *words[1:-1], file], cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("file", ["aibom.cdx.json", "results.json"])
def test_cosign_accepts_what_aigov_signed(file: str, received: Path) -> None:
    done = run_cosign(received, file=file)

    assert done.returncode == 0, done.stderr
    assert "Verified OK" in done.stderr


def test_cosign_refuses_an_altered_file(received: Path) -> None:
    (received / "results.json").write_text("{}")

    done = run_cosign(received, file="results.json")

    assert done.returncode != 0
    assert "do not match digests in statement" in done.stderr


def test_cosign_refuses_an_altered_statement(received: Path) -> None:
    bundle = received / "evidence.sigstore.json"
    document = json.loads(bundle.read_text())
    payload = base64.b64decode(document["dsseEnvelope"]["payload"]).replace(b'"passed":false', b'"passed":true')
    document["dsseEnvelope"]["payload"] = base64.b64encode(payload).decode()
    bundle.write_text(json.dumps(document))

    done = run_cosign(received)

    assert done.returncode != 0
    assert "failed to verify signature" in done.stderr


def test_cosign_refuses_another_key(received: Path, vendor: KeyPair, tmp_path: Path) -> None:
    other = generate_keys(tmp_path / "other", algorithm=vendor.algorithm, passphrase=None)
    shutil.copy(other.public, tmp_path / "vendor.pub")

    assert run_cosign(received).returncode != 0


def test_cosign_skips_a_signature_that_names_its_key(tmp_path: Path) -> None:
    """Why aigov writes no keyid: cosign compares it with the key's SSH fingerprint."""
    corpus = FIXTURES / "corpus"
    folder = Path(shutil.copytree(FIXTURES / "delivered", tmp_path / "aigov-out"))
    shutil.copy(corpus / "vendor.pub", tmp_path / "vendor.pub")

    for name, accepted in [("vendor", True), ("vendor-high-s", True), ("vendor-keyid", False)]:
        shutil.copy(corpus / "good" / f"{name}.sigstore.json", folder / "evidence.sigstore.json")
        assert (run_cosign(folder).returncode == 0) is accepted, name
