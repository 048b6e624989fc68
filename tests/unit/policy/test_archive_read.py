"""Bundle files that are read: nothing is believed that the key did not sign, and nothing that has another shape."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from aigov.canonical import canonical_json
from aigov.catalogue import Catalogue, load_catalogue
from aigov.control import Parameter
from aigov.errors import EngineError, UsageError
from aigov.jws import sign
from aigov.policy import archive_read
from aigov.policy.archive import MANIFEST, SIGNATURES, bundle_files, digest_as_signed, pack, write_archive
from aigov.policy.archive_read import read_archive, read_archives
from aigov.policy.bundle import Bundle, build_bundle, with_framework
from aigov.policy.engines.embedded import EmbeddedEngine
from aigov.policy.frameworks import load_frameworks

FIXTURES = Path(__file__).parent / "fixtures"
KEY = ec.generate_private_key(ec.SECP256R1())
OTHER = ec.generate_private_key(ec.SECP256R1())
DATA = "aigov/tiny/data.json"

Files = dict[str, bytes]


def read(content: bytes, folder: Path, key: Any = KEY) -> Bundle:
    path = folder / "tiny.tar.gz"
    path.write_bytes(content)
    return read_archive(path, key.public_key())


def refusal(content: bytes, folder: Path, key: Any = KEY) -> str:
    with pytest.raises(EngineError) as caught:
        read(content, folder, key)
    assert caught.value.exit_code == 3
    assert "\n" not in str(caught.value)
    return str(caught.value)


def signed(files: Files, *, scope: Any = "tiny", key: Any = KEY, **changes: Any) -> Files:
    """The files with a signature over all of them."""
    rows = []
    for name, raw in sorted(files.items()):
        value = json.loads(raw) if name in (MANIFEST, DATA) else raw
        rows.append({"name": name, "hash": digest_as_signed(name, value), "algorithm": "SHA-256"} | changes)
    return {
        **files,
        SIGNATURES: canonical_json({"signatures": [sign(canonical_json({"files": rows, "scope": scope}), key)]}),
    }


# Reading


def test_what_was_written_is_read(tiny: Bundle, tmp_path: Path) -> None:
    found = read(write_archive(tiny, KEY), tmp_path)
    assert found.framework == tiny.framework
    assert found.revision == tiny.revision
    assert found.data == tiny.data
    assert list(found.modules.items()) == list(tiny.modules.items())
    said = {"models": [{"ref": "a", "pinned": "yes"}], "context": {"evaluated_at_ns": 1}}
    assert EmbeddedEngine().evaluate(found, said) == EmbeddedEngine().evaluate(tiny, said)


@pytest.mark.parametrize("framework", load_frameworks(), ids=lambda framework: framework.id)
def test_the_shipped_bundles_are_read(framework: Any, tmp_path: Path) -> None:
    bundle = build_bundle(framework, load_catalogue())
    found = read(write_archive(bundle, KEY), tmp_path)
    assert (found.framework, found.revision) == (framework, bundle.revision)
    assert dict(found.modules) == dict(bundle.modules)


def test_names_may_begin_as_opa_writes_them(tiny: Bundle, tmp_path: Path) -> None:
    files = archive_read.unpack(write_archive(tiny, KEY))
    for start in ("/", "./"):
        assert read(pack({f"{start}{name}": raw for name, raw in files.items()}), tmp_path).revision == tiny.revision


def parametrized(bundle: Bundle, value: int) -> Bundle:
    """The same with a parameter of its first control."""
    parameter = Parameter(name="days", default=30, description="Days.", value=value)
    first, *rest = bundle.framework.controls
    framework = replace(bundle.framework, controls=(replace(first, parameters=(parameter,)), *rest))
    return build_bundle(framework, Catalogue([], []), policies=FIXTURES / "policies")


def test_parameters_are_those_with_which_it_was_built(tiny: Bundle, tmp_path: Path) -> None:
    found = read(write_archive(parametrized(tiny, 7), KEY), tmp_path)
    (parameter,) = found.framework.controls[0].parameters
    assert (parameter.default, parameter.value) == (30, 7)
    assert with_framework(found, found.framework) == found
    with pytest.raises(UsageError, match=r"parameter days of t_1 is overridden, and the bundle has it as 7"):
        with_framework(found, parametrized(tiny, 8).framework)


def test_two_of_one_framework_are_refused(tiny: Bundle, tmp_path: Path) -> None:
    paths = [tmp_path / "a.tar.gz", tmp_path / "b.tar.gz"]
    for path in paths:
        path.write_bytes(write_archive(tiny, KEY))
    assert [bundle.revision for bundle in read_archives(paths[:1], KEY.public_key())] == [tiny.revision]
    with pytest.raises(UsageError, match="is a second bundle of tiny"):
        read_archives(paths, KEY.public_key())


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        read_archive(tmp_path / "none.tar.gz", KEY.public_key())


# Signatures


def test_unsigned_and_wrongly_signed(tiny: Bundle, tmp_path: Path) -> None:
    assert "is not signed" in refusal(write_archive(tiny), tmp_path)
    assert "this key did not sign it" in refusal(write_archive(tiny, OTHER), tmp_path)
    files = bundle_files(tiny)
    assert "was signed for the scope 'other' and holds the rules of 'tiny'" in refusal(
        pack(signed(files, scope="other")), tmp_path
    )
    assert "was signed for the scope None" in refusal(pack(signed(files, scope=None)), tmp_path)
    assert "'MD5' digests" in refusal(pack(signed(files, algorithm="MD5")), tmp_path)
    assert "names a file twice" in refusal(pack(signed(files, name=DATA)), tmp_path)


@pytest.mark.parametrize("said", [[], ["a.b.c", "a.b.c"], "a.b.c", [1]])
def test_there_is_exactly_one_signature(said: Any, tiny: Bundle, tmp_path: Path) -> None:
    files = {**bundle_files(tiny), SIGNATURES: canonical_json({"signatures": said})}
    assert "has not exactly one signature" in refusal(pack(files), tmp_path)


def test_every_change_is_noticed(tiny: Bundle, tmp_path: Path) -> None:
    files = archive_read.unpack(write_archive(tiny, KEY))
    for name in files.keys() - {SIGNATURES}:
        changed = files[name].replace(b"tiny", b"tinz", 1)
        assert f"was altered since it was signed: {name}" in refusal(pack({**files, name: changed}), tmp_path)
        assert f"lacks {name}, which is signed" in refusal(
            pack({key: raw for key, raw in files.items() if key != name}), tmp_path
        )
    for name in ("aigov/tiny/more.rego", "data.json", "policy.wasm", "aigov/tiny/.signatures.json"):
        raw = b"{}" if name.endswith("json") else b"package aigov.tiny\n"
        assert f"holds {name}, which is not signed" in refusal(pack({**files, name: raw}), tmp_path)


# Signed, and still not what it should be


def edit_manifest(**changes: Any) -> Callable[[Files], Files]:
    def edit(files: Files) -> Files:
        return {**files, MANIFEST: canonical_json(json.loads(files[MANIFEST]) | changes)}

    return edit


def edit_data(**changes: Any) -> Callable[[Files], Files]:
    def edit(files: Files) -> Files:
        return {**files, DATA: canonical_json(json.loads(files[DATA]) | changes)}

    return edit


def add(name: str, raw: bytes) -> Callable[[Files], Files]:
    return lambda files: {**files, name: raw}


def drop(name: str) -> Callable[[Files], Files]:
    return lambda files: {key: raw for key, raw in files.items() if key != name}


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (edit_manifest(roots=["aigov"]), "has the roots ['aigov'], not its own, aigov/tiny"),
        (edit_manifest(roots=["aigov/tiny", "system"]), "not its own"),
        (edit_manifest(rego_version=0), "written in Rego v0"),
        (edit_manifest(wasm=[]), "unknown field 'wasm'"),
        (edit_manifest(metadata={}), "none of aigov's frameworks"),
        (edit_manifest(metadata={"framework": {"id": "tiny"}}), "describes its framework wrongly"),
        (edit_manifest(revision="0" * 64), "a revision that is not the digest"),
        (drop(MANIFEST), "has no .manifest"),
        (drop(DATA), f"has no {DATA}"),
        (drop("aigov/tiny/t_1.rego"), "a revision that is not the digest"),
        (edit_data(manifest={}), "a revision that is not the digest"),
        (edit_data(more=1), "a revision that is not the digest"),
        (add("aigov/tiny/x.rego", b"package aigov.tiny.x\n"), "a revision that is not the digest"),
        (add("aigov/other/x.rego", b"package aigov.other\n"), "does not belong into it"),
        (add("aigov/tiny/policy.wasm", b""), "does not belong into it"),
        (add("patch.json", b"{}"), "does not belong into it"),
        (add("aigov/tiny/x.rego", b"\xff"), "is no UTF-8 text"),
        (add(MANIFEST, b"[]"), "not a JSON object"),
        (add(MANIFEST, b'{"a": 1, "a": 1}'), "given twice"),
    ],
)
def test_what_the_right_key_signed_wrongly_is_refused(
    edit: Callable[[Files], Files], said: str, tiny: Bundle, tmp_path: Path
) -> None:
    files = edit(bundle_files(tiny))
    try:
        content = pack(signed(files))
    except ValueError:  # no JSON that could be signed as such
        content = pack({**files, SIGNATURES: signed(bundle_files(tiny))[SIGNATURES]})
    assert said in refusal(content, tmp_path)


def with_rule(tiny: Bundle, text: str) -> Bundle:
    """The bundle with another rule, its revision right."""
    modules = {**tiny.modules, "aigov/tiny/t_1.rego": text}
    data = {**tiny.data, "manifest": {**tiny.data["manifest"]}}
    data["manifest"]["revision"] = archive_read.digest_of(modules, data)
    return replace(tiny, modules=modules, data=data, revision=data["manifest"]["revision"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("package aigov.tiny.rules.t_1\n\nresults contains http.send({}).x\n", "calls http.send"),
        ("package aigov.tiny.rules.t_1\n\nresults contains data.secrets\n", "reads data.secrets, outside its bundle"),
        ("package aigov.other\n\nresults contains 1\n", "is package aigov.other"),
        ("package aigov.tiny.rules.t_1\n\nresults contains {\n", "aigov/tiny/t_1.rego"),
    ],
)
def test_rules_that_may_not_run_are_refused(text: str, said: str, tiny: Bundle, tmp_path: Path) -> None:
    assert said in refusal(write_archive(with_rule(tiny, text), KEY), tmp_path)


# Hostile archives


def tar_of(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        for member, content in members:
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return gzip.compress(packed.getvalue())


def linking(kind: bytes) -> tarfile.TarInfo:
    member = tarfile.TarInfo("data.json")
    member.type = kind
    member.linkname = "/etc/passwd"
    return member


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_links_and_devices_are_refused(kind: bytes, tmp_path: Path) -> None:
    assert "which is no regular file" in refusal(tar_of((linking(kind), b"")), tmp_path)


@pytest.mark.parametrize("name", ["../x", "a/../../x", "//x", "a//b", "a\\b", "C:\\x", "a\nb", ".", "a/."])
def test_paths_that_lead_elsewhere_are_refused(name: str, tmp_path: Path) -> None:
    assert "which leads elsewhere" in refusal(tar_of((tarfile.TarInfo(name), b"")), tmp_path)


def test_a_name_twice_is_refused(tmp_path: Path) -> None:
    content = tar_of((tarfile.TarInfo("a"), b""), (tarfile.TarInfo("./a"), b""))
    assert "holds a twice" in refusal(content, tmp_path)


def test_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zeros = gzip.compress(bytes(archive_read.MAX_CONTENT + 1))
    assert len(zeros) < 100_000
    assert "unpacks to more than 64 MiB" in refusal(zeros, tmp_path)
    assert "unpacks to more than 64 MiB" in refusal(gzip.compress(bytes(archive_read.MAX_CONTENT)), tmp_path)
    monkeypatch.setattr(archive_read, "MAX_MEMBERS", 3)
    many = tar_of(*((tarfile.TarInfo(f"f{number}"), b"") for number in range(4)))
    assert "holds more than 3 files" in refusal(many, tmp_path)
    monkeypatch.setattr(archive_read, "MAX_FILE", 10)
    assert "is larger than" in refusal(bytes(11), tmp_path)


def test_what_is_no_archive_is_refused(tiny: Bundle, tmp_path: Path) -> None:
    whole = write_archive(tiny, KEY)
    assert "is no tar.gz" in refusal(b"", tmp_path) or "is cut off" in refusal(b"", tmp_path)
    assert "is no tar.gz" in refusal(b"PK\x03\x04", tmp_path)
    assert "is no tar.gz" in refusal(gzip.compress(b"no tar" * 200), tmp_path)
    assert "is cut off" in refusal(whole[:-100], tmp_path)
    assert "something behind its end" in refusal(whole + whole, tmp_path)
    assert "is no tar.gz" in refusal(gzip.compress(b""), tmp_path)


def header(name: bytes, kind: bytes, size: bytes) -> bytes:
    """One tar header with a right checksum."""
    block = bytearray(tarfile.TarInfo(name.decode()).tobuf(tarfile.GNU_FORMAT))
    block[124:136] = size
    block[156:157] = kind
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


NO_BYTES = b"00000000000\0"
MINUS_512 = b"\xff" * 10 + b"\xfe\x00"


@pytest.mark.parametrize(
    "headers",
    [
        header(b"a", tarfile.GNUTYPE_LONGNAME, NO_BYTES) * 5000,
        header(b"a", tarfile.XHDTYPE, NO_BYTES) * 5000,
        header(b"a", tarfile.REGTYPE, MINUS_512) * 2,
        header(b"a", tarfile.DIRTYPE, MINUS_512) * 2,
        header(b"a", tarfile.GNUTYPE_LONGNAME, MINUS_512) * 2,
        header(b"a", tarfile.REGTYPE, b"77777777777\0"),
        header(b"a", tarfile.GNUTYPE_SPARSE, NO_BYTES),
        header(b"a", b"Z", NO_BYTES),
    ],
    ids=["long names", "extended", "back", "folder back", "long name back", "beyond the end", "sparse", "unknown"],
)
def test_hostile_headers_end(headers: bytes, tmp_path: Path) -> None:
    refusal(gzip.compress(headers + bytes(10240)), tmp_path)


def test_no_flipped_bit_crashes(tiny: Bundle, tmp_path: Path) -> None:
    """Below gzip, whose checksum would hide the tar from them."""
    raw = bytearray(gzip.decompress(write_archive(tiny, KEY)))
    for place in range(0, min(len(raw), 20_000), 97):
        changed = bytearray(raw)
        changed[place] ^= 0x41
        try:
            read(gzip.compress(bytes(changed), 1), tmp_path)
        except EngineError as error:
            assert "\n" not in str(error)
