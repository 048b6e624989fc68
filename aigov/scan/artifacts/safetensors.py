"""Safetensors: the JSON at its head. https://huggingface.co/docs/safetensors/index"""

from __future__ import annotations

import json
import struct
from collections import Counter
from typing import BinaryIO

from aigov.scan.artifacts.header import Damaged, Header, shown, take

_LONGEST = 16 << 20
"""Bytes of the largest header that is read; the format allows 100 MB."""


def read(stream: BinaryIO, size: int) -> Header:
    """Most common type of the weights, and what its metadata say.

    :raises Damaged: it is no safetensors file.
    """
    (length,) = struct.unpack("<Q", take(stream, 8))
    if not 2 <= length <= size - 8:
        raise Damaged("it does not begin with the length of a header")
    if length > _LONGEST:
        return Header(model=True, note=f"its header is larger than {_LONGEST >> 20} MiB and was not read")
    try:
        head = json.loads(take(stream, length))
    except (ValueError, RecursionError) as error:
        raise Damaged("its header is no JSON") from error
    if not isinstance(head, dict):
        raise Damaged("its header is no table")
    said = head.pop("__metadata__", None)
    said = said if isinstance(said, dict) else {}
    kinds = Counter(str(row["dtype"]) for row in head.values() if isinstance(row, dict) and "dtype" in row)
    return Header(
        name=shown(said.get("modelspec.title") or said.get("name")),
        architecture=shown(said.get("modelspec.architecture") or said.get("architecture")),
        quantization=shown(min(kinds, key=lambda kind: (-kinds[kind], kind))) if kinds else None,
        license=shown(said.get("modelspec.license") or said.get("license")),
        base_model=shown(said.get("ss_base_model_version") or said.get("base_model")),
        producer=shown(said.get("modelspec.author")),
        model=True,
    )
