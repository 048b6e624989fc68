"""Reads a signed bundle file. Nothing in it is believed before the signature holds, and nothing is unpacked to disk.

What passes is what ``archive.write_archive`` writes and the key signed: one framework below one root, rules that call
only what they may, and a revision that is the digest of the content. All else is refused with one line.
"""

from __future__ import annotations

import io
import tarfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from aigov.errors import EngineError, UsageError
from aigov.jws import BadTokenError, algorithm_of, verify
from aigov.policy.archive import HASH, MANIFEST, SIGNATURES, digest_as_signed, is_document
from aigov.policy.bundle import Bundle, check_own_root, check_rules_exist, controls_of, digest_of, in_order
from aigov.policy.capabilities import check_capabilities
from aigov.policy.frameworks import Framework, parse_framework
from aigov.policy.rego_ast import parse_module
from aigov.strict_json import MalformedError, expect_keys, parse_object

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes

MAX_FILE = 16 * 1024 * 1024
MAX_CONTENT = 64 * 1024 * 1024
"""Bytes of all files together, uncompressed. The largest shipped bundle has less than one million."""
MAX_MEMBERS = 10_000

_REFUSE = "do not use it; get the bundle again from whoever signs it"
_BUILD = "build it with `aigov policy bundle --key KEY`"


class _Refused(Exception):
    """Why a bundle is refused, in words; ``fix`` says what to do next."""

    def __init__(self, what: str, fix: str = _REFUSE) -> None:
        super().__init__(what)
        self.fix = fix


def read_archive(path: Path, key: PublicKeyTypes) -> Bundle:
    """The bundle in a file that ``key`` signed.

    :raises UsageError: the file cannot be read, or the key is of no kind that signs bundles.
    :raises EngineError: it is not signed, or not by this key; was altered; is no bundle of aigov; holds what may not be
        there; or its rules may not run.
    """
    algorithm_of(key)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except OSError as error:
        raise UsageError(
            f"cannot be read: {error.strerror}", where=str(path), fix="name a file of `aigov policy bundle`"
        ) from error
    try:
        return _bundle(unpack(content), key, str(path))
    except (_Refused, BadTokenError, MalformedError) as refused:
        fix = refused.fix if isinstance(refused, _Refused) else _REFUSE
        raise EngineError(str(refused), where=str(path), fix=fix) from refused


def read_archives(paths: Sequence[Path], key: PublicKeyTypes) -> tuple[Bundle, ...]:
    """The bundles in files; raises as ``read_archive``, and ``UsageError`` where two hold one framework."""
    found: dict[str, Bundle] = {}
    for path in paths:
        bundle = read_archive(path, key)
        if bundle.framework.id in found:
            raise UsageError(f"is a second bundle of {bundle.framework.id}", where=str(path), fix="give one")
        found[bundle.framework.id] = bundle
    return tuple(found.values())


def unpack(content: bytes) -> dict[str, bytes]:
    """The files of a tar.gz by name; regular files with harmless names only, and within bounds."""
    if len(content) > MAX_FILE:
        raise _Refused(f"is larger than {MAX_FILE // 2**20} MiB, which no bundle of rules is")
    files: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(_decompress(content)), mode="r:") as tar:
            for count, member in enumerate(tar):
                if count >= MAX_MEMBERS:
                    raise _Refused(f"holds more than {MAX_MEMBERS} files, which no bundle of rules does")
                if member.isdir():
                    continue
                name = _harmless(member)
                if name in files:
                    raise _Refused(f"holds {name} twice")
                file = tar.extractfile(member)
                if file is None:
                    raise _Refused(f"holds {name!r}, which is no regular file")
                files[name] = file.read()
    except (tarfile.TarError, EOFError, OSError, ValueError, OverflowError, RecursionError) as error:
        # The last three: what tarfile lets through of hostile numbers, and of headers that announce one another.
        raise _Refused("is no tar.gz", _BUILD) from error
    return files


def _decompress(content: bytes) -> bytes:
    unzip = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        raw = unzip.decompress(content, MAX_CONTENT)
    except zlib.error as error:
        raise _Refused("is no tar.gz", _BUILD) from error
    if unzip.unconsumed_tail or len(raw) >= MAX_CONTENT:
        raise _Refused(f"unpacks to more than {MAX_CONTENT // 2**20} MiB, which no bundle of rules does")
    if not unzip.eof:
        raise _Refused("is cut off")
    if unzip.unused_data:  # a second stream, which Go's reader would go on to read
        raise _Refused("holds something behind its end")
    return raw


def _harmless(member: tarfile.TarInfo) -> str:
    shown = member.name[:100]
    if not member.isreg() or member.issparse():
        raise _Refused(f"holds {shown!r}, which is no regular file")
    name = member.name.removeprefix("./").removeprefix("/")  # `opa build` begins names with a slash
    parts = name.split("/")
    if not name.isprintable() or "\\" in name or any(part in ("", ".", "..") for part in parts):
        raise _Refused(f"holds the path {shown!r}, which leads elsewhere")
    return name


