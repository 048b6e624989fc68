"""Signed tokens: the key decides, and a token says one thing only."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from aigov.errors import UsageError
from aigov.jws import BadTokenError, algorithm_of, sign, verify

KEYS: dict[str, Any] = {
    "ES256": ec.generate_private_key(ec.SECP256R1()),
    "ES384": ec.generate_private_key(ec.SECP384R1()),
    "RS256": rsa.generate_private_key(65537, 2048),
    "EdDSA": ed25519.Ed25519PrivateKey.generate(),
}
PAYLOAD = b'{"a":1}'
each_kind = pytest.mark.parametrize("kind", KEYS)


def encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def header_of(token: str) -> Any:
    part = token.split(".")[0]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


@each_kind
def test_what_is_signed_verifies_and_is_the_same_every_time(kind: str) -> None:
    key = KEYS[kind]
    token = sign(PAYLOAD, key)
    assert verify(token, key.public_key()) == PAYLOAD
    assert token == sign(PAYLOAD, key)
    assert header_of(token) == {"alg": kind, "typ": "JWT"}
    assert algorithm_of(key.public_key()) == kind


@each_kind
def test_what_was_altered_does_not(kind: str) -> None:
    key = KEYS[kind]
    header, _, signature = sign(PAYLOAD, key).split(".")
    with pytest.raises(BadTokenError, match="altered"):
        verify(f"{header}.{encode(b'{}')}.{signature}", key.public_key())
    with pytest.raises(BadTokenError, match="altered"):
        verify(f"{header}.{encode(PAYLOAD)}.{encode(bytes(64))}", key.public_key())


@each_kind
def test_another_key_of_the_same_kind_did_not_sign_it(kind: str) -> None:
    others: dict[str, Any] = {
        "ES256": ec.generate_private_key(ec.SECP256R1()),
        "ES384": ec.generate_private_key(ec.SECP384R1()),
        "RS256": rsa.generate_private_key(65537, 2048),
        "EdDSA": ed25519.Ed25519PrivateKey.generate(),
    }
    with pytest.raises(BadTokenError, match="this key did not sign it"):
        verify(sign(b"{}", KEYS[kind]), others[kind].public_key())


def test_a_token_cannot_choose_its_algorithm() -> None:
    key = KEYS["ES256"]
    with pytest.raises(BadTokenError, match="signed by 'RS256', and the key is one for ES256"):
        verify(sign(b"{}", KEYS["RS256"]), key.public_key())
    pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    for algorithm, secret in (("HS256", pem), ("none", b"")):
        message = f"{encode(json.dumps({'alg': algorithm}).encode())}.{encode(b'{}')}"
        signature = hmac.new(secret, message.encode(), hashlib.sha256).digest() if secret else b""
        with pytest.raises(BadTokenError, match=f"signed by '{algorithm}'"):
            verify(f"{message}.{encode(signature)}", key.public_key())


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("", "no compact JWS"),
        ("a.b", "no compact JWS"),
        ("a.b.c.d", "no compact JWS"),
        ("ä.b.c", "no compact JWS"),
        ("!.b.c", "no base64url"),
        ("e31.e30.AA", "no canonical base64url"),
        (encode(b"[]") + ".e30.AA", "is no JWS"),
        (encode(b'{"alg":"ES256","alg":"ES256"}') + ".e30.AA", "given twice"),
        (encode(b'{"alg":"ES256","crit":["b64"]}') + ".e30.AA", "unknown field 'crit'"),
        (encode(b'{"alg":"ES256"}') + ".e30.AA", "did not sign it"),
    ],
)
def test_a_malformed_token_is_refused(token: str, said: str) -> None:
    with pytest.raises(BadTokenError, match=said):
        verify(token, KEYS["ES256"].public_key())


def test_weak_and_other_keys_sign_nothing() -> None:
    keys: list[Any] = [
        rsa.generate_private_key(65537, 1024),
        ec.generate_private_key(ec.SECP256K1()),
        dsa.generate_private_key(2048),
    ]
    for key in keys:
        with pytest.raises(UsageError, match="signs no bundles"):
            sign(b"{}", key)
        with pytest.raises(UsageError, match="signs no bundles"):
            verify("a.b.c", key.public_key())
