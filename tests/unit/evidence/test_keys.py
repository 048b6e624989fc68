from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from aigov.errors import EvidenceError, UsageError
from aigov.evidence.keys import ALGORITHMS, Algorithm, KeyPair, generate_keys, load_private_key, load_public_key


def fail_when_asked() -> bytes:
    raise AssertionError("asked for a passphrase that no key needs")


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    path.chmod(0o600)
    return path


def private_pem(key: object, form: PrivateFormat = PrivateFormat.PKCS8) -> bytes:
    pem: bytes = key.private_bytes(Encoding.PEM, form, NoEncryption())  # type: ignore[attr-defined]
    return pem


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory: pytest.TempPathFactory) -> KeyPair:
    return generate_keys(tmp_path_factory.mktemp("encrypted") / "vendor", passphrase=b"correct horse")


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_pair_is_readable_by_others_and_belongs_together(algorithm: Algorithm, tmp_path: Path) -> None:
    pair = generate_keys(tmp_path / "vendor", algorithm=algorithm, passphrase=b"pass")

    private = load_pem_private_key(pair.private.read_bytes(), b"pass")
    public = load_pem_public_key(pair.public.read_bytes())
    assert private.public_key() == public
    der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert pair.key_id == base64.b64encode(hashlib.sha256(der).digest()).decode()
    assert pair.private.stat().st_mode & 0o777 == 0o600
    assert pair.public.stat().st_mode & 0o777 == 0o644
    assert pair.public == tmp_path / "vendor.pub"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["vendor", "vendor.pub"]
    assert load_public_key(pair.public).algorithm == algorithm
    assert load_private_key(pair.private, b"pass").public.key_id == pair.key_id


def test_mode_does_not_depend_on_the_umask(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, sys; os.umask(0); from aigov.evidence.keys import generate_keys;"
        "generate_keys(pathlib.Path(sys.argv[1]), passphrase=None)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "k")], check=True)

    assert (tmp_path / "k").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("taken", ["vendor", "vendor.pub"])
def test_no_key_is_overwritten_and_no_half_pair_left(taken: str, tmp_path: Path) -> None:
    (tmp_path / taken).write_text("older")

    with pytest.raises(UsageError, match="already exists"):
        generate_keys(tmp_path / "vendor", passphrase=None)

    assert [p.name for p in tmp_path.iterdir()] == [taken]
    assert (tmp_path / taken).read_text() == "older"


def test_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "vendor").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(UsageError, match="already exists"):
        generate_keys(tmp_path / "vendor", passphrase=None)

    assert not (tmp_path / "elsewhere").exists()


def test_failure_while_writing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(path: Path, data: bytes, *, mode: int) -> None:
        raise UsageError("cannot write here: No space left on device", where=str(path))

    monkeypatch.setattr("aigov.evidence.keys.write_atomic", full_disk)
    with pytest.raises(UsageError, match="No space left"):
        generate_keys(tmp_path / "vendor", passphrase=None)

    assert not list(tmp_path.iterdir())


def test_folder_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write here: No such file or directory"):
        generate_keys(tmp_path / "absent" / "vendor", passphrase=None)


@pytest.mark.parametrize(("passphrase", "says"), [(b"", "is empty"), (b"x" * 1024, "longer than 1023")])
def test_unusable_passphrase(passphrase: bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=says):
        generate_keys(tmp_path / "vendor", passphrase=passphrase)
    assert not list(tmp_path.iterdir())


