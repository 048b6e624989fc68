"""The shipped schemas: sound in themselves, and judged alike by both validators."""

from __future__ import annotations

import copy
import json
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

from aigov.resources import schemas_dir
from aigov.schema import Violation, load_schema, violations

NAMES = sorted(path.name.removesuffix(".schema.json") for path in schemas_dir().glob("*.schema.json"))

INPUT = {
    "schema": "aigov.dev/policy-input/v1",
    "context": {"evaluated_at": "2026-11-23T00:00:00Z", "evaluated_at_ns": 1_795_392_000_000_000_000},
    "bom": {"spec_version": "1.6", "by_aigov": True},
    "system": {"ref": "app:shop", "name": "shop"},
    "coverage": {"known": True, "complete": True, "gaps": []},
    "ai_use": "present",
    "libraries": [
        {
            "ref": "pkg:pypi/openai@1.0",
            "name": "openai",
            "locked": "yes",
            "scope": "app",
            "occurrences": [{"file": "a.py", "line": 1}],
        }
    ],
    "providers": [],
    "models": [{"ref": "model:openai/gpt-4o", "id": "gpt-4o", "pinned": "no", "scope": "app", "occurrences": []}],
    "mcp_servers": [],
    "flows": [],
    "indicators": [],
    "unresolved": [],
}

FAULTS = [
    pytest.param((), "models", None, "", id="missing"),
    pytest.param((), "more", 1, "", id="unknown key"),
    pytest.param(("context",), "evaluated_at_ns", "1", "/context/evaluated_at_ns", id="type"),
    pytest.param((), "ai_use", "maybe", "/ai_use", id="enum"),
    pytest.param((), "schema", "aigov.dev/policy-input/v2", "/schema", id="const"),
    pytest.param(("models", 0), "pinned", True, "/models/0/pinned", id="in a list"),
    pytest.param(
        ("libraries", 0, "occurrences", 0), "line", 1.5, "/libraries/0/occurrences/0/line", id="through a $ref"
    ),
]


def _broken(path, key, value):
    document = copy.deepcopy(INPUT)
    parent = document
    for part in path:
        parent = parent[part]
    if value is None:
        del parent[key]
    else:
        parent[key] = value
    return document


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_schema_is_a_sound_one(name):
    schema = load_schema(name)

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert violations(name, {"certainly": "not this"}), "a schema that accepts anything checks nothing"


def test_a_valid_document_has_no_violations():
    assert violations("policy-input", INPUT) == []
    assert Draft202012Validator(load_schema("policy-input")).is_valid(INPUT)


@pytest.mark.parametrize(("path", "key", "value", "pointer"), FAULTS)
def test_both_validators_refuse_and_the_place_is_named(path, key, value, pointer):
    document = _broken(path, key, value)

    (violation,) = violations("policy-input", document)
    assert violation.pointer == pointer
    assert violation.message
    assert not Draft202012Validator(load_schema("policy-input")).is_valid(document)


def test_the_number_of_violations_is_bounded():
    document = {**INPUT, "libraries": [{}] * 50}

    assert len(violations("policy-input", document, limit=3)) == 3


def test_integers_keep_every_digit():
    """Nanoseconds do not fit a float; 1.0 is an integer in JSON Schema."""
    document = _broken(("context",), "evaluated_at_ns", 2**63 - 1)

    assert violations("policy-input", document) == []
    assert violations("policy-input", _broken(("context",), "evaluated_at_ns", 1.5))


def test_pointers_are_escaped_as_in_rfc_6901():
    assert Violation(path=("a/b", 0, "m~n", ""), message="x").pointer == "/a~1b/0/m~0n/"
    assert Violation(path=(), message="x").pointer == ""


def test_jsonschema_is_imported_only_to_word_a_refusal():
    script = f"""
import json, sys
from aigov.schema import violations
violations("policy-input", json.loads({json.dumps(json.dumps(INPUT))}))
print("jsonschema" in sys.modules)
violations("policy-input", [])
print("jsonschema" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert run.stdout.split() == ["False", "True"]
