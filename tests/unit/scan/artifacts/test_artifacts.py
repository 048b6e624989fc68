"""Model files: headers read within bounds, pickles not loaded, digests, papers, the AI-BOM, the policy input."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import pickle
import struct
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aigov.bom.writer import write_bom
from aigov.catalogue import load_catalogue
from aigov.model import Artifact
from aigov.policy.input import build_input
from aigov.scan import artifacts
from aigov.scan.artifacts import format_of
from aigov.scan.scan import scan_tree
from aigov.schema import violations


class Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("echo no",)


def text(value: str) -> bytes:
    return struct.pack("<Q", len(value)) + value.encode()


def gguf(pairs: list[tuple[str, int, bytes]], *, count: int | None = None) -> bytes:
    body = b"".join(text(key) + struct.pack("<I", kind) + value for key, kind, value in pairs)
    return b"GGUF" + struct.pack("<IQQ", 3, 0, len(pairs) if count is None else count) + body


LLAMA = [
    ("general.architecture", 8, text("llama")),
    ("tokenizer.ggml.tokens", 9, struct.pack("<IQ", 8, 3) + text("a") + text("b") + text("c")),
    ("tokenizer.ggml.scores", 9, struct.pack("<IQ", 6, 2) + b"\0" * 8),
    ("llama.rope.freq_base", 6, struct.pack("<f", 1.0)),
    ("general.name", 8, text("Llama 3.2 1B\nInstruct")),
    ("general.file_type", 4, struct.pack("<I", 15)),
    ("general.license", 8, text("llama3.2")),
    ("general.base_model.0.repo_url", 8, text("https://huggingface.co/meta-llama/Llama-3.2-1B")),
]


def safetensors(head: bytes) -> bytes:
    return struct.pack("<Q", len(head)) + head


def field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return bytes([number << 3, value])
    return bytes([number << 3 | 2, len(value)]) + value


ONNX = (
    field(1, 9)
    + field(2, b"pytorch")
    + field(3, b"2.5.1")
    + field(7, b"\x0a" * 100)
    + field(8, field(1, b"") + field(2, 17))
    + field(14, field(1, b"license") + field(2, b"MIT"))
)


def torch_zip(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("model/data.pkl", data)
        archive.writestr("model/version", "3")
    return out.getvalue()


def keras_zip(config: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("config.json", json.dumps(config))
        archive.writestr("metadata.json", json.dumps({"keras_version": "3.6.0"}))
    return out.getvalue()


def scan(root: Path, files: dict[str, bytes | str]) -> tuple[Artifact, ...]:
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    inventory = scan_tree(root, catalogue=load_catalogue())
    assert [v for v in violations("inventory", inventory.to_dict()) if v.path[:1] == ("artifacts",)] == []
    return inventory.artifacts


def test_gguf(tmp_path: Path) -> None:
    data = gguf(LLAMA)
    (row,) = scan(tmp_path, {"models/llama.gguf": data})
    assert row == Artifact(
        file="models/llama.gguf",
        format="gguf",
        size=len(data),
        scope="app",
        sha256=hashlib.sha256(data).hexdigest(),
        name="Llama 3.2 1B Instruct",
        architecture="llama",
        quantization="Q4_K_M",
        license="llama3.2",
        base_model="https://huggingface.co/meta-llama/Llama-3.2-1B",
        runs_code=False,
    )


def test_safetensors(tmp_path: Path) -> None:
    head = {
        "__metadata__": {"modelspec.title": "Tiny", "modelspec.license": "MIT"},
        "a": {"dtype": "BF16", "shape": [1], "data_offsets": [0, 2]},
        "b": {"dtype": "BF16", "shape": [1], "data_offsets": [2, 4]},
        "c": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]},
    }
    (row,) = scan(tmp_path, {"m.safetensors": safetensors(json.dumps(head).encode()) + b"\0" * 8})
    assert (row.name, row.quantization, row.license, row.runs_code) == ("Tiny", "BF16", "MIT", False)


def test_onnx(tmp_path: Path) -> None:
    (row,) = scan(tmp_path, {"m.onnx": ONNX})
    assert (row.producer, row.architecture, row.license) == ("pytorch 2.5.1", "IR 9, opset 17", "MIT")


@pytest.mark.parametrize("protocol", range(6))
def test_a_pickle_is_listed_and_not_loaded(tmp_path: Path, protocol: int) -> None:
    (row,) = scan(tmp_path, {"a.pkl": pickle.dumps({"x": Evil()}, protocol)})
    assert row.unsafe == (f"{os.system.__module__}.system",)
    assert row.runs_code is True


def test_torch_archives_and_compressed_pickles(tmp_path: Path) -> None:
    evil = pickle.dumps(Evil())
    harmless = b"\x80\x02ctorch._utils\n_rebuild_tensor_v2\nq\x00."
    rows = scan(
        tmp_path,
        {
            "a.pt": torch_zip(evil),
            "b.pth": torch_zip(harmless),
            "c.joblib": gzip.compress(evil),
            "d.bin": b"\0\1\2",
            "pytorch_model.bin": harmless,
            "e.pkl": pickle.dumps({"rows": [1, 2]}),
            "f.pkl": b"csklearn.linear_model._base\nLinearRegression\n.",
        },
    )
    assert [(row.file, row.format, bool(row.unsafe)) for row in rows] == [
        ("a.pt", "pytorch", True),
        ("b.pth", "pytorch", False),
        ("c.joblib", "pickle", True),
        ("f.pkl", "pickle", False),
        ("pytorch_model.bin", "pytorch", False),
    ]


def test_keras_layers_that_bring_code(tmp_path: Path) -> None:
    layers = {"class_name": "Functional", "config": {"layers": [{"class_name": "Lambda"}]}}
    rows = scan(
        tmp_path,
        {
            "a.keras": keras_zip(layers),
            "b.keras": keras_zip({"class_name": "Sequential"}),
            "c.h5": b"\x89HDF\r\n\x1a\n" + b'keras_version model_config {"class_name": "Lambda"}',
            "table.h5": b"\x89HDF\r\n\x1a\n" + b"a table of measurements",
        },
    )
    assert [(row.file, row.unsafe, row.producer) for row in rows] == [
        ("a.keras", ("keras.layers.Lambda",), "keras 3.6.0"),
        ("b.keras", (), "keras 3.6.0"),
        ("c.h5", ("keras.layers.Lambda",), "keras"),
    ]


def test_the_papers_beside_it(tmp_path: Path) -> None:
    card = "---\nlicense: apache-2.0\nbase_model:\n- meta-llama/Llama-3.1-8B\n---\n# Card\n"
    (row,) = scan(
        tmp_path,
        {
            "lora/adapter_model.safetensors": safetensors(b"{}"),
            "lora/adapter_config.json": json.dumps({"peft_type": "LORA", "base_model_name_or_path": "Qwen/Qwen3-8B"}),
            "lora/README.md": card,
        },
    )
    assert (row.adapter, row.base_model, row.license) == (True, "Qwen/Qwen3-8B", "apache-2.0")


def test_a_readme_of_something_else_is_no_model_card(tmp_path: Path) -> None:
    (row,) = scan(tmp_path, {"a.gguf": gguf([]), "README.md": "---\nlicense: mit\n---\n", "config.json": "{}"})
    assert row.license is None


def test_a_pointer_of_git_lfs_tells_digest_and_size(tmp_path: Path) -> None:
    digest = "ab" * 32
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize 4700000000\n"
    (row,) = scan(tmp_path, {"a.gguf": pointer})
    assert (row.sha256, row.size, row.stored, row.note) == (digest, 4_700_000_000, "git-lfs", None)


def test_what_is_too_large_is_not_hashed_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(artifacts, "HASH_LIMIT", 16)
    (row,) = scan(tmp_path, {"a.gguf": gguf(LLAMA)})
    assert row.sha256 is None
    assert "no digest" in (row.note or "")
    assert row.architecture == "llama"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.gguf", b""),
        ("a.gguf", b"GGUF\x09\0\0\0"),
        ("a.gguf", gguf(LLAMA)[:60]),
        ("a.gguf", gguf([], count=1 << 60)),
        ("a.gguf", gguf([("k", 9, struct.pack("<IQ", 9, 1 << 40))])),
        ("a.gguf", gguf([("k", 8, struct.pack("<Q", 1 << 50))])),
        ("a.safetensors", b"\xff" * 8),
        ("a.safetensors", safetensors(b"[" * 5000)),
        ("a.safetensors", safetensors(b"[1]")),
        ("a.onnx", b"\xff" * 40),
        ("a.onnx", b"\x3a\xff\xff\xff\xff\x0f"),
        ("a.onnx", ONNX[:20]),
        ("a.pt", b"PK\x03\x04" + b"\0" * 40),
        ("a.keras", b"PK\x03\x04"),
        ("model.pkl", b"\x89PNG"),
        ("model.joblib", b"\x1f\x8b" + b"\0" * 20),
    ],
)
def test_damaged_files_are_listed_and_say_so(tmp_path: Path, name: str, data: bytes) -> None:
    (row,) = scan(tmp_path, {name: data})
    assert "header cannot be read" in (row.note or "")


def test_a_pickle_that_never_ends_is_bounded(tmp_path: Path) -> None:
    (row,) = scan(tmp_path, {"model.pkl": b"\x80\x04" + b"N0" * 3_000_000})
    assert row.note == "only its beginning could be looked at"


def test_other_files_are_none() -> None:
    for name in ("a.bin", "data.dat", "x.py", "model.txt", "gguf", ".gguf", "a.pb", "photo.png", "a.xml"):
        assert format_of(name) is None, name
    assert format_of("a/haarcascade_frontalface_default.xml") == "opencv-cascade"
    assert format_of("shape_predictor_68_face_landmarks.dat") == "dlib"
    assert format_of("export/saved_model.pb") == "tensorflow"


def test_bom_and_policy_input(tmp_path: Path) -> None:
    scan(tmp_path, {"llama.gguf": gguf(LLAMA), "old/model.pt": torch_zip(pickle.dumps(Evil(), 2))})
    inventory = scan_tree(tmp_path, catalogue=load_catalogue())
    for version in ("1.6", "1.7"):
        document = write_bom(inventory, load_catalogue(), spec_version=version)  # type: ignore[arg-type]
        parts = {part["bom-ref"]: part for part in document["components"]}
        part = parts["artifact:llama.gguf"]
        assert part["type"] == "machine-learning-model"
        assert part["hashes"] == [{"alg": "SHA-256", "content": inventory.artifacts[0].sha256}]
        assert part["licenses"] == [{"license": {"name": "llama3.2", "acknowledgement": "declared"}}]
        assert "artifact:old/model.pt" in document["dependencies"][0]["dependsOn"]
    document = build_input(document, None, load_catalogue(), datetime(2026, 11, 23, tzinfo=UTC))
    assert document["models"] == []
    assert document["ai_use"] == "present"
    assert [(row["format"], row.get("runs_code"), len(row["unsafe"])) for row in document["artifacts"]] == [
        ("gguf", False, 0),
        ("pytorch", True, 1),
    ]