def _bundle(files: Mapping[str, bytes], key: PublicKeyTypes, where: str) -> Bundle:
    documents = {name: parse_object(raw) for name, raw in files.items() if is_document(name) or name == SIGNATURES}
    scope = _verify(files, documents, key)
    if MANIFEST not in documents:
        raise _Refused("has no .manifest", _BUILD)
    manifest = documents[MANIFEST]
    framework = _framework(manifest)
    if scope != framework.id:
        raise _Refused(f"was signed for the scope {scope!r} and holds the rules of {framework.id!r}")
    root = f"aigov/{framework.package}"
    _check_manifest(manifest, root)
    _check_names(files, root)
    modules = {name: _text(name, raw) for name, raw in files.items() if name.endswith(".rego")}
    data = documents[f"{root}/data.json"]
    _check_data(data, framework, manifest["revision"], modules)
    sources = {name: f"{where}: {name}" for name in modules}
    check_rules_exist(framework, modules, where)
    parsed = {name: parse_module(sources[name], modules[name]) for name in modules}
    check_capabilities(parsed.values())
    check_own_root(parsed.values(), ("aigov", framework.package))
    order = dict.fromkeys([*in_order(parsed, ("aigov", framework.package)), *sorted(modules)])
    return Bundle(
        framework=_with_parameters(framework, data),
        modules={name: modules[name] for name in order},
        data=data,
        revision=manifest["revision"],
        sources=sources,
    )


def _verify(files: Mapping[str, bytes], documents: Mapping[str, Any], key: PublicKeyTypes) -> Any:
    """The scope that was signed, once every file is what was signed and nothing is beside or missing."""
    if SIGNATURES not in documents:
        raise _Refused("is not signed", _BUILD)
    said = documents[SIGNATURES]
    expect_keys(said, SIGNATURES, required=frozenset({"signatures"}), optional=frozenset({"plugin"}))
    tokens = said["signatures"]
    if not (isinstance(tokens, list) and len(tokens) == 1 and isinstance(tokens[0], str)):
        raise _Refused("has not exactly one signature")
    payload = parse_object(verify(tokens[0], key))
    rows = payload.get("files")
    if not isinstance(rows, list):
        raise _Refused("has a signature that names no files")
    signed = dict(_signed(rows))
    present = {name: documents.get(name, raw) for name, raw in files.items() if name != SIGNATURES}
    if stray := sorted(present.keys() - signed.keys()):
        raise _Refused(f"holds {stray[0]}, which is not signed")
    if missing := sorted(signed.keys() - present.keys()):
        raise _Refused(f"lacks {missing[0]}, which is signed")
    for name, value in sorted(present.items()):
        try:
            digest = digest_as_signed(name, value)
        except ValueError as error:  # a number too large for a float
            raise _Refused(f"has a number in {name} that is none") from error
        if digest != signed[name]:
            raise _Refused(f"was altered since it was signed: {name}")
    return payload.get("scope")


def _signed(rows: list[Any]) -> Iterator[tuple[str, str]]:
    seen = set()
    for row in rows:
        expect_keys(row, "a signed file", required=frozenset({"name", "hash", "algorithm"}))
        if row["algorithm"] != HASH:
            raise _Refused(f"is signed over {row['algorithm']!r} digests, not {HASH}")
        if row["name"] in seen or not isinstance(row["name"], str):
            raise _Refused("has a signature that names a file twice")
        seen.add(row["name"])
        yield row["name"], row["hash"]


def _framework(manifest: Mapping[str, Any]) -> Framework:
    metadata = manifest.get("metadata")
    document = metadata.get("framework") if isinstance(metadata, dict) else None
    if not isinstance(document, dict) or not isinstance(document.get("id"), str):
        raise _Refused("is a bundle for OPA, but none of aigov's frameworks", _BUILD)
    try:
        return parse_framework(document, Path(f"{document['id']}.toml"))
    except EngineError as error:
        raise _Refused(f"describes its framework wrongly: {error.what}") from error


def _check_manifest(manifest: Mapping[str, Any], root: str) -> None:
    required = frozenset({"revision", "roots", "rego_version", "metadata"})
    expect_keys(manifest, MANIFEST, required=required)
    if manifest["roots"] != [root]:
        raise _Refused(f"has the roots {manifest['roots']!r}, not its own, {root}")
    if manifest["rego_version"] != 1:
        raise _Refused(f"is written in Rego v{manifest['rego_version']!r}, not v1")


def _check_names(files: Mapping[str, bytes], root: str) -> None:
    data = f"{root}/data.json"
    if data not in files:
        raise _Refused(f"has no {data}", _BUILD)
    for name in sorted(files.keys() - {MANIFEST, SIGNATURES, data}):
        if not (name.startswith(f"{root}/") and PurePosixPath(name).suffix == ".rego"):
            raise _Refused(f"holds {name}, which does not belong into it")


def _text(name: str, raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise _Refused(f"holds {name}, which is no UTF-8 text") from error


def _check_data(data: Mapping[str, Any], framework: Framework, revision: Any, modules: Mapping[str, str]) -> None:
    expected = {"framework": framework.id, "version": framework.version, "revision": revision}
    if data.get("manifest") != expected or digest_of(modules, data) != revision:
        raise _Refused("has a revision that is not the digest of its content")
    if data.get("controls") != controls_of(framework):
        raise _Refused("describes other controls than its rules decide")
    values = data.get("parameters", {})
    names = {control.slug: {p.name for p in control.parameters} for control in framework.controls if control.parameters}
    if (
        not isinstance(values, dict)
        or {slug: set(said) if isinstance(said, dict) else None for slug, said in values.items()} != names
    ):
        raise _Refused("has other parameters than its rules read")


def _with_parameters(framework: Framework, data: Mapping[str, Any]) -> Framework:
    """The values with which the bundle was built, as those from which everything starts."""
    values = data.get("parameters", {})
    controls = tuple(
        replace(
            control,
            parameters=tuple(replace(p, value=values[control.slug][p.name]) for p in control.parameters),
        )
        for control in framework.controls
    )
    return replace(framework, controls=controls)
