"""Compact JSON Web Signatures (RFC 7515), of the kinds that OPA checks too, over one key that is given.

The key decides the algorithm, never the token: a header that names another one is refused, so that no public key can be
taken for an HMAC secret. Kept out: HS256 (whoever can check could sign), ``none``, and keys below NIST's minimum.
ECDSA is deterministic (RFC 6979), and PKCS #1 v1.5 and Ed25519 are by nature: one payload has one signature.
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from aigov.canonical import canonical_json
from aigov.errors import UsageError
from aigov.strict_json import MalformedError, expect_keys, parse_object

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes, PublicKeyTypes

MIN_RSA_BITS = 2048

KEYS = "an EC key on P-256 (ES256) or P-384 (ES384), an RSA key of 2048 bits or more (RS256), or an Ed25519 key (EdDSA)"


class BadTokenError(ValueError):
    """A token that the key did not sign, or that is none. One line, for people."""


def algorithm_of(key: PublicKeyTypes) -> str:
    """What OPA's ``--signing-alg`` calls signatures of this key: ``ES256``.

    :raises UsageError: there is none that is sound.
    """
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, SECP384R1, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    match key:
        case EllipticCurvePublicKey(curve=SECP256R1()):
            return "ES256"
        case EllipticCurvePublicKey(curve=SECP384R1()):
            return "ES384"
        case RSAPublicKey() if key.key_size >= MIN_RSA_BITS:
            return "RS256"
        case Ed25519PublicKey():
            return "EdDSA"
    raise UsageError("a key of this kind signs no bundles", fix=f"give {KEYS}")


def sign(payload: bytes, key: PrivateKeyTypes) -> str:
    """The token ``header.payload.signature``; the same bytes every time.

    :raises UsageError: the key is of no kind that is sound.
    """
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256, SHA384

    algorithm = algorithm_of(key.public_key())
    signed = f"{_encode(canonical_json({'alg': algorithm, 'typ': 'JWT'}))}.{_encode(payload)}"
    message = signed.encode()
    if isinstance(key, ec.EllipticCurvePrivateKey):
        hashed = SHA256() if algorithm == "ES256" else SHA384()
        size = (key.key_size + 7) // 8
        pair = decode_dss_signature(key.sign(message, ec.ECDSA(hashed, deterministic_signing=True)))
        signature = b"".join(number.to_bytes(size, "big") for number in pair)
    elif isinstance(key, rsa.RSAPrivateKey):
        signature = key.sign(message, padding.PKCS1v15(), SHA256())
    elif isinstance(key, Ed25519PrivateKey):
        signature = key.sign(message)
    else:
        raise AssertionError(algorithm)
    return f"{signed}.{_encode(signature)}"


def verify(token: str, key: PublicKeyTypes) -> bytes:
    """The payload of a token that ``key`` signed.

    :raises BadTokenError: it did not, or the token is malformed.
    :raises UsageError: the key is of no kind that is sound.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256, SHA384

    algorithm = algorithm_of(key)
    parts = token.split(".")
    if len(parts) != 3 or not token.isascii():
        raise BadTokenError("its signature is no compact JWS")
    header, payload, signature = (_decode(part) for part in parts)
    _check_header(header, algorithm)
    message = f"{parts[0]}.{parts[1]}".encode()
    try:
        if isinstance(key, ec.EllipticCurvePublicKey):
            size = (key.key_size + 7) // 8
            if len(signature) != 2 * size:
                raise InvalidSignature
            first, second = (int.from_bytes(half, "big") for half in (signature[:size], signature[size:]))
            hashed = SHA256() if algorithm == "ES256" else SHA384()
            key.verify(encode_dss_signature(first, second), message, ec.ECDSA(hashed))
        elif isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, message, padding.PKCS1v15(), SHA256())
        elif isinstance(key, Ed25519PublicKey):
            key.verify(signature, message)
        else:
            raise AssertionError(algorithm)
    except InvalidSignature as error:
        raise BadTokenError("this key did not sign it, or it was altered since") from error
    return payload


def _check_header(header: bytes, algorithm: str) -> None:
    try:
        fields = parse_object(header)
        expect_keys(fields, "the header", required=frozenset({"alg"}), optional=frozenset({"typ", "kid"}))
    except MalformedError as error:
        raise BadTokenError(f"its signature is no JWS: {error}") from error
    if fields["alg"] != algorithm:
        raise BadTokenError(f"it is signed by {fields['alg']!r}, and the key is one for {algorithm}")


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(part: str) -> bytes:
    try:
        data = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise BadTokenError("its signature is no base64url") from error
    if _encode(data) != part:
        raise BadTokenError("its signature is no canonical base64url")
    return data
