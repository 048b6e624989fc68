"""Bundle files: the same bytes for the same sources, with no clock, user or host in them."""

from __future__ import annotations

import io
import json
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from aigov.catalogue import load_catalogue
from aigov.jws import verify
from aigov.policy import archive_read
from aigov.policy.archive import (
    MANIFEST,
    SIGNATURES,
    build_archives,
    digest_as_signed,
    framework_document,
    write_archive,
)
from aigov.policy.bundle import Bundle
from aigov.policy.frameworks import load_frameworks, parse_framework

POLICIES = Path(__file__).parent / "fixtures" / "policies"
KEY = ec.generate_private_key(ec.SECP256R1())
DATA = "aigov/tiny/data.json"


def test_the_same_sources_give_the_same_bytes(
    tiny: Bundle, build_tiny: Callable[[Path], Bundle], tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(POLICIES, tmp_path / "policies"))
    assert write_archive(build_tiny(copy), KEY) == write_archive(tiny, KEY)
    assert write_archive(tiny) == write_archive(tiny)


def test_no_clock_user_or_name_is_written(tiny: Bundle) -> None:
    content = write_archive(tiny, KEY)
    assert content[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        members = tar.getmembers()
    assert [member.name for member in members] == sorted(member.name for member in members)
    assert {(m.mtime, m.uid, m.gid, m.uname, m.gname, m.mode) for m in members} == {(0, 0, 0, "", "", 0o644)}


def test_what_is_in_it(tiny: Bundle) -> None:
    files = archive_read.unpack(write_archive(tiny, KEY))
    assert files.keys() == {MANIFEST, SIGNATURES, DATA, *tiny.modules}
    manifest = json.loads(files[MANIFEST])
    assert manifest["revision"] == tiny.revision
    assert manifest["roots"] == ["aigov/tiny"]
    assert manifest["rego_version"] == 1
    (token,) = json.loads(files[SIGNATURES])["signatures"]
    payload = json.loads(verify(token, KEY.public_key()))
    assert payload["scope"] == "tiny"
    assert {row["name"] for row in payload["files"]} == files.keys() - {SIGNATURES}


def test_without_a_key_there_is_no_signature(tiny: Bundle) -> None:
    assert SIGNATURES not in archive_read.unpack(write_archive(tiny))
    assert [archive.signed for archive in build_archives([], load_catalogue(), None)] == []


@pytest.mark.parametrize("framework", load_frameworks(), ids=lambda framework: framework.id)
def test_the_rows_of_a_framework_survive(framework: Any) -> None:
    assert parse_framework(framework_document(framework), Path(f"{framework.id}.toml")) == framework


def test_digests_are_those_of_go(tmp_path: Path) -> None:
    """Go's encoder escapes the line separators of JavaScript; OPA itself is asked in tests/integration."""
    assert digest_as_signed("data.json", {"a": "\u2028\u2029<&>é"}) == digest_as_signed(
        "x.rego", '{"a":"\\u2028\\u2029<&>é"}'.encode()
    )
