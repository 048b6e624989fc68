"""Module specifiers that name a package by more than its name."""

from __future__ import annotations

import pytest

from aigov.scan.facts.specifiers import module_name, read_specifier


@pytest.mark.parametrize(
    ("text", "module", "package", "constraint"),
    [
        ("npm:openai", "openai", "openai", ""),
        ("npm:openai@4.52.0", "openai", "openai", "4.52.0"),
        ("npm:/openai@4/resources", "openai/resources", "openai", "4"),
        ("npm:@anthropic-ai/sdk@^0.24/index.js", "@anthropic-ai/sdk", "@anthropic-ai/sdk", "^0.24"),
        ("jsr:@openai/openai@^4.5", "@openai/openai", "@jsr/openai__openai", "^4.5"),
        ("https://esm.sh/openai@4.2.0", "openai", "openai", "4.2.0"),
        ("https://esm.sh/v135/openai@4.2.0/es2022/openai.mjs", "openai", "openai", "4.2.0"),
        ("https://esm.sh/*@ai-sdk/openai@1?dev&deps=zod@3", "@ai-sdk/openai", "@ai-sdk/openai", "1"),
        ("https://esm.sh/jsr/@openai/openai", "@openai/openai", "@jsr/openai__openai", ""),
        ("//cdn.jsdelivr.net/npm/openai@4.20.0/+esm", "openai", "openai", "4.20.0"),
        ("https://fastly.jsdelivr.net/npm/openai/dist/openai.min.js", "openai", "openai", ""),
        ("https://unpkg.com/@huggingface/inference@2.6.4/dist/index.mjs", *["@huggingface/inference"] * 2, "2.6.4"),
        ("https://esm.run/langfuse", "langfuse", "langfuse", ""),
        ("https://ga.jspm.io/npm:openai@4.2.0/index.mjs", "openai", "openai", "4.2.0"),
        (
            "https://cdn.skypack.dev/-/openai@v3.1.0-Nv2YpPzsU0vTQ7Yd1yZ6/dist=es2020/openai.js",
            *["openai"] * 2,
            "3.1.0",
        ),
        ("https://deno.land/x/openai@v4.20.1/mod.ts", "openai", None, "4.20.1"),
    ],
)
def test_packages(text: str, module: str, package: str | None, constraint: str) -> None:
    found = read_specifier(text)
    assert found is not None
    assert (found.module, found.package, found.constraint) == (module, package, constraint)
    assert module_name(text) == module


@pytest.mark.parametrize(
    "text",
    [
        "openai",
        "@ai-sdk/openai/internal",
        "./npm:openai",
        "node:fs",
        "data:text/javascript,openai",
        "https://api.openai.com/v1",
        "https://esm.sh/gh/openai/openai-node",
        "https://esm.sh/",
        "https://unpkg.com/browse/openai",
        "https://evil.example/npm/openai@4",
        "npm:",
        "jsr:",
    ],
)
def test_what_names_no_package(text: str) -> None:
    assert read_specifier(text) is None
    assert module_name(text) == text
