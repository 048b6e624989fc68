"""Licences by purl, from SBOMs of other tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aigov.scan.licences.sbom import LIMIT, NoSbom, names_sbom, read_sbom

SBOMS = Path(__file__).parent / "fixtures" / "sboms"


def test_cyclonedx_with_nested_components_and_licences_as_evidence() -> None:
    assert read_sbom((SBOMS / "syft.cdx.json").read_bytes()).licences == {
        "pkg:pypi/openai": {"1.55.0": ("Apache-2.0",)},
        "pkg:pypi/langchain": {"0.3.7": ("MIT OR Apache-2.0",)},
        "pkg:pypi/cohere": {"5.0.0": ("BSD License",)},
        "pkg:npm/%40anthropic-ai/sdk": {"0.60.0": ("MIT",)},
    }


def test_spdx_2_takes_what_is_declared_before_what_was_concluded() -> None:
    assert read_sbom((SBOMS / "trivy.spdx.json").read_bytes()).licences == {
        "pkg:pypi/openai": {"1.55.0": ("Apache-2.0",)},
        "pkg:pypi/langchain": {"0.3.7": ("MIT",)},
        "pkg:pypi/cohere": {"5.0.0": ("House terms",)},
    }


def test_spdx_3_follows_relationships() -> None:
    assert read_sbom((SBOMS / "three.spdx.json").read_bytes()).licences == {
        "pkg:pypi/openai": {"1.55.0": ("Apache-2.0",)},
        "pkg:pypi/langchain": {"0.3.7": ("MIT",)},
    }


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"{", b"[]", b"{}", b'{"bomFormat": "SPDX"}', b"\xff\xfe{}", b'{"spdxVersion": 2}', b'{"a": 1, "a": 2}'),
        b'{"bomFormat": "CycloneDX", "components": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
)
def test_what_is_no_sbom_is_refused(data: bytes) -> None:
    with pytest.raises(NoSbom):
        read_sbom(data)


def test_a_document_beyond_the_limit_is_not_parsed() -> None:
    with pytest.raises(NoSbom, match="larger than 64 MiB"):
        read_sbom(b" " * (LIMIT + 1))


@pytest.mark.parametrize("odd", [None, 3, "x", [], {}, [None, 3, "x", []], {"a": {}}])
def test_odd_values_give_nothing(odd: object) -> None:
    component = {"purl": odd, "licenses": odd, "components": odd, "evidence": odd}
    package = {"licenseDeclared": odd, "externalRefs": [{"referenceType": "purl", "referenceLocator": odd}, odd]}
    relation = {"spdxId": odd, "relationshipType": odd, "from": odd, "to": odd, "software_packageUrl": odd}
    for document in (
        {"bomFormat": "CycloneDX", "components": [component, odd], "metadata": odd},
        {"spdxVersion": "SPDX-2.3", "packages": [package, odd], "hasExtractedLicensingInfos": odd},
        {"@context": "https://spdx.org/x", "@graph": [relation, odd]},
    ):
        assert read_sbom(json.dumps(document).encode()).licences == {}


def test_names_of_sboms() -> None:
    assert all(map(names_sbom, ("bom.json", "a/sbom.json", "x.cdx.json", "a/X.SPDX.json", "y.cyclonedx.json")))
    assert not any(map(names_sbom, ("bom.xml", "bombom.json", "cdx.json", "package.json")))
