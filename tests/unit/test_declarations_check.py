"""The walk that words faults and the JSON Schema give the same verdict on the same document."""

from typing import Any

import jsonschema_rs
from hypothesis import given, settings
from hypothesis import strategies as st

from aigov.declarations_check import check_document
from aigov.located_yaml import Located
from aigov.schema import load_schema

SCHEMA = load_schema("declarations")
VALID = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True)

WORDS = st.sampled_from(
    ["", " ", "x", "openai", "eu-ai-act/Art. 4", "*", "model:x", "2026-01-31", "2026-02-30", "limited"]
)
SCALARS = WORDS | st.sampled_from([None, True, 0, 1, -1, 1.0, 1.5, "deployer", "none", "personal"])


def documents(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Documents that are mostly of the schema's shape, and now and then are not."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    kind = schema.get("type")
    shape: st.SearchStrategy[Any] = SCALARS
    if kind == "object":
        fields = {key: documents(part) for key, part in schema["properties"].items()}
        shape = st.fixed_dictionaries({}, optional=fields | {"stranger": SCALARS})
    elif kind == "array":
        shape = st.lists(documents(schema["items"]), max_size=2)
    elif "examples" in schema:
        shape = st.sampled_from(schema["examples"]) | SCALARS
    return shape | SCALARS if kind in ("object", "array") else shape


@settings(max_examples=300, derandomize=True, deadline=None)
@given(documents(SCHEMA))
def test_the_walk_refuses_what_the_schema_refuses(document: Any) -> None:
    faults = list(check_document(Located(value=document, lines={})))
    if VALID.is_valid(document):
        # Stricter only where a slip would go unnoticed.
        assert all("before `on`" in f.what or "data_classes" in f.what for f in faults)
    else:
        assert faults
        assert not any(f.fix == "see docs/declarations.md" for f in faults)
