"""Encrypted PKCS#8 with a key derivation that slows guessing: PBES2, PBKDF2-HMAC-SHA-256, AES-256-CBC (RFC 8018).

``cryptography`` writes PKCS#8 with 2,048 rounds and lets nobody ask for more; a stolen key file would then cost an
attacker a few microseconds a guess. Only the container is built here (one fixed DER structure); the ciphers are those
of ``cryptography``, and any PKCS#8 reader (OpenSSL, Go, Java, ``cryptography`` itself) opens the result.
"""

from __future__ import annotations

import base64
import os
import textwrap

ROUNDS = 600_000
"""OWASP Password Storage Cheat Sheet for PBKDF2-HMAC-SHA-256, https://cheatsheetseries.owasp.org."""

_SALT_BYTES = 16
_BLOCK_BITS = 128
_KEY_BYTES = 32

_INTEGER, _OCTET_STRING, _NULL, _OBJECT, _SEQUENCE = 0x02, 0x04, 0x05, 0x06, 0x30
_PBES2 = bytes.fromhex("2a864886f70d01050d")  # 1.2.840.113549.1.5.13
_PBKDF2 = bytes.fromhex("2a864886f70d01050c")  # 1.2.840.113549.1.5.12
_HMAC_SHA256 = bytes.fromhex("2a864886f70d0209")  # 1.2.840.113549.2.9
_AES256_CBC = bytes.fromhex("60864801650304012a")  # 2.16.840.1.101.3.4.1.42


def encrypt_pkcs8(private_key_info: bytes, passphrase: bytes, *, rounds: int = ROUNDS) -> bytes:
    """``PrivateKeyInfo`` DER, encrypted under ``passphrase``, as PEM ``ENCRYPTED PRIVATE KEY``."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
    from cryptography.hazmat.primitives.padding import PKCS7

    salt, iv = os.urandom(_SALT_BYTES), os.urandom(_BLOCK_BITS // 8)
    key = PBKDF2HMAC(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=salt, iterations=rounds).derive(passphrase)
    padder = PKCS7(_BLOCK_BITS).padder()
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    secret = encryptor.update(padder.update(private_key_info) + padder.finalize()) + encryptor.finalize()

    derivation = _sequence(
        _der(_OBJECT, _PBKDF2),
        _sequence(
            _der(_OCTET_STRING, salt),
            _der(_INTEGER, _unsigned(rounds)),
            _sequence(_der(_OBJECT, _HMAC_SHA256), _der(_NULL, b"")),
        ),
    )
    scheme = _sequence(_der(_OBJECT, _AES256_CBC), _der(_OCTET_STRING, iv))
    algorithm = _sequence(_der(_OBJECT, _PBES2), _sequence(derivation, scheme))
    return _pem("ENCRYPTED PRIVATE KEY", _sequence(algorithm, _der(_OCTET_STRING, secret)))


def _der(tag: int, content: bytes) -> bytes:
    length = len(content)
    if length < 0x80:
        return bytes([tag, length]) + content
    size = _minimal(length)
    return bytes([tag, 0x80 | len(size)]) + size + content


def _sequence(*parts: bytes) -> bytes:
    return _der(_SEQUENCE, b"".join(parts))


def _unsigned(value: int) -> bytes:
    raw = _minimal(value)
    # A leading bit would make the integer negative.
    return b"\0" + raw if raw[0] & 0x80 else raw


def _minimal(value: int) -> bytes:
    return value.to_bytes((value.bit_length() + 7) // 8, "big")


def _pem(label: str, der: bytes) -> bytes:
    body = "\n".join(textwrap.wrap(base64.b64encode(der).decode(), 64))
    return f"-----BEGIN {label}-----\n{body}\n-----END {label}-----\n".encode()
