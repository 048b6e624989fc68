"""jsonschema-rs decides; the reference validator must never disagree with it."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from jsonschema import Draft7Validator

from aigov.bom.validate import SPEC_VERSIONS, _read, _reference_registry, check_schema, format_checker
from aigov.bom.writer import write_bom

MAKE = runpy.run_path(str(Path(__file__).parent / "fixtures" / "make.py"))


def _documents():
    """Every document of the corpus that gets as far as its schema, and every 1.6 one under the other versions too."""
    for name, entry in {**MAKE["BAD"], **MAKE["GOOD"]}.items():
        data = entry[0] if isinstance(entry, tuple) else entry
        try:
            document = json.loads(data.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            continue
        readable = "half-character" not in name  # such text cannot even be handed to jsonschema-rs
        if readable and isinstance(document, dict) and document.get("specVersion") in SPEC_VERSIONS:
            for version in SPEC_VERSIONS:
                yield pytest.param({**document, "specVersion": version}, version, id=f"{name}-{version}")


@pytest.mark.parametrize(("document", "version"), list(_documents()))
def test_both_validators_agree(document, version):
    reference = Draft7Validator(
        _read(f"bom-{version}.SNAPSHOT.schema.json"),
        registry=_reference_registry(version),
        format_checker=format_checker(),
    )

    refusal = check_schema(document, version)
    assert (refusal is None) == reference.is_valid(document), refusal


@pytest.mark.parametrize("version", SPEC_VERSIONS)
def test_the_librarys_own_strict_validator_refuses_the_same_misplaced_properties(version):
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": version,
        "components": [{**MAKE["MODEL"], "modelCard": {"modelParameters": {"properties": []}}}],
    }
    library = JsonStrictValidator(SchemaVersion.from_version(version))

    assert library.validate_str(json.dumps(document)) is not None
    assert check_schema(document, version) is not None
    del document["components"][0]["modelCard"]["modelParameters"]["properties"]
    assert library.validate_str(json.dumps(document)) is None
    assert check_schema(document, version) is None


def test_the_nearest_to_the_root_is_worst_and_the_rest_is_counted():
    refusal = check_schema(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "components": [{"type": "library", "name": 3, "licenses": [{"license": {"id": "None"}}]}, {"name": "x"}],
            "version": "1",
        },
        "1.6",
        limit=3,
    )

    assert refusal is not None
    assert refusal.total == 4
    assert [violation.pointer for violation in refusal.worst] == ["/version", "/components/1", "/components/0/name"]
    assert str(refusal) == "/version: '1' is not of type 'integer'; and 3 more"


def test_of_equals_the_one_that_names_its_cause_is_worst():
    component = {"type": "library", "name": "a", "licenses": [{"license": {"id": "None"}}], "properties": 1}
    refusal = check_schema({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [component]}, "1.6")

    assert refusal is not None
    assert refusal.worst[0].pointer == "/components/0/properties"


def test_the_branch_of_a_choice_that_came_nearest_is_named():
    refusal = check_schema(
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"tools": {"components": [{"name": "t"}]}}}, "1.6"
    )

    assert refusal is not None
    assert str(refusal) == "/metadata/tools/components/0: 'type' is a required property"


def test_a_long_value_does_not_hide_the_reason():
    refusal = check_schema({"bomFormat": "CycloneDX", "specVersion": "1.6", "version": "x" * 10_000}, "1.6")

    assert refusal is not None
    assert str(refusal).endswith("… is not of type 'integer'")
    assert len(str(refusal)) < 120


def test_a_huge_value_is_not_gone_through_again_by_the_slow_validator(monkeypatch):
    monkeypatch.setattr(Draft7Validator, "iter_errors", lambda *_: pytest.fail("asked jsonschema"))
    components = [{"type": "library", "name": str(i)} for i in range(20_000)] * 2

    refusal = check_schema({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": components}, "1.6")
    assert refusal is not None
    assert refusal.worst[0].pointer == "/components"
    assert refusal.worst[0].message.endswith("has non-unique elements")
    assert len(str(refusal)) < 300


def test_a_valid_document_does_not_cost_the_import_of_jsonschema(full, catalogue, tmp_path):
    path = tmp_path / "bom.json"
    path.write_text(json.dumps(write_bom(full, catalogue)))
    script = (
        "import sys; from pathlib import Path; from aigov.bom.reader import read_bom_file\n"
        f"read_bom_file(Path({str(path)!r}))\n"
        "print([name for name in ('jsonschema', 'cyclonedx', 'referencing') if name in sys.modules])"
    )

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
