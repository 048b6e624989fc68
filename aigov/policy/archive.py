"""Bundles as files: what OPA downloads, loads and verifies. Written here, read by ``archive_read``.

    .manifest                       revision, roots, rego_version, and the framework's rows as metadata
    .signatures.json                one JWS over the digest of every other file
    aigov/<package>/data.json       ``data.aigov.<package>``
    aigov/<package>/**/*.rego       the modules

The same bundle and key give the same bytes: names are sorted, no clock and no user is written, and the signature is
deterministic. Its ``scope`` is the framework's id, so that no bundle can be served in another's place.

Format: https://www.openpolicyagent.org/docs/management-bundles
"""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aigov.canonical import canonical_json
from aigov.catalogue import Catalogue
from aigov.control import BundleRevision, Control, Risk
from aigov.jws import sign
from aigov.policy.bundle import Bundle, build_bundle
from aigov.policy.frameworks import Framework

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes

MANIFEST = ".manifest"
SIGNATURES = ".signatures.json"
HASH = "SHA-256"

_MODE = 0o644


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A bundle as one file."""

    bundle: BundleRevision
    content: bytes
    """tar.gz"""
    signed: bool


def build_archives(
    frameworks: Sequence[Framework], catalogue: Catalogue, key: PrivateKeyTypes | None
) -> tuple[Archive, ...]:
    """The bundles of the frameworks as files, signed if there is a key.

    :raises EngineError: a bundle is broken.
    :raises UsageError: the key is of no kind that signs bundles.
    """
    bundles = [build_bundle(framework, catalogue) for framework in frameworks]
    return tuple(
        Archive(bundle=bundle.ref, content=write_archive(bundle, key), signed=key is not None) for bundle in bundles
    )


def write_archive(bundle: Bundle, key: PrivateKeyTypes | None = None) -> bytes:
    """The bundle as tar.gz, signed if there is a key.

    :raises UsageError: the key is of no kind that signs bundles.
    """
    files = bundle_files(bundle)
    if key is not None:
        files[SIGNATURES] = canonical_json({"signatures": [_token(files, bundle.framework.id, key)]})
    return pack(files)


def bundle_files(bundle: Bundle) -> dict[str, bytes]:
    """What is in the file, by name, but for the signature."""
    root = f"aigov/{bundle.framework.package}"
    manifest = {
        "revision": bundle.revision,
        "roots": [root],
        "rego_version": 1,
        "metadata": {"framework": framework_document(bundle.framework)},
    }
    return {
        MANIFEST: canonical_json(manifest),
        f"{root}/data.json": canonical_json(bundle.data),
        **{path: text.encode() for path, text in bundle.modules.items()},
    }


def pack(files: Mapping[str, bytes]) -> bytes:
    """A tar.gz of these files, the same for the same content."""
    packed = io.BytesIO()
    # The class, and not gzip.compress(): that one writes the system's name from Python 3.11 to 3.12.
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", filename="", compresslevel=9, mtime=0) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.USTAR_FORMAT) as tar,
    ):
        for name, content in sorted(files.items()):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            member.mode = _MODE
            tar.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def digest_as_signed(name: str, value: Any) -> str:
    """The digest of a file as OPA takes it: of documents the JSON value, with sorted keys; of all else the bytes.

    :param value: the parsed document, or bytes.
    """
    raw = value if isinstance(value, bytes) else canonical_json(value)
    if is_document(name):
        # Go's encoder escapes these two, for JavaScript's sake; Python's does not.
        raw = raw.replace("\u2028".encode(), b"\\u2028").replace("\u2029".encode(), b"\\u2029")
    return hashlib.sha256(raw).hexdigest()


def is_document(name: str) -> bool:
    """Whether OPA takes the digest of a file's JSON value and not of its bytes."""
    return name.rpartition("/")[2] in (MANIFEST, "data.json")


def framework_document(framework: Framework) -> dict[str, Any]:
    """What ``parse_framework`` reads: the framework as its TOML has it, its controls as overridden."""
    return {
        "schema": "aigov.dev/bundle/v1",
        "id": framework.id,
        "package": framework.package,
        "title": framework.title,
        "version": framework.version,
        "as_of": framework.as_of,
        "url": framework.url,
        **({"risks": [_plain_risk(risk) for risk in framework.risks]} if framework.risks else {}),
        "controls": [_row(control) for control in framework.controls],
    }


def _plain_risk(risk: Risk) -> dict[str, str]:
    return {"id": risk.id, "title": risk.title, "citation": risk.citation}


def _row(control: Control) -> dict[str, Any]:
    fields = ("id", "slug", "title", "citation", "kind", "severity")
    said = (
        "rule",
        "remediation",
        "effective_from",
        "effective_source",
        "effective_confidence",
        "waived_with",
        "evidence",
        "holder",
        "note",
        "url",
    )
    row = {name: getattr(control, name) for name in fields}
    row |= {name: value for name in said if (value := getattr(control, name))}
    if control.risks:
        row["risks"] = list(control.risks)
    if control.helps:
        row["helps"] = list(control.helps)
    if control.parameters:
        row["parameters"] = {
            parameter.name: {"default": parameter.default, "description": parameter.description}
            for parameter in control.parameters
        }
    return row


def _token(files: Mapping[str, bytes], scope: str, key: PrivateKeyTypes) -> str:
    rows = [
        {"name": name, "hash": digest_as_signed(name, content), "algorithm": HASH}
        for name, content in sorted(files.items())
    ]
    return sign(canonical_json({"files": rows, "scope": scope}), key)
