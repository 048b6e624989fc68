"""ONNX: the fields of its model message, the graph skipped.

https://github.com/onnx/onnx/blob/main/onnx/onnx.proto: ``ModelProto`` in the wire format of Protocol Buffers.
"""

from __future__ import annotations

from typing import BinaryIO

from aigov.scan.artifacts.header import Damaged, Header, shown, take

_MOST_FIELDS = 10_000
_LONGEST = 64 << 10
_IR_VERSION, _PRODUCER, _PRODUCER_VERSION, _GRAPH, _OPSET, _METADATA = 1, 2, 3, 7, 8, 14


def read(stream: BinaryIO, size: int) -> Header:
    """Producer, and the versions of format and operators.

    :raises Damaged: it is no such message.
    """
    numbers: dict[int, int] = {}
    texts: dict[int, bytes] = {}
    opset = 0
    said: dict[str, str] = {}
    for _ in range(_MOST_FIELDS):
        if stream.tell() >= size:
            break
        tag = _varint(stream)
        field, wire = tag >> 3, tag & 7
        if wire == 0:
            numbers[field] = _varint(stream)
        elif wire in (1, 5):
            take(stream, 8 if wire == 1 else 4)
        elif wire == 2:
            length = _varint(stream)
            if length > size - stream.tell():
                raise Damaged("it is cut off")
            if field == _GRAPH or length > _LONGEST:
                stream.seek(length, 1)
                texts.setdefault(field, b"")
            else:
                data = take(stream, length)
                texts[field] = data
                if field == _OPSET:
                    opset = max(opset, _member_number(data, 2))
                elif field == _METADATA:
                    key, value = _member_text(data, 1), _member_text(data, 2)
                    said[key] = value
        else:
            raise Damaged("it is no Protocol Buffers message")
    if _IR_VERSION not in numbers or _GRAPH not in texts:
        raise Damaged("it holds no model")
    producer = " ".join(
        part for part in (texts.get(n, b"").decode("utf-8", "replace") for n in (_PRODUCER, _PRODUCER_VERSION)) if part
    )
    versions = f"IR {numbers[_IR_VERSION]}" + (f", opset {opset}" if opset else "")
    return Header(
        name=shown(said.get("name") or said.get("model_name")),
        license=shown(said.get("license")),
        architecture=shown(versions),
        producer=shown(producer),
        model=True,
    )


def _varint(stream: BinaryIO) -> int:
    value = 0
    for shift in range(0, 70, 7):
        byte = take(stream, 1)[0]
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value
    raise Damaged("a number in it is too long")


def _members(data: bytes) -> dict[int, int | bytes]:
    """The fields of a small message; those of other types than numbers and texts end it."""
    found: dict[int, int | bytes] = {}
    at = 0

    def number(at: int) -> tuple[int, int]:
        value = shift = 0
        while at < len(data) and shift < 70:
            byte = data[at]
            value |= (byte & 0x7F) << shift
            at, shift = at + 1, shift + 7
            if byte < 0x80:
                break
        return value, at

    while at < len(data):
        tag, at = number(at)
        if tag & 7 == 0:
            found[tag >> 3], at = number(at)
        elif tag & 7 == 2:
            length, at = number(at)
            found[tag >> 3] = data[at : at + length]
            at += length
        else:
            break
    return found


def _member_number(data: bytes, field: int) -> int:
    value = _members(data).get(field)
    return value if isinstance(value, int) else 0


def _member_text(data: bytes, field: int) -> str:
    value = _members(data).get(field)
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""
