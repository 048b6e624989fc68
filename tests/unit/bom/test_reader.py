"""Documents that anybody may hand in: read as they are, or refused in one line that says what to do."""

from __future__ import annotations

import json
import os
import runpy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigov.bom.reader import MAX_BYTES, read_bom, read_bom_file
from aigov.errors import UsageError

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED = json.loads((FIXTURES / "bad" / "expected.json").read_text())
GOOD = sorted(path.name for path in (FIXTURES / "good").iterdir())


def test_the_corpus_is_what_its_generator_makes(tmp_path):
    runpy.run_path(str(FIXTURES / "make.py"))["make"](tmp_path)

    for folder in ("bad", "good"):
        made = {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        assert made == {path.name: path.read_bytes() for path in (FIXTURES / folder).iterdir()}


@pytest.mark.parametrize("name", EXPECTED)
def test_bad_documents_are_refused_in_one_line(name):
    with pytest.raises(UsageError) as caught:
        read_bom_file(FIXTURES / "bad" / name)

    line = str(caught.value)
    assert [words for words in EXPECTED[name] if words not in line] == [], line
    assert "\n" not in line
    assert len(line) < 700
    assert caught.value.where is not None
    assert name in caught.value.where
    assert caught.value.fix, "says what to do"
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("name", GOOD)
def test_good_documents_are_returned_exactly_as_they_say(name):
    data = (FIXTURES / "good" / name).read_bytes()

    document, read = read_bom_file(FIXTURES / "good" / name)
    assert document == json.loads(data.decode("utf-8-sig")) == read_bom(data, name)
    assert read == data


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        read_bom_file(tmp_path / "none.json")


def test_a_folder_is_no_document(tmp_path):
    with pytest.raises(UsageError, match="not a regular file"):
        read_bom_file(tmp_path)


def test_a_pipe_is_refused_rather_than_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(UsageError, match="not a regular file"):
        read_bom_file(tmp_path / "pipe")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path):
    path = tmp_path / "secret.json"
    path.write_text("{}")
    path.chmod(0)

    with pytest.raises(UsageError, match="cannot be read: Permission denied"):
        read_bom_file(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(300 * 2**20)  # sparse: takes no room
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("opened"))

    with pytest.raises(UsageError, match=r"is 300 MiB; no BOM above 64 MiB is read"):
        read_bom_file(path)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs a file that is longer than it says")
def test_a_file_that_grows_after_its_size_was_looked_at():
    assert Path("/proc/self/status").stat().st_size == 0

    with pytest.raises(UsageError, match="no BOM above"):
        read_bom_file(Path("/proc/self/status"), max_bytes=10)


def test_the_size_bound_is_exact():
    good = (FIXTURES / "good" / "minimal-1.6.json").read_bytes()

    assert read_bom(good, "x", max_bytes=len(good))
    with pytest.raises(UsageError, match="no BOM above"):
        read_bom(good, "x", max_bytes=len(good) - 1)
    assert MAX_BYTES == 64 * 2**20


def test_depth_just_within_the_bound_is_read():
    nested = runpy.run_path(str(FIXTURES / "make.py"))["nested"]

    assert read_bom(nested(99), "x")
    with pytest.raises(UsageError, match="nested"):
        read_bom(nested(100), "x")


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_make_it_fail_otherwise(data):
    with pytest.raises(UsageError):
        read_bom(data, "fuzz")


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("name", "type", "components", "bom-ref", "ref", "purl")), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(
    parts=st.dictionaries(
        st.sampled_from(("components", "services", "metadata", "dependencies", "specVersion", "serialNumber")), _json
    )
)
def test_no_json_makes_it_fail_otherwise(parts):
    data = json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", **parts}).encode()
    try:
        document = read_bom(data, "fuzz")
    except UsageError:
        return
    assert document == json.loads(data)
