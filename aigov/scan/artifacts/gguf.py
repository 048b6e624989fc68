"""GGUF: the key-value pairs at its head.

https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import struct
from typing import BinaryIO

from aigov.scan.artifacts.header import Damaged, Header, shown, take

_MOST_PAIRS = 4096
_LONGEST = 32 << 20
"""Bytes of the header that are read: the vocabulary may be long, and stands behind what is wanted."""
_LONGEST_TEXT = 1 << 20
_MOST_ELEMENTS = 2_000_000
_SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_NUMBERS = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 10: "<Q", 11: "<q"}
_STRING, _ARRAY = 8, 9
_FILE_TYPES = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S",
    12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K", 19: "IQ2_XXS",
    20: "IQ2_XS", 21: "Q2_K_S", 22: "IQ3_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL", 26: "IQ3_S", 27: "IQ3_M",
    28: "IQ2_S", 29: "IQ2_M", 30: "IQ4_XS", 31: "IQ1_M", 32: "BF16", 36: "TQ1_0", 37: "TQ2_0", 38: "MXFP4",
}  # fmt: skip
"""``general.file_type``, as llama.cpp numbers it."""


def read(stream: BinaryIO, size: int) -> Header:
    """Name, architecture, quantisation, licence and origin.

    :raises Damaged: it is no GGUF file, or its head is broken.
    """
    if take(stream, 4) != b"GGUF":
        raise Damaged("it does not begin as a GGUF file")
    version = _number(stream, "<I")
    if version not in (1, 2, 3):
        raise Damaged(f"version {version} is not known")
    width = "<I" if version == 1 else "<Q"
    _number(stream, width)
    pairs = _number(stream, width)
    found: dict[str, object] = {}
    note = None
    for _ in range(min(pairs, _MOST_PAIRS)):
        if stream.tell() > _LONGEST:
            note = f"only the first {_LONGEST >> 20} MiB of its header were read"
            break
        key = _text(stream, width)
        value = _value(stream, _number(stream, "<I"), width)
        if key.startswith("general."):
            found[key] = value
    kind = found.get("general.file_type")
    return Header(
        name=shown(found.get("general.name")),
        architecture=shown(found.get("general.architecture")),
        quantization=_FILE_TYPES.get(kind) if isinstance(kind, int) else None,
        license=shown(found.get("general.license")),
        base_model=shown(found.get("general.base_model.0.repo_url") or found.get("general.base_model.0.name")),
        producer=shown(found.get("general.quantized_by") or found.get("general.author")),
        model=True,
        note=note,
    )


def _number(stream: BinaryIO, form: str) -> int:
    return int(struct.unpack(form, take(stream, struct.calcsize(form)))[0])


def _text(stream: BinaryIO, width: str) -> str:
    length = _number(stream, width)
    if length > _LONGEST_TEXT:
        raise Damaged("a text in it is too long")
    return take(stream, length).decode("utf-8", "replace")


def _value(stream: BinaryIO, kind: int, width: str) -> object:
    if kind == _STRING:
        return _text(stream, width)
    if kind == _ARRAY:
        _skip_array(stream, width)
        return None
    if kind not in _SIZES:
        raise Damaged("a value in it is of no known type")
    data = take(stream, _SIZES[kind])
    return int(struct.unpack(_NUMBERS[kind], data)[0]) if kind in _NUMBERS else None


def _skip_array(stream: BinaryIO, width: str) -> None:
    kind = _number(stream, "<I")
    count = _number(stream, width)
    if count > _MOST_ELEMENTS or (kind not in _SIZES and kind != _STRING):
        raise Damaged("a list in it is too long, or of lists")
    if kind != _STRING:
        stream.seek(count * _SIZES[kind], 1)
        return
    for _ in range(count):
        if stream.tell() > _LONGEST:
            raise Damaged("its vocabulary is too long")
        length = _number(stream, width)
        if length > _LONGEST_TEXT:
            raise Damaged("a text in it is too long")
        stream.seek(length, 1)