def test_unknown_algorithm(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown key algorithm 'rsa'"):
        generate_keys(tmp_path / "vendor", algorithm="rsa", passphrase=None)  # type: ignore[arg-type]


def test_passphrase_is_asked_for_only_when_needed(encrypted: KeyPair, key_pair: KeyPair) -> None:
    asked = []

    def ask() -> bytes:
        asked.append(1)
        return b"correct horse"

    assert load_private_key(encrypted.private, ask).public.key_id == encrypted.key_id
    assert asked == [1]
    assert load_private_key(key_pair.private, fail_when_asked).public.key_id == key_pair.key_id


@pytest.mark.parametrize(
    ("passphrase", "says"),
    [(b"wrong", "wrong passphrase"), (b"", "no passphrase was given"), (None, "no passphrase was given")],
)
def test_encrypted_key_without_its_passphrase(passphrase: bytes | None, says: str, encrypted: KeyPair) -> None:
    with pytest.raises(EvidenceError, match=says) as caught:
        load_private_key(encrypted.private, passphrase)
    assert caught.value.exit_code == 4


def test_repr_shows_no_secret(key_pair: KeyPair) -> None:
    key = load_private_key(key_pair.private, None)
    assert "signer" not in repr(key)
    assert "BEGIN" not in repr(key)


@pytest.mark.parametrize(("mode", "warned"), [(0o600, False), (0o400, False), (0o640, True), (0o604, True)])
def test_key_that_others_may_read_is_reported(mode: int, warned: bool, key_pair: KeyPair, tmp_path: Path) -> None:
    path = write(tmp_path / "key", key_pair.private.read_bytes())
    path.chmod(mode)
    said: list[str] = []

    load_private_key(path, None, warn=said.append)

    assert bool(said) is warned
    assert all("chmod 600" in line for line in said)


def test_public_key_is_not_taken_for_signing(key_pair: KeyPair) -> None:
    with pytest.raises(UsageError, match="this is a public key"):
        load_private_key(key_pair.public, None)


def test_keys_of_other_kinds_are_refused_by_name(tmp_path: Path) -> None:
    for key, kind in [
        (ec.generate_private_key(ec.SECP384R1()), "curve secp384r1"),
        (rsa.generate_private_key(65537, 2048), "RSA"),
    ]:
        with pytest.raises(UsageError) as caught:
            load_private_key(write(tmp_path / "key", private_pem(key)), None)
        assert f"unsupported kind of key ({kind})" in str(caught.value)


def test_old_openssl_format_comes_with_the_way_to_convert_it(tmp_path: Path) -> None:
    old = private_pem(ec.generate_private_key(ec.SECP256R1()), PrivateFormat.TraditionalOpenSSL)
    with pytest.raises(UsageError, match="openssl pkcs8 -topk8 -in key -out NEW"):
        load_private_key(write(tmp_path / "key", old), None)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is not a PEM file"),
        (b"\x30\x82\xff\xfe", "is not a PEM file"),
        (b"ssh-ed25519 AAAA me@example.com\n", "is not a PEM file"),
        (b"x" * 70_000, "too large"),
        (b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "not a readable private key"),
        (b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", "holds a openssh private key, not a PKCS#8"),
        (b"-----BEGIN PUBLIC KEY-----\n-----BEGIN PRIVATE KEY-----\n", "holds several PEM blocks"),
    ],
)
def test_what_is_no_private_key(data: bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_private_key(write(tmp_path / "key", data), fail_when_asked)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "holds a certificate, not a public key"),
        (b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "not a readable public key"),
    ],
)
def test_what_is_no_public_key(data: bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_public_key(write(tmp_path / "key.pub", data))
    assert says in str(caught.value)


def test_two_public_keys_in_one_file_leave_open_which_is_meant(key_pair: KeyPair, tmp_path: Path) -> None:
    both = key_pair.public.read_bytes() * 2
    with pytest.raises(UsageError, match="holds several PEM blocks"):
        load_public_key(write(tmp_path / "both.pub", both))


@pytest.mark.parametrize("name", [".", "..", "folder"])
def test_a_folder_is_no_place_for_a_key(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="already exists"):
        generate_keys(Path(name), passphrase=None)
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_key_may_come_through_a_pipe(key_pair: KeyPair, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe, 0o644)
    said: list[str] = []
    with ThreadPoolExecutor(1) as pool:
        pool.submit(pipe.write_bytes, key_pair.private.read_bytes())
        assert load_private_key(pipe, None, warn=said.append).public.key_id == key_pair.key_id
    assert said == []
