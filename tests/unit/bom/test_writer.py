"""The document as a whole: valid twice over, deterministic, and nothing that was found is lost."""

from __future__ import annotations

import json
import os
import random
import re
from dataclasses import fields, replace
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aigov.bom import properties, writer
from aigov.bom.checks import check_references
from aigov.bom.reader import read_bom
from aigov.bom.writer import dump_bom, write_bom
from aigov.errors import AigovError
from aigov.model import Call, Coverage, Endpoint, Flow, Inventory, ModelUse, Skip, Subject, Use

VERSIONS = {"1.6": SchemaVersion.V1_6, "1.7": SchemaVersion.V1_7}


@pytest.mark.parametrize("spec_version", VERSIONS)
def test_second_opinions_agree(full, catalogue, spec_version):
    text = dump_bom(write_bom(full, catalogue, spec_version=spec_version))

    assert JsonStrictValidator(VERSIONS[spec_version]).validate_str(text) is None
    assert read_bom(text.encode(), "full")["specVersion"] == spec_version
    assert check_references(json.loads(text)) == []


def test_same_inventory_same_bytes_whatever_the_order(full, catalogue):
    want = dump_bom(write_bom(full, catalogue))

    for seed in range(5):
        shuffled = {}
        for field in fields(full):
            value = getattr(full, field.name)
            if isinstance(value, tuple):
                value = tuple(random.Random(seed).sample(value, len(value)))
            shuffled[field.name] = value
        assert dump_bom(write_bom(Inventory(**shuffled), catalogue)) == want


def test_serial_number_follows_the_content(full, catalogue):
    bom = write_bom(full, catalogue)
    other = write_bom(replace(full, calls=()), catalogue)

    assert re.fullmatch(
        r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", bom["serialNumber"]
    )
    assert bom["serialNumber"] == write_bom(full, catalogue)["serialNumber"] != other["serialNumber"]


def test_keys_have_a_fixed_order_and_text_ends_in_one_newline(full, catalogue):
    text = dump_bom(write_bom(full, catalogue, spec_version="1.7"))

    assert list(json.loads(text)) == [
        "$schema",
        "bomFormat",
        "specVersion",
        "serialNumber",
        "version",
        "metadata",
        "components",
        "services",
        "dependencies",
        "compositions",
        "citations",
    ]
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_both_versions_state_the_same_facts(full, catalogue):
    old, new = (write_bom(full, catalogue, spec_version=version) for version in VERSIONS)

    own = ("$schema", "specVersion", "serialNumber", "citations")
    assert {k: v for k, v in old.items() if k not in own} == {k: v for k, v in new.items() if k not in own}
    assert "citations" not in old


def test_citations_tell_the_source_from_the_catalogue(full, catalogue):
    bom = write_bom(full, catalogue, spec_version="1.7")
    scanned, added = bom["citations"]

    assert scanned["pointers"] == ["/metadata/component", "/components", "/services", "/dependencies"]
    refs = {
        f"/{array}/{i}": part["bom-ref"] for array in ("components", "services") for i, part in enumerate(bom[array])
    }
    cited = {(refs[pointer.rpartition("/")[0]], pointer.rpartition("/")[2]) for pointer in added["pointers"]}
    assert ("service:openai", "provider") in cited
    assert ("model:openai/gpt-4o-2024-08-06", "manufacturer") in cited
    assert not any(ref.startswith("mcp:") for ref, _ in cited)


def test_metadata(full, catalogue, values):
    metadata = write_bom(full, catalogue)["metadata"]

    assert metadata["timestamp"] == "2023-11-14T22:13:20Z"
    assert metadata["lifecycles"] == [{"phase": "pre-build"}]
    assert metadata["tools"]["components"][0]["name"] == "aigov"
    assert metadata["component"]["bom-ref"] == "app:shop"
    assert values(metadata, "aigov:schema") == ["1"]
    assert values(metadata, "aigov:scan:commit") == ["c" * 40]
    assert values(metadata, "aigov:scan:dirty") == ["false"]
    assert values(metadata, "aigov:coverage:complete") == ["false"]
    assert values(metadata, "aigov:coverage:files-seen") == ["12"]
    assert values(metadata, "aigov:coverage:files-scanned") == ["8"]
    assert values(metadata, "aigov:coverage:bytes-seen") == ["52000"]
    assert values(metadata, "aigov:coverage:suspects") == ["1"], "vendored files are no gap"
    assert values(metadata, "aigov:coverage:language") == ["python=7", "toml=1"]
    assert [json.loads(value) for value in values(metadata, "aigov:coverage:gap")] == [
        {"reason": "parse-error", "language": "python", "files": 1, "suspects": 0},
        {"reason": "truncated: more than 200000 files", "files": 0, "suspects": 0},
        {"reason": "unsupported-language", "language": "cobol", "files": 2, "suspects": 1},
    ]
    assert json.loads(*values(metadata, "aigov:coverage:skipped"))["reason"] == "vendored"
    assert json.loads(*values(metadata, "aigov:coverage:problem"))["file"] == "setup.cfg"


