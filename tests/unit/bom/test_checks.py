"""Each of the checks that the schema leaves out: it fires on one fault, the schema does not, and the repair passes."""

from __future__ import annotations

import copy

import pytest

from aigov.bom.checks import check_references
from aigov.bom.validate import check_schema

SOUND = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.7",
    "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
    "metadata": {
        "tools": {"components": [{"type": "application", "name": "t", "bom-ref": "tool"}]},
        "component": {
            "type": "application",
            "name": "app",
            "bom-ref": "app",
            "components": [{"type": "library", "name": "inner", "bom-ref": "inner"}],
        },
    },
    "components": [
        {"type": "library", "name": "lib", "bom-ref": "lib", "purl": "pkg:pypi/lib@1.0"},
        {
            "type": "machine-learning-model",
            "name": "m",
            "bom-ref": "model",
            "modelCard": {"modelParameters": {"datasets": [{"ref": "data"}, {"type": "dataset", "name": "inline"}]}},
        },
        {"type": "data", "name": "d", "bom-ref": "data", "data": [{"type": "dataset"}]},
        {"type": "cryptographic-asset", "name": "c", "cryptoProperties": {"assetType": "algorithm"}},
    ],
    "services": [
        {
            "name": "s",
            "bom-ref": "service",
            "endpoints": ["https://api.example/v1"],
            "services": [{"name": "t", "bom-ref": "sub", "endpoints": ["/relative"]}],
        }
    ],
    "dependencies": [
        {"ref": "app", "dependsOn": ["lib", "service", "urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#x"]},
        {"ref": "lib", "dependsOn": ["sub"], "provides": ["inner"]},
    ],
    "compositions": [{"aggregate": "unknown", "assemblies": ["app"], "dependencies": ["lib"]}],
    "vulnerabilities": [{"bom-ref": "v", "id": "CVE-1", "affects": [{"ref": "lib"}]}],
    "annotations": [
        {
            "subjects": ["model"],
            "annotator": {"individual": {"name": "A"}},
            "timestamp": "2026-11-23T00:00:00Z",
            "text": "looked at",
        }
    ],
    "citations": [
        {"pointers": ["/components/0/purl"], "timestamp": "2026-11-23T00:00:00Z", "attributedTo": "tool"},
    ],
}

FAULTS = {
    "dependency of nothing": (("dependencies", 0, "ref"), "nobody", "no bom-ref 'nobody'"),
    "dependency on nothing": (("dependencies", 0, "dependsOn", 1), "nobody", "no bom-ref 'nobody'"),
    "provides nothing": (("dependencies", 1, "provides", 0), "nobody", "no bom-ref 'nobody'"),
    "composition of nothing": (("compositions", 0, "assemblies", 0), "nobody", "no bom-ref 'nobody'"),
    "composed dependency": (("compositions", 0, "dependencies", 0), "nobody", "no bom-ref 'nobody'"),
    "annotation of nothing": (("annotations", 0, "subjects", 0), "nobody", "no bom-ref 'nobody'"),
    "affects nothing": (("vulnerabilities", 0, "affects", 0, "ref"), "nobody", "no bom-ref 'nobody'"),
    "attributed to nobody": (("citations", 0, "attributedTo"), "nobody", "no bom-ref 'nobody'"),
    "dataset": (
        ("components", 1, "modelCard", "modelParameters", "datasets", 0, "ref"),
        "nobody",
        "no bom-ref 'nobody'",
    ),
    "component twice": (("components", 2, "bom-ref"), "lib", "'lib' is used more than once"),
    "component and service": (("services", 0, "services", 0, "bom-ref"), "app", "'app' is used more than once"),
    "nested in the app": (("components", 2, "bom-ref"), "inner", "'inner' is used more than once"),
    "vulnerability": (("vulnerabilities", 0, "bom-ref"), "model", "used more than once"),
    "card on a library": (("components", 0, "modelCard"), {}, "modelCard belongs on a machine-learning-model"),
    "data on a model": (("components", 1, "data"), [], "data belongs on a data only, this is a machine-learning-model"),
    "crypto on a library": (
        ("components", 0, "cryptoProperties"),
        {"assetType": "algorithm"},
        "belongs on a cryptographic-asset",
    ),
    "purl without scheme": (("components", 0, "purl"), "pypi/lib@1.0", "'pypi/lib@1.0' is no package URL"),
    "purl without name": (("metadata", "component", "purl"), "pkg:pypi/", "is no package URL"),
    "tool with bad purl": (("metadata", "tools", "components", 0, "purl"), "x", "'x' is no package URL"),
    "nested endpoint": (("services", 0, "services", 0, "endpoints", 0), "https://%7BHOST%7D/", "is a template"),
    "shell template": (("services", 0, "endpoints", 0), "https://$(host)/", "is a template"),
    "listed twice": (("dependencies", 1, "ref"), "app", "dependencies of 'app' are given more than once"),
    "depends on itself": (("dependencies", 1, "dependsOn", 0), "lib", "'lib' depends on itself"),
    "pointer to nothing": (("citations", 0, "pointers", 0), "/components/9/purl", "'/components/9/purl' points at"),
    "pointer without slash": (("citations", 0, "pointers", 0), "components", "'components' points at nothing"),
    "nil serial number": (
        ("serialNumber",),
        "urn:uuid:00000000-0000-0000-0000-000000000000",
        "no urn:uuid of RFC 4122",
    ),
    "other variant": (("serialNumber",), "urn:uuid:3e671687-395b-41f5-c30f-a58921a69b79", "no urn:uuid of RFC 4122"),
}


def test_a_sound_document_passes():
    assert check_schema(SOUND, "1.7") is None
    assert check_references(SOUND) == []


@pytest.mark.parametrize("name", FAULTS)
def test_each_check_fires_where_the_schema_is_silent(name):
    path, value, words = FAULTS[name]
    document = copy.deepcopy(SOUND)
    parent = document
    for part in path[:-1]:
        parent = parent[part]
    parent[path[-1]] = value

    assert check_schema(document, "1.7") is None, "else the schema would do, and the check is not needed"
    found = check_references(document)
    assert len([violation for violation in found if words in violation.message]) == 1, found
    assert path == next(violation.path for violation in found if words in violation.message)


def test_a_document_without_any_of_it_passes():
    assert check_references({"bomFormat": "CycloneDX", "specVersion": "1.5"}) == []


@pytest.mark.parametrize(
    ("pointer", "resolves"),
    [
        ("", True),
        ("/metadata/tools/components/0/bom-ref", True),
        ("/a~1b~0", True),
        ("/a/b~", False),
        ("/components/-", False),
        ("/components/0/name/0", False),
    ],
)
def test_pointers_are_those_of_rfc_6901(pointer, resolves):
    document = {**copy.deepcopy(SOUND), "a/b~": 1}
    document["citations"][0]["pointers"] = [pointer]

    assert (check_references(document) == []) is resolves


@pytest.mark.parametrize("place", ["ancestors", "descendants", "variants"])
def test_components_in_a_pedigree_are_checked_too(place):
    document = copy.deepcopy(SOUND)
    document["components"][0]["pedigree"] = {place: [{"type": "library", "name": "x", "modelCard": {}, "purl": "y"}]}

    assert check_schema(document, "1.7") is None
    assert [violation.path[-1] for violation in check_references(document)] == ["modelCard", "purl"]
