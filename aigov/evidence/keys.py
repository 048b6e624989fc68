"""Signing keys: ECDSA on P-256 (the default) or Ed25519, both FIPS 186-5.

The private key is encrypted PKCS#8 PEM, mode 0600; the public key beside it, ``<name>.pub``, is SubjectPublicKeyInfo
PEM. Both are what OpenSSL and cosign read. A key's id is the hint that cosign computes: base64 of the SHA-256 of the
SubjectPublicKeyInfo DER.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import stat
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from aigov.canonical import write_atomic
from aigov.errors import EvidenceError, UsageError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes, PublicKeyTypes
    from securesystemslib.signer import CryptoSigner, SSlibKey

Algorithm = Literal["ecdsa-p256", "ed25519"]
ALGORITHMS: tuple[Algorithm, ...] = get_args(Algorithm)

Passphrase = bytes | Callable[[], bytes] | None
"""A passphrase, or who to ask for one: asked only when the key turns out to be encrypted."""

_MAX_KEY_BYTES = 64 * 1024
_MAX_PASSPHRASE_BYTES = 1023  # what OpenSSL's readers take
_PEM_BEGIN = re.compile(rb"^-----BEGIN ([A-Z0-9 ]+)-----\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPair:
    """Two files that now exist."""

    private: Path
    public: Path
    algorithm: Algorithm
    key_id: str
    """base64(SHA-256(SubjectPublicKeyInfo DER)), as in the ``hint`` of a Sigstore bundle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """A public key that signatures are checked with."""

    algorithm: Algorithm
    key_id: str
    verifier: SSlibKey = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateKey:
    """A key to sign with. Its repr shows no secret."""

    public: PublicKey
    signer: CryptoSigner = field(repr=False)


def generate_keys(path: Path, *, algorithm: Algorithm = "ecdsa-p256", passphrase: bytes | None) -> KeyPair:
    """Write a new private key to ``path`` and its public half to ``<path>.pub``: both, or neither.

    ``passphrase=None`` writes the private key unencrypted: say so on purpose, an empty passphrase is refused.

    :raises UsageError: one of the two files exists, the folder cannot be written, or the passphrase is unusable.
    """
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

    from aigov.evidence.pkcs8 import encrypt_pkcs8

    if algorithm not in ALGORITHMS:
        raise UsageError(f"unknown key algorithm {algorithm!r}", fix=f"one of {', '.join(ALGORITHMS)}")
    _check_passphrase(passphrase)
    secret = Ed25519PrivateKey.generate() if algorithm == "ed25519" else generate_private_key(SECP256R1())
    if passphrase is None:
        private_pem = secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    else:
        der = secret.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        private_pem = encrypt_pkcs8(der, passphrase)
    public_pem = secret.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    public = path.parent / f"{path.name}.pub"
    _write_pair(path, private_pem, public, public_pem)
    return KeyPair(private=path, public=public, algorithm=algorithm, key_id=_key_id(secret.public_key()))


def load_private_key(
    path: Path, passphrase: Passphrase, *, warn: Callable[[str], object] = warnings.warn
) -> PrivateKey:
    """Read a PKCS#8 PEM private key. ``warn`` is told, in one line, when others may read the file.

    :raises UsageError: the file is missing, is no PKCS#8 PEM private key, or holds a key of an unsupported kind.
    :raises EvidenceError: the passphrase is missing or wrong.
    """
    from securesystemslib.signer import CryptoSigner

    key = read_private_key(path, passphrase, warn=warn)
    public = _supported(key.public_key(), path)
    return PrivateKey(public=public, signer=CryptoSigner(key, public.verifier))


def read_private_key(
    path: Path, passphrase: Passphrase, *, warn: Callable[[str], object] = warnings.warn
) -> PrivateKeyTypes:
    """Read a PKCS#8 PEM private key of any kind; raises as ``load_private_key``, but for the kind."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    pem, mode = _read_key(path)
    encrypted = _expect_private(pem, path)
    if stat.S_ISREG(mode) and mode & (stat.S_IRWXG | stat.S_IRWXO):
        warn(f"{path}: others on this machine may read this private key (chmod 600 {path})")
    secret = (passphrase() if callable(passphrase) else passphrase) if encrypted else None
    if encrypted and not secret:
        raise EvidenceError("the key is encrypted and no passphrase was given", where=str(path), fix="give one")
    try:
        return load_pem_private_key(pem, secret)
    except (ValueError, UnsupportedAlgorithm) as error:
        if encrypted:
            raise EvidenceError(
                "the private key does not open: wrong passphrase, or a damaged file",
                where=str(path),
                fix="check the passphrase",
            ) from error
        raise UsageError("not a readable private key", where=str(path), fix=_MAKE_ONE) from error


def load_public_key(path: Path) -> PublicKey:
    """Read a SubjectPublicKeyInfo PEM public key.

    :raises UsageError: the file is missing, is a private key, is no such PEM, or holds a key of an unsupported kind.
    """
    return _supported(read_public_key(path), path)


def read_public_key(path: Path) -> PublicKeyTypes:
    """Read a SubjectPublicKeyInfo PEM public key of any kind; raises as ``load_public_key``, but for the kind."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    pem, _ = _read_key(path)
    label = _only_label(pem, path)
    if label.endswith("PRIVATE KEY"):
        raise UsageError(
            "this is a private key; verification takes the public one",
            where=str(path),
            fix=f"give {path.name}.pub; if a vendor sent you this file, tell them that their key is no longer secret",
        )
    if label != "PUBLIC KEY":
        raise UsageError(f"holds a {label.lower()}, not a public key", where=str(path), fix=_GIVE_PUB)
    try:
        return load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise UsageError("not a readable public key", where=str(path), fix=_GIVE_PUB) from error


