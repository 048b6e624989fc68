"""docs/results.md says what is in results.json, and which formats there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from aigov.report.formats import FORMATS
from aigov.schema import load_schema

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "results.md").read_text()
SCHEMA = load_schema("results")


def fields(schema: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Each field as the field that holds it and its own name."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    for name, part in schema.get("properties", {}).items():
        yield prefix, name
        yield from fields(part, f"{prefix}.{name}".lstrip("."))
    if "items" in schema:
        yield from fields(schema["items"], f"{prefix}[]")


def rows() -> dict[str, str]:
    table = PAGE.partition("## results.json, version 1")[2]
    return dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", table, re.MULTILINE))


def test_every_field_of_the_schema_is_told() -> None:
    """In a row of its own, or in the row of what holds it."""
    told = rows()
    for holder, name in fields(SCHEMA):
        own = f"{holder}.{name}".lstrip(".")
        around = told.get(holder.removesuffix("[]"), "")
        assert own in told or f"`{name}`" in around, own


def test_nothing_is_told_that_the_schema_does_not_have() -> None:
    known = {f"{holder}.{name}".lstrip(".") for holder, name in fields(SCHEMA)}
    assert rows().keys() <= known
    assert len(rows()) > 30


def test_every_format_is_told() -> None:
    told = re.findall(r"^\| `(\w+)` \| (?:people|programs|code|CI|a comment|GitHub|Kubernetes)", PAGE, re.MULTILINE)
    assert told == ["table", *FORMATS]


def test_the_version_of_the_schema_is_that_of_the_page() -> None:
    assert f'`"schema": "{SCHEMA["properties"]["schema"]["const"]}"`' in PAGE
    assert SCHEMA["$id"].endswith("/results/v1")
