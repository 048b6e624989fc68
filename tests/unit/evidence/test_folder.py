from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from aigov.errors import UsageError
from aigov.evidence.folder import Folder, read_folder


def refused(folder: Folder) -> dict[str, str]:
    return {item.name: item.reason for item in folder.refused}


def test_each_file_has_the_digest_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "b" / "c" / "deep.bin").write_bytes(b"\0" * 3_000_000)
    (tmp_path / "Ünï code.txt").write_bytes(b"text\r\n")
    (tmp_path / "empty").touch()
    (tmp_path / "results.json").write_bytes(b"{}")
    (tmp_path / "evidence.sigstore.json").write_bytes(b"[]")

    folder = read_folder(tmp_path)

    assert folder.digests == {
        "b/c/deep.bin": hashlib.sha256(b"\0" * 3_000_000).hexdigest(),
        "empty": hashlib.sha256(b"").hexdigest(),
        "results.json": hashlib.sha256(b"{}").hexdigest(),
        "Ünï code.txt": hashlib.sha256(b"text\r\n").hexdigest(),
    }
    assert list(folder.digests) == sorted(folder.digests)
    assert folder.documents == {"results.json": b"{}", "evidence.sigstore.json": b"[]"}
    assert folder.refused == ()


def test_a_bundle_in_a_subfolder_is_a_file_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "older").mkdir()
    (tmp_path / "older" / "evidence.sigstore.json").write_bytes(b"[]")

    folder = read_folder(tmp_path)

    assert list(folder.digests) == ["older/evidence.sigstore.json"]
    assert folder.documents == {}


@pytest.mark.parametrize("name", ["new\nline", "back\\slash", "bell\x07", "\u202etxt.exe"])
def test_names_that_cannot_be_written_plainly_are_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")

    assert refused(read_folder(tmp_path)) == {name: "has a name with a backslash or a control character"}


def test_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff")).write_bytes(b"")

    assert list(refused(read_folder(tmp_path)).values()) == ["has a name that is not UTF-8"]


def test_number_depth_and_size_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aigov.evidence.folder.MAX_FILES", 3)
    monkeypatch.setattr("aigov.evidence.folder.MAX_DEPTH", 1)
    monkeypatch.setattr("aigov.evidence.folder.MAX_FILE_BYTES", 10)
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "large").write_bytes(b"x" * 11)
    (tmp_path / "just").write_bytes(b"x" * 10)

    assert refused(read_folder(tmp_path)) == {
        "a/b": "lies more than 1 folders deep",
        "large": "is larger than 10 bytes",
    }

    for number in range(4):
        (tmp_path / f"more{number}").touch()
    assert refused(read_folder(tmp_path))["."] == "more than 3 files"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").touch(mode=0o000)

    assert refused(read_folder(tmp_path)) == {"secret": "Permission denied"}


def test_file_swapped_for_a_link_after_listing_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "file").write_bytes(b"harmless")
    (tmp_path / "secret").write_bytes(b"secret")
    really_open = os.open

    def swap_then_open(path: Path, *arguments: int) -> int:
        path.unlink()
        path.symlink_to(tmp_path / "secret")
        return really_open(path, *arguments)

    monkeypatch.setattr("aigov.evidence.folder.os.open", swap_then_open)
    folder = read_folder(tmp_path / "in")

    assert folder.digests == {}
    assert list(refused(folder)) == ["file"]


def test_file_swapped_for_a_pipe_after_listing_neither_hangs_nor_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"harmless")
    really_open = os.open

    def swap_then_open(path: Path, *arguments: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return really_open(path, *arguments)

    monkeypatch.setattr("aigov.evidence.folder.os.open", swap_then_open)

    assert refused(read_folder(tmp_path)) == {"file": "is not a regular file"}


def test_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions do not stop root, who runs many a CI job; so the refusal is played."""
    (tmp_path / "closed").mkdir()
    really_list = os.scandir
    closed = {tmp_path / "closed"}

    def list_unless_closed(path: Path) -> object:
        if path in closed:
            raise PermissionError(13, "Permission denied")
        return really_list(path)

    monkeypatch.setattr("aigov.evidence.folder.os.scandir", list_unless_closed)
    assert refused(read_folder(tmp_path)) == {"closed/": "Permission denied"}

    closed.add(tmp_path)
    with pytest.raises(UsageError, match="cannot list: Permission denied"):
        read_folder(tmp_path)


def test_private_keys_are_told(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
    (tmp_path / "old").write_bytes(b"-----BEGIN EC PRIVATE KEY-----\n")
    (tmp_path / "key.pub").write_bytes(b"-----BEGIN PUBLIC KEY-----\n")
    (tmp_path / "about.md").write_bytes(b"how to keep a -----BEGIN PRIVATE KEY----- safe")

    assert read_folder(tmp_path).private_keys == ("key", "old")


def test_what_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        read_folder(tmp_path / "absent")
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="is not a folder"):
        read_folder(tmp_path / "file")