def test_findings_about_the_app_are_its_properties(full, catalogue, values):
    component = write_bom(full, catalogue)["metadata"]["component"]

    assert json.loads(*values(component, "aigov:indicator")) == {
        "id": "emotion-recognition",
        "signal": "prompt",
        "term": "mood",
        "file": "shop/ask.py",
        "line": 12,
        "scope": "app",
    }
    assert json.loads(*values(component, "aigov:unresolved")) == {
        "what": "model",
        "slug": "openai",
        "reason": "set at run time",
        "variable": "MODEL_B",
        "file": "shop/b.py",
        "line": 2,
        "scope": "app",
    }


def test_a_tree_without_time_has_no_timestamp(app, catalogue):
    bom = write_bom(app(subject=Subject(name="x")), catalogue, spec_version="1.7")

    assert "timestamp" not in bom["metadata"]
    assert "citations" not in bom, "a citation must have a timestamp"
    assert not any(prop["name"].startswith("aigov:scan:") for prop in bom["metadata"]["properties"])


def test_an_app_without_ai_says_that_nothing_was_found(app, catalogue):
    bom = write_bom(app(), catalogue)

    assert bom["components"] == []
    assert "services" not in bom
    assert "dependencies" not in bom
    assert bom["compositions"] == [{"aggregate": "unknown", "assemblies": ["app:shop"], "dependencies": ["app:shop"]}]


def test_dependencies_lead_from_the_app_to_the_model(full, catalogue):
    edges = {edge["ref"]: edge["dependsOn"] for edge in write_bom(full, catalogue)["dependencies"]}

    assert "pkg:pypi/openai@1.99.0" in edges["app:shop"]
    assert "mcp:github" in edges["app:shop"]
    assert "service:pgvector" in edges["app:shop"], "no library reaches it"
    assert "service:openai" not in edges["app:shop"]
    assert edges["pkg:pypi/openai@1.99.0"] == edges["pkg:pypi/langchain-openai"] == ["service:openai"]
    assert edges["service:openai"] == ["model:openai/gpt-4o-2024-08-06"]


def test_a_model_without_service_hangs_on_what_runs_it(app, catalogue):
    model = ModelUse(file="a.py", line=1, model="org/m", provider="langchain", how="sdk-call", scope="app")
    use = Use(file="a.py", line=1, name="langchain", kind="framework", how="import", scope="app")

    alone = write_bom(app(models=(model,)), catalogue)
    run = write_bom(app(models=(model,), uses=(use,)), catalogue)

    assert alone["dependencies"] == [{"ref": "app:shop", "dependsOn": ["model:langchain/org/m"]}]
    assert {"ref": "pkg:pypi/langchain", "dependsOn": ["model:langchain/org/m"]} in run["dependencies"]


def test_an_mcp_server_depends_on_its_package(app, catalogue, use, full):
    server = replace(full.mcp_servers[0], package="pkg:pypi/mcp")
    listed = use("pyproject.toml:1", "mcp", "manifest", package="pkg:pypi/mcp", version="1.2.0")
    edges = write_bom(app(mcp_servers=(server,), uses=(listed,)), catalogue)["dependencies"]

    assert {"ref": "mcp:github", "dependsOn": ["pkg:pypi/mcp@1.2.0"]} in edges


@pytest.mark.parametrize(
    ("part", "aggregate"),
    [
        ({}, "unknown"),
        (
            {
                "coverage": Coverage(
                    files_seen=1,
                    files_scanned=0,
                    bytes_seen=1,
                    languages={},
                    skipped=(Skip(reason="too-large", language=None, files=1, suspects=0, gap=True),),
                )
            },
            "incomplete",
        ),
    ],
)
def test_composition_is_incomplete_where_a_gap_is_known_and_never_complete(app, catalogue, part, aggregate):
    assert write_bom(app(**part), catalogue)["compositions"][0]["aggregate"] == aggregate


def test_an_unread_manifest_makes_the_composition_incomplete(full, app, catalogue):
    assert write_bom(app(problems=full.problems), catalogue)["compositions"][0]["aggregate"] == "incomplete"


@pytest.mark.parametrize("check", ["check_schema", "check_references"])
def test_an_invalid_document_is_never_returned_and_is_called_a_defect(app, catalogue, monkeypatch, check):
    def break_it(seconds: int) -> str:
        return "yesterday"

    if check == "check_schema":
        monkeypatch.setattr(writer, "_timestamp", break_it)
    else:
        monkeypatch.setattr(writer, "_TOOL", replace(writer._TOOL, bom_ref="app:shop"))

    with pytest.raises(AigovError, match=r"aigov wrote an AI-BOM that is not valid.*defect of aigov"):
        write_bom(app(), catalogue)


