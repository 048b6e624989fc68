"""Keras: its archives and its HDF5 files, and whether they bring code of their own (``Lambda`` layers).

https://keras.io/api/models/model_saving_apis/model_saving_and_loading/ (``safe_mode``)
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from typing import BinaryIO

from aigov.scan.artifacts.header import Damaged, Header, shown, take

_LONGEST = 8 << 20
_LAMBDA = re.compile(rb'"class_name"\s*:\s*"Lambda"')
_LAMBDAS = ("keras.layers.Lambda",)


def read_keras(stream: BinaryIO, size: int) -> Header:
    """A ``.keras`` archive.

    :raises Damaged: it is none.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            with archive.open("config.json") as file:
                config = file.read(_LONGEST)
            said = b"{}"
            if "metadata.json" in archive.namelist()[:1000]:
                with archive.open("metadata.json") as file:
                    said = file.read(64 << 10)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, ValueError, zlib.error) as error:
        raise Damaged("it is no archive of Keras") from error
    try:
        version = json.loads(said).get("keras_version")
        kind = json.loads(config).get("class_name")
    except (ValueError, RecursionError, AttributeError):
        version = kind = None
    return Header(
        architecture=shown(kind),
        producer=f"keras {version}" if (version := shown(version)) else None,
        model=True,
        unsafe=_LAMBDAS if _LAMBDA.search(config) else (),
    )


def read_hdf5(stream: BinaryIO, size: int) -> Header:
    """An HDF5 file, of which only Keras' attributes tell a model.

    :raises Damaged: it is none.
    """
    if take(stream, 8) != b"\x89HDF\r\n\x1a\n":
        raise Damaged("it does not begin as an HDF5 file")
    data = stream.read(_LONGEST)
    return Header(
        model=b"model_config" in data or b"keras_version" in data,
        producer="keras" if b"keras_version" in data else None,
        unsafe=_LAMBDAS if _LAMBDA.search(data) else (),
    )
