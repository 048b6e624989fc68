"""Model files of a tree: what their headers, and the papers beside them, say. Nothing is ever loaded or executed.

Each format is read within bounds: of a file the header alone, of a pickle the names that it would import. What cannot
be read is listed all the same, by its name, and says so.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from aigov.model import Artifact
from aigov.scan.artifacts import gguf, onnx, pickles, safetensors, zipped
from aigov.scan.artifacts.header import Damaged, Header
from aigov.scan.artifacts.papers import Papers
from aigov.scan.files import SourceFile
from aigov.scan.scopes import scope_of

HASH_LIMIT = 2 << 30
"""Bytes of the largest file whose digest is computed."""

_FORMATS: Mapping[str, str] = {
    "gguf": "gguf",
    "ggml": "ggml",
    "safetensors": "safetensors",
    "onnx": "onnx",
    "ort": "onnx",
    "pt": "pytorch",
    "pth": "pytorch",
    "ckpt": "pytorch",
    "pkl": "pickle",
    "pickle": "pickle",
    "joblib": "pickle",
    "dill": "pickle",
    "keras": "keras",
    "h5": "hdf5",
    "hdf5": "hdf5",
    "tflite": "tflite",
    "mlmodel": "coreml",
    "nemo": "nemo",
    "mar": "torchserve",
    "engine": "tensorrt",
    "llamafile": "llamafile",
    "cbm": "catboost",
    "ubj": "xgboost",
    "bst": "xgboost",
    "caffemodel": "caffe",
}
_BY_NAME = re.compile(
    r"(?:(?:pytorch|adapter|diffusion_pytorch)_model[\w.-]*\.bin|ggml-[\w.-]+\.bin|(?P<tf>saved_model|frozen_[\w-]+)\.pb"
    r"|(?:shape_predictor|mmod|dlib_face_recognition)[\w.-]*\.dat|haarcascade_[\w]+\.xml)",
    re.IGNORECASE,
)
_ALWAYS_MODELS = frozenset(
    """gguf ggml safetensors onnx tflite coreml nemo torchserve llamafile catboost tensorflow keras caffe dlib
    opencv-cascade""".split()  # noqa: SIM905 - a word list reads better
)
"""Formats that hold nothing but models; of the others the content tells, or nothing does."""
_RUNS_CODE = frozenset(("pickle", "pytorch", "nemo", "torchserve", "llamafile"))
_NEVER_RUNS_CODE = frozenset(("gguf", "safetensors", "onnx", "tflite", "coreml"))
_READERS: Mapping[str, Callable[[BinaryIO, int], Header]] = {
    "gguf": gguf.read,
    "safetensors": safetensors.read,
    "onnx": onnx.read,
    "pickle": pickles.read,
    "pytorch": pickles.read,
    "keras": zipped.read_keras,
    "hdf5": zipped.read_hdf5,
}
_POINTER = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\n(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\nsize ([0-9]{1,15})\n?"
)
_MODEL_WORDS = re.compile(
    r"(?:^|[/_.-])(?:models?|weights?|checkpoints?|classifier|estimator|pipeline)(?:$|[/_.-])", re.IGNORECASE
)


def format_of(path: str) -> str | None:
    """The format that a file's name promises; None for what is no model file."""
    name = path.rpartition("/")[2].lower()
    stem, _, extension = name.rpartition(".")
    if not stem:
        return None
    if found := _BY_NAME.fullmatch(name):
        if extension == "bin":
            return "ggml" if name.startswith("ggml") else "pytorch"
        return "tensorflow" if found["tf"] else "dlib" if extension == "dat" else "opencv-cascade"
    return _FORMATS.get(extension)


def find_artifacts(root: Path, files: Iterable[SourceFile]) -> tuple[Artifact, ...]:
    """Every model file among ``files``, sorted by path."""
    wanted = [(file, form) for file in files if (form := format_of(file.path)) is not None]
    if not wanted:
        return ()
    papers = Papers(root)
    found = (_read(root, file, form, papers) for file, form in wanted)
    return tuple(sorted((row for row in found if row is not None), key=lambda row: row.file))


def _read(root: Path, file: SourceFile, form: str, papers: Papers) -> Artifact | None:
    row = Artifact(file=file.path, format=form, size=file.size, scope=scope_of(file.path))
    header = Header()
    try:
        with _open(root, file.path) as stream:
            pointer = _POINTER.fullmatch(stream.read(1024)) if file.size <= 1024 else None
            if pointer is not None:
                row = replace(row, sha256=pointer[1].decode(), size=int(pointer[2]), stored="git-lfs")
            else:
                header = _header(stream, file.size, form)
                row = replace(row, sha256=_digest(stream) if file.size <= HASH_LIMIT else None)
    except OSError as error:
        return replace(row, note=f"cannot be read: {error.strerror or 'of another kind'}")
    note = header.note
    if row.sha256 is None:
        note = f"larger than {HASH_LIMIT >> 30} GiB, so that no digest was computed" + (f"; {note}" if note else "")
    told = papers.beside(file.path)
    if not (form in _ALWAYS_MODELS or header.model or told.model or _MODEL_WORDS.search(file.path) or header.unsafe):
        return None
    return replace(
        row,
        name=header.name or told.name,
        architecture=header.architecture or told.architecture,
        quantization=header.quantization or told.quantization,
        license=header.license or told.license,
        base_model=header.base_model or told.base_model,
        producer=header.producer,
        adapter=True if told.adapter and "adapter" in file.path.rpartition("/")[2] else None,
        runs_code=True if form in _RUNS_CODE or header.unsafe else False if form in _NEVER_RUNS_CODE else None,
        unsafe=header.unsafe,
        note=note,
    )


def _header(stream: BinaryIO, size: int, form: str) -> Header:
    reader = _READERS.get(form)
    if reader is None:
        return Header()
    stream.seek(0)
    try:
        return reader(stream, size)
    except Damaged as fault:
        return Header(note=f"its header cannot be read: {fault}")


def _digest(stream: BinaryIO) -> str:
    stream.seek(0)
    digest = hashlib.sha256()
    while part := stream.read(1 << 20):
        digest.update(part)
    return digest.hexdigest()


def _open(root: Path, path: str) -> BinaryIO:
    handle = os.open(f"{root}/{path}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    return os.fdopen(handle, "rb")
