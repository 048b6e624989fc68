from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aigov.errors import UsageError
from aigov.evidence.folder import read_folder
from aigov.evidence.statement import (
    Documents,
    build_statement,
    contradictions,
    creation_time,
    derive_claims,
    parse_statement,
    read_documents,
)
from aigov.strict_json import MalformedError

Json = dict[str, Any]


def rewrite(path: Path, change: Callable[[Json], object]) -> None:
    document = json.loads(path.read_text())
    change(document)
    path.write_text(json.dumps(document))


def documents(folder: Path) -> Documents:
    return read_documents(read_folder(folder))


def test_statement_has_a_subject_for_every_file_and_says_what_the_files_say(delivered: Path) -> None:
    (delivered / "brief").mkdir()
    (delivered / "brief" / "brief.html").write_text("<p>")
    folder = read_folder(delivered)

    statement = build_statement(folder, read_documents(folder), created="2026-11-03T08:00:05Z", engine={"name": "opa"})

    assert [subject["name"] for subject in statement["subject"]] == [
        "aibom.cdx.json",
        "brief/brief.html",
        "results.json",
    ]
    assert all(subject["digest"].keys() == {"sha256"} for subject in statement["subject"])
    predicate = statement["predicate"]
    assert predicate["source"] == {
        "name": "support-desk",
        "version": "2.4.0",
        "commit": "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
        "dirty": False,
        "uri": "https://git.example.com/acme/support-desk",
    }
    assert predicate["summary"][0]["decided"] == {"passed": 1, "of": 2}
    assert predicate["engine"] == {"name": "opa"}
    subjects, parsed = parse_statement(json.dumps(statement).encode())
    assert parsed == predicate
    assert subjects == folder.digests


def test_bom_of_another_tool_claims_nothing_that_it_does_not_say(delivered: Path) -> None:
    (delivered / "aibom.cdx.json").write_text('{"bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": []}')
    rewrite(delivered / "results.json", lambda r: r["system"].pop("commit"))

    assert derive_claims(documents(delivered))["source"] == {"name": "support-desk", "version": "2.4.0"}


def test_only_the_repository_is_taken_for_the_source(delivered: Path) -> None:
    def add_references(bom: Json) -> None:
        bom["metadata"]["component"]["externalReferences"] = [
            "broken",
            {"type": "website", "url": "https://www.example.com"},
            {"type": "vcs", "url": "https://git.example.com/acme/other"},
        ]

    rewrite(delivered / "aibom.cdx.json", add_references)

    assert derive_claims(documents(delivered))["source"]["uri"] == "https://git.example.com/acme/other"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda r: r["digests"].update(bom="0" * 64), "results.json judged another AI-BOM than aibom.cdx.json"),
        (lambda r: r["system"].update(commit="0" * 40), "results.json names commit 0000"),
        (lambda r: r["engine"]["bundles"].append(r["engine"]["bundles"][0]), "names a framework twice"),
        (lambda r: r["engine"]["bundles"].pop(), "has controls of eu-ai-act, which is not among its bundles"),
        (lambda r: r["controls"].pop(), "the summary of results.json does not count its own controls"),
        (lambda r: r["controls"][1].update(status="pass"), "the summary of results.json does not count its own"),
        (lambda r: r["summary"][0].update(manual=0), "the summary of results.json does not count its own controls"),
        (lambda r: r["summary"].reverse(), "the summary of results.json does not count its own controls"),
        (lambda r: r["gate"]["refused_by"].append("x/y"), "was refused by x/y, which is not among its controls"),
        (lambda r: r["gate"].update(passed=True), "passed and was refused by nist-ai-rmf/GOVERN 6.1"),
    ],
)
def test_contradiction_is_found(change: Callable[[Json], object], says: str, delivered: Path) -> None:
    assert contradictions(documents(delivered)) == []
    rewrite(delivered / "results.json", change)

    found = contradictions(documents(delivered))

    assert any(says in line for line in found), found


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("aibom.cdx.json", "", "aibom.cdx.json: not JSON"),
        ("aibom.cdx.json", "[]", "aibom.cdx.json: not a JSON object"),
        ("aibom.cdx.json", '{"spdxVersion": "SPDX-2.3"}', "aibom.cdx.json is not a CycloneDX document"),
        ("aibom.cdx.json", '{"bomFormat": "CycloneDX", "bomFormat": "x"}', "'bomFormat' is given twice"),
        ("results.json", "{}", "results.json breaks its schema at /: 'schema' is a required property"),
    ],
)
def test_document_of_another_kind(name: str, data: str, says: str, delivered: Path) -> None:
    (delivered / name).write_text(data)
    with pytest.raises(MalformedError) as caught:
        documents(delivered)
    assert says in str(caught.value)


def test_predicate_that_breaks_its_schema_is_not_built(delivered: Path) -> None:
    rewrite(delivered / "results.json", lambda r: r["digests"].update(policy_input="md5:0"))
    folder = read_folder(delivered)
    with pytest.raises(MalformedError, match="/digests/policy_input"):
        build_statement(folder, read_documents(folder), created="2026-11-03T08:00:05Z")


def test_creation_time() -> None:
    assert creation_time({"SOURCE_DATE_EPOCH": "0"}) == "1970-01-01T00:00:00Z"
    assert creation_time({"SOURCE_DATE_EPOCH": "1793704805"}) == "2026-11-03T11:20:05Z"
    assert creation_time({"SOURCE_DATE_EPOCH": ""})[:2] == "20"
    for wrong in ("yesterday", "1e9", "9" * 30):
        with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
            creation_time({"SOURCE_DATE_EPOCH": wrong})