def test_only_documented_property_names_are_written(full, catalogue):
    known = {value for name, value in vars(properties).items() if name.isupper() and isinstance(value, str)}

    written = set(re.findall(r'"name": "(aigov:[^"]+)"', dump_bom(write_bom(full, catalogue))))
    assert written <= known


def test_a_file_name_that_is_no_utf_8_is_written_readably(app, catalogue, use):
    bom = write_bom(app(uses=(use(f"{os.fsdecode(bytes([0xFF]))}.py:1", "openai", "import"),)), catalogue)

    assert read_bom(dump_bom(bom).encode(), "x") == bom
    assert bom["components"][0]["evidence"]["occurrences"][0]["location"] == "\N{REPLACEMENT CHARACTER}.py"


# Any inventory at all

_slugs = st.sampled_from(
    ("openai", "langchain", "ollama", "pgvector", "pinecone", "claude-code", "mcp", "openai-compatible")
)
_kinds = {
    "openai": "provider",
    "langchain": "framework",
    "ollama": "model-host",
    "pgvector": "vector-db",
    "pinecone": "vector-db",
    "claude-code": "agent-framework",
    "mcp": "mcp",
    "openai-compatible": "provider",
}
_scopes = st.sampled_from(("app", "test", "doc", "example", "build"))
_files = st.sampled_from(
    ("a.py", "web/b.ts", "web/package.json", "pyproject.toml", "uv.lock", "x y/ü.go", ".env", "c.pl")
)
_lines = st.integers(1, 30)
_text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@st.composite
def _uses(draw: Any) -> Use:
    name = draw(_slugs)
    how = draw(
        st.sampled_from(("import", "sdk-call", "http", "manifest", "lockfile", "iac", "config", "env", "container"))
    )
    package = draw(st.sampled_from((None, "pkg:pypi/openai", "pkg:npm/%40ai-sdk/openai", "pkg:pypi/langchain-x")))
    version = draw(st.sampled_from((None, "1.0", "2.0+cu1"))) if package and how in ("manifest", "lockfile") else None
    return Use(
        file=draw(_files),
        line=draw(_lines),
        name=name,
        kind=_kinds[name],
        how=how,
        scope=draw(_scopes),
        symbol=draw(st.none() | _text),
        package=package,
        version=version,
    )


_places = {"file": _files, "line": _lines, "scope": _scopes}
_inventories = st.builds(
    Inventory,
    subject=st.builds(Subject, name=_text, timestamp=st.integers(0, 4_000_000_000)),
    coverage=st.builds(
        Coverage,
        files_seen=st.just(1),
        files_scanned=st.just(1),
        bytes_seen=st.just(1),
        languages=st.just({"python": 1}),
    ),
    uses=st.lists(_uses(), max_size=8).map(tuple),
    calls=st.lists(st.builds(Call, **_places, name=_slugs, symbol=_text), max_size=3).map(tuple),
    models=st.lists(
        st.builds(ModelUse, **_places, model=_text, provider=_slugs, how=st.just("sdk-call"), symbol=st.none() | _text),
        max_size=4,
    ).map(tuple),
    endpoints=st.lists(
        st.builds(
            Endpoint,
            **_places,
            url=_text | st.sampled_from(("https://{X}.example.com", "http://[::1", "http://10.0.0.1:80/a?k=1")),
            provider=_slugs,
            exposure=st.sampled_from(("public", "private", "unknown")),
        ),
        max_size=3,
    ).map(tuple),
    flows=st.lists(
        st.builds(Flow, **_places, provider=_slugs, symbol=_text, data=st.sampled_from(((), ("personal",)))), max_size=3
    ).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(inventory=_inventories, spec_version=st.sampled_from(("1.6", "1.7")))
def test_any_inventory_is_written_validly_and_loses_no_finding(catalogue, inventory, spec_version):
    bom = write_bom(inventory, catalogue, spec_version=spec_version)  # raises where the document is not valid

    listed = {
        (seen["location"], seen["line"]) for part in bom["components"] for seen in part["evidence"]["occurrences"]
    }
    for service in bom.get("services", []):
        rows = (json.loads(prop["value"]) for prop in service["properties"] if prop["name"] == "aigov:occurrence")
        listed |= {(row["file"], row["line"]) for row in rows}
    found = (*inventory.uses, *inventory.calls, *inventory.models, *inventory.endpoints, *inventory.flows)
    assert {(row.file, row.line) for row in found} <= listed
