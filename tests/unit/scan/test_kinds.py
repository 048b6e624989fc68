from __future__ import annotations

import pytest

from aigov.scan.kinds import classify, kind_table


@pytest.mark.parametrize(
    ("path", "head", "role", "name"),
    [
        ("a.py", b"", "source", "python"),
        ("a.PY", b"", "source", "python"),
        ("types.pyi", b"", "source", "python"),
        ("a.mjs", b"", "source", "javascript"),
        ("a.jsx", b"", "source", "javascript"),
        ("a.d.ts", b"", "source", "typescript"),
        ("a.cts", b"", "source", "typescript"),
        ("a.tsx", b"", "source", "tsx"),
        ("bin/run", b"#!/usr/bin/env python3\n", "source", "python"),
        ("bin/run", b"#!/usr/bin/python3.11 -u\n", "source", "python"),
        ("bin/run", b"#!/usr/bin/env -S node --loader x\n", "source", "javascript"),
        ("bin/run", b"#!/bin/bash\n", "manifest", "shell"),
        ("bin/run", b"#!/opt/strange\n", "not-code", "other"),
        ("main.go", b"", "source", "go"),
        ("main.hs", b"", "unsupported-language", "haskell"),
        ("a.ipynb", b"", "source", "jupyter-notebook"),
        ("App.vue", b"", "source", "vue"),
        ("Index.razor", b"", "source", "razor"),
        ("notes.md", b"", "not-code", "markdown"),
        ("LICENSE", b"", "not-code", "text"),
        ("logo.png", b"", "not-code", "image"),
        ("model.safetensors", b"", "not-code", "model-weights"),
        ("setup.py", b"", "source", "python"),
        ("pyproject.toml", b"", "manifest", "pyproject.toml"),
        ("web/package.json", b"", "manifest", "package.json"),
        ("requirements-dev.txt", b"", "manifest", "requirements.txt"),
        ("uv.lock", b"", "manifest", "python-lock"),
        ("yarn.lock", b"", "manifest", "npm-lock"),
        (".env.example", b"", "manifest", "env"),
        ("api/Dockerfile", b"", "manifest", "dockerfile"),
        ("src/env.ts", b"", "source", "typescript"),
        ("tsconfig.json", b"", "not-code", "json"),
        (".hidden", b"", "not-code", "other"),
    ],
)
def test_classify(path: str, head: bytes, role: str, name: str) -> None:
    kind = classify(path, head)
    assert (kind.role, kind.name) == (role, name)


def test_no_name_stands_in_two_rows() -> None:
    table = kind_table()
    assert len(table.by_extension) > 300
    # A TOML array may repeat what another row claims; the index would silently keep the last.
    import tomllib
    from importlib.resources import files

    rows = tomllib.loads(files("aigov.scan").joinpath("kinds.toml").read_text("utf-8"))["kind"]
    for key in ("extensions", "filenames", "interpreters"):
        names = [name for row in rows for name in row.get(key, ())]
        assert len(names) == len(set(names)), key
    assert {row["role"] for row in rows} == {"source", "manifest", "unsupported-language", "not-code"}
