from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

from aigov.evidence.pkcs8 import ROUNDS, encrypt_pkcs8


@pytest.mark.parametrize("rounds", [1, 127, 128, 255, 256, 32_768, 40_000])
def test_any_reader_opens_it(rounds: int) -> None:
    """Rounds around the sizes at which a DER integer gains a byte."""
    key = ed25519.Ed25519PrivateKey.generate()
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())

    pem = encrypt_pkcs8(der, b"pass", rounds=rounds)

    assert load_pem_private_key(pem, b"pass").public_key() == key.public_key()
    # One wrong passphrase in 256 decrypts to a valid padding: the key is then refused for its content, in other words.
    with pytest.raises(ValueError):
        load_pem_private_key(pem, b"other")


def test_long_content_has_a_long_length() -> None:
    key = rsa.generate_private_key(65537, 2048)
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    assert len(der) > 1000

    assert load_pem_private_key(encrypt_pkcs8(der, b"p", rounds=1), b"p").public_key() == key.public_key()


def test_two_encryptions_share_nothing() -> None:
    assert encrypt_pkcs8(b"key", b"p", rounds=1) != encrypt_pkcs8(b"key", b"p", rounds=1)


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")
def test_openssl_sees_the_rounds_that_were_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    der = ed25519.Ed25519PrivateKey.generate().private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(encrypt_pkcs8(der, b"pass"))

    shown = subprocess.run(["openssl", "asn1parse", "-in", path], capture_output=True, text=True, check=True).stdout

    assert f"INTEGER           :{ROUNDS:06X}" in shown
    assert "hmacWithSHA256" in shown
    assert "aes-256-cbc" in shown
    subprocess.run(["openssl", "pkey", "-in", path, "-passin", "pass:pass", "-noout"], check=True)
