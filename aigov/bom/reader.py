"""Read a CycloneDX document that anybody wrote, as plain JSON values that the strict schema accepts.

Never through ``cyclonedx.model.bom.Bom.from_json``: it raises on valid ``services[].data[].name`` and drops model
cards, component data and declarations without a word.
"""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

from aigov.bom.validate import SPEC_VERSIONS, check_schema
from aigov.errors import UsageError
from aigov.strict_json import MalformedError, parse_object

MAX_BYTES = 64 * 1024 * 1024

_GZIP = b"\x1f\x8b"
_CONVERT = "convert it: cyclonedx convert --input-file FILE --output-file bom.json --output-format json"


def read_bom_file(path: Path, *, max_bytes: int = MAX_BYTES) -> tuple[dict[str, Any], bytes]:
    """The document at ``path``, and its bytes as read. The size is checked before anything is read.

    :raises UsageError: as ``read_bom``; or there is no such file, or it cannot be read.
    """
    where = str(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UsageError("is not a regular file", where=where, fix="name a CycloneDX JSON file")
        _check_size(status.st_size, max_bytes, where)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)  # one more than allowed: the file may have grown since
    except FileNotFoundError:
        raise UsageError("no such file", where=where, fix="name a folder or a CycloneDX JSON file") from None
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=where, fix="make it readable") from error
    return read_bom(data, where, max_bytes=max_bytes), data


def read_bom(data: bytes, where: str, *, max_bytes: int = MAX_BYTES) -> dict[str, Any]:
    """The CycloneDX document in ``data``, exactly as it says, unknown properties and all.

    :param where: name of the document for messages.
    :raises UsageError: too large; not JSON; not CycloneDX; a version before 1.5 or unknown; not valid under its schema.
    """
    _check_size(len(data), max_bytes, where)
    document = _parse(_decode(data, where), where)
    version = _spec_version(document, where)
    if refusal := check_schema(document, version):
        raise UsageError(
            f"is not valid CycloneDX {version}: {refusal}", where=where, fix="ask whoever made the file for a valid one"
        )
    return document


def _check_size(size: int, max_bytes: int, where: str) -> None:
    if size > max_bytes:
        raise UsageError(
            f"is {size / 2**20:.0f} MiB; no BOM above {max_bytes / 2**20:.0f} MiB is read",
            where=where,
            fix="give the BOM of one application; split the file, or leave out components of type file",
        )


def _decode(data: bytes, where: str) -> str:
    if data.startswith(_GZIP):
        raise UsageError("is compressed with gzip", where=where, fix="unpack it first: gunzip FILE")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"is not JSON in UTF-8 (byte {error.start})", where=where, fix="save it as UTF-8 JSON"
        ) from error
    if text.lstrip().startswith("<"):
        raise UsageError("is XML or HTML; only CycloneDX JSON is read", where=where, fix=_CONVERT)
    if not text.strip():
        raise UsageError("is empty", where=where, fix="name a CycloneDX JSON file")
    return text


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        return parse_object(text)
    except MalformedError as error:
        place = f"{where}:{error.line}:{error.column}" if error.line else where
        raise UsageError(error.what, where=place, fix="name a CycloneDX JSON file") from error


def _spec_version(document: dict[str, Any], where: str) -> str:
    # CycloneDX 2.0 renames bomFormat to specFormat: it falls through to the version, which is refused by name.
    if "CycloneDX" not in (document.get("bomFormat"), document.get("specFormat")):
        if "spdxVersion" in document or "spdx" in str(document.get("@context")):
            raise UsageError("is an SPDX document, not CycloneDX", where=where, fix=_CONVERT)
        raise UsageError(
            'is not CycloneDX: it has no "bomFormat": "CycloneDX"', where=where, fix="name a CycloneDX JSON file"
        )
    version = document.get("specVersion")
    if version not in SPEC_VERSIONS:
        said = f"CycloneDX {version[:20]}" if isinstance(version, str) else "CycloneDX without a specVersion"
        raise UsageError(
            f"is {said}; the versions read are {', '.join(SPEC_VERSIONS)}",
            where=where,
            fix=f"ask its maker for 1.6, or {_CONVERT} --output-version v1_6",
        )
    return str(version)
