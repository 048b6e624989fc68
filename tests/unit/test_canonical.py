"""Same content, same bytes; a file is whole or absent."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigov.canonical import canonical_json, pretty_json, sha256_hex, write_atomic
from aigov.errors import UsageError

_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_canonical_json_is_compact_sorted_and_utf_8():
    assert canonical_json({"b": [1, None], "a": {"ü": True}}) == '{"a":{"ü":true},"b":[1,null]}'.encode()


@given(document=st.dictionaries(st.text(max_size=4), _json, max_size=4))
def test_the_order_of_keys_does_not_change_the_canonical_bytes(document):
    turned = dict(reversed(document.items()))

    assert canonical_json(document) == canonical_json(turned)
    assert json.loads(canonical_json(document)) == document == json.loads(pretty_json(document))


def test_pretty_json_keeps_the_order_of_keys_and_ends_in_one_newline():
    assert pretty_json({"b": 1, "a": ["ü"]}) == '{\n  "b": 1,\n  "a": [\n    "ü"\n  ]\n}\n'


@pytest.mark.parametrize("dump", [canonical_json, pretty_json])
@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_json_number_is_not_written(dump, number):
    with pytest.raises(ValueError, match="not JSON compliant"):
        dump({"a": number})


def test_sha256_is_that_of_the_standard():
    # FIPS 180-4, example "abc"
    assert sha256_hex(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_text_and_bytes_are_written_with_the_mode_asked_for(tmp_path):
    write_atomic(tmp_path / "a.json", "ü\n")
    write_atomic(tmp_path / "key", b"\x00\xff", mode=0o600)

    assert (tmp_path / "a.json").read_bytes() == "ü\n".encode()
    assert (tmp_path / "key").read_bytes() == b"\x00\xff"
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o644
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert names(tmp_path) == ["a.json", "key"]


def test_an_earlier_file_is_replaced_whole_and_its_readers_keep_the_old_one(tmp_path):
    path = tmp_path / "bom.json"
    path.write_text("old, and longer than the new one")

    with path.open() as reader:
        write_atomic(path, "new")
        assert reader.read() == "old, and longer than the new one"
    assert path.read_text() == "new"


def test_a_key_file_is_never_readable_by_others(tmp_path, monkeypatch):
    modes = []
    replace = os.replace

    def look_then_replace(source, target):
        modes.append(stat.S_IMODE(Path(source).stat().st_mode))
        replace(source, target)

    monkeypatch.setattr(os, "replace", look_then_replace)
    write_atomic(tmp_path / "key", b"secret", mode=0o600)

    assert modes == [0o600]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "bom.json"
    path.write_text("old")

    def fail(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UsageError, match="No space left on device") as caught:
        write_atomic(path, "new")

    assert caught.value.where == str(path)
    assert path.read_text() == "old"
    assert names(tmp_path) == ["bom.json"]


def test_an_interrupt_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupt(_descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(tmp_path / "bom.json", "new")

    assert names(tmp_path) == []


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match=r"cannot write here: No such file or directory \(name a file"):
        write_atomic(tmp_path / "none" / "bom.json", "x")

    assert names(tmp_path) == []


def test_a_folder_in_the_place_of_the_file(tmp_path):
    (tmp_path / "bom.json").mkdir()

    with pytest.raises(UsageError, match="name a file in a folder that is writable"):
        write_atomic(tmp_path / "bom.json", "x")
    assert names(tmp_path) == ["bom.json"]


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomic(pipe, "through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_link_stays_a_link(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_atomic(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