_MAKE_ONE = "make a key with `aigov keygen -o KEY`"
_GIVE_PUB = "give the KEY.pub that `aigov keygen` wrote"


def _check_passphrase(passphrase: bytes | None) -> None:
    if passphrase is None:
        return
    if not passphrase:
        raise UsageError("the passphrase is empty", fix="give one, or ask for an unencrypted key with --no-passphrase")
    if len(passphrase) > _MAX_PASSPHRASE_BYTES:
        raise UsageError(
            f"the passphrase is longer than {_MAX_PASSPHRASE_BYTES} bytes", fix="OpenSSL could not open such a key"
        )


def _write_pair(private: Path, private_pem: bytes, public: Path, public_pem: bytes) -> None:
    """Both names are reserved first, exclusively, so that no key is ever overwritten and no half pair is left."""
    reserved: list[Path] = []
    try:
        for path, mode in ((private, 0o600), (public, 0o644)):
            _reserve(path, mode)
            reserved.append(path)
        write_atomic(public, public_pem, mode=0o644)
        write_atomic(private, private_pem, mode=0o600)
    except BaseException:
        for path in reserved:
            path.unlink(missing_ok=True)
        raise


def _reserve(path: Path, mode: int) -> None:
    try:
        path.touch(mode=mode, exist_ok=False)
    except FileExistsError as error:
        raise UsageError(
            "already exists, and a key is never overwritten", where=str(path), fix="choose another name"
        ) from error
    except OSError as error:
        raise UsageError(
            f"cannot write here: {error.strerror}", where=str(path), fix="name a folder that exists and is writable"
        ) from error


def _read_key(path: Path) -> tuple[bytes, int]:
    """Content and mode of a key file. A pipe will do, for keys that a secret store hands over."""
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            data = file.read(_MAX_KEY_BYTES + 1)
    except OSError as error:
        raise UsageError(f"cannot read the key: {error.strerror}", where=str(path), fix=_MAKE_ONE) from error
    if len(data) > _MAX_KEY_BYTES:
        raise UsageError("too large for a key file", where=str(path), fix=_MAKE_ONE)
    return data, mode


def _only_label(pem: bytes, path: Path) -> str:
    """The label of the one PEM block; a second block would leave open which key is meant."""
    labels = _PEM_BEGIN.findall(pem)
    if len(labels) != 1:
        what = "holds several PEM blocks" if labels else "is not a PEM file"
        raise UsageError(f"{what}; a key file holds one", where=str(path), fix=_MAKE_ONE)
    label: bytes = labels[0]
    return label.decode()


def _expect_private(pem: bytes, path: Path) -> bool:
    """Whether the key is encrypted."""
    label = _only_label(pem, path)
    if label == "PUBLIC KEY":
        raise UsageError(
            "this is a public key; signing takes the private one", where=str(path), fix="give KEY, not KEY.pub"
        )
    if label in ("EC PRIVATE KEY", "RSA PRIVATE KEY"):
        raise UsageError(
            f"holds a {label} in the old OpenSSL format",
            where=str(path),
            fix=f"convert it: openssl pkcs8 -topk8 -in {path.name} -out NEW",
        )
    if label not in ("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"):
        raise UsageError(f"holds a {label.lower()}, not a PKCS#8 private key", where=str(path), fix=_MAKE_ONE)
    return label == "ENCRYPTED PRIVATE KEY"


def _supported(key: PublicKeyTypes, path: Path) -> PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from securesystemslib.signer import SSlibKey

    algorithm: Algorithm
    if isinstance(key, Ed25519PublicKey):
        algorithm = "ed25519"
    elif isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, SECP256R1):
        algorithm = "ecdsa-p256"
    else:
        kind = f"curve {key.curve.name}" if isinstance(key, EllipticCurvePublicKey) else type(key).__name__
        raise UsageError(
            f"unsupported kind of key ({kind.removesuffix('PublicKey').lstrip('_')})",
            where=str(path),
            fix=f"{_MAKE_ONE}: ECDSA on P-256, or Ed25519",
        )
    key_id = _key_id(key)
    return PublicKey(algorithm=algorithm, key_id=key_id, verifier=SSlibKey.from_crypto(key, keyid=key_id))


def _key_id(key: PublicKeyTypes) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(der).digest()).decode()
