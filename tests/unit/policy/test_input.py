"""The policy input: from aigov's own BOMs and from others', with what is not said left out."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from aigov.declarations import parse_declarations
from aigov.errors import UsageError
from aigov.policy.input import nanoseconds

BOMS = Path(__file__).parent / "fixtures" / "boms"
Bom = dict[str, Any]
Build = Callable[..., dict[str, Any]]
Prop = Callable[[str, Any], dict[str, str]]
Cover = Callable[..., dict[str, Any]]


def test_an_own_bom_is_read_back_whole(bom: Bom, build: Build) -> None:
    document = build(bom)
    assert document["bom"] == {
        "spec_version": "1.6",
        "serial_number": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
        "timestamp": "2026-11-20T09:00:00Z",
        "timestamp_ns": 1795165200 * 10**9,
        "generator": "aigov 0.1.0",
        "by_aigov": True,
        "commit": "c" * 40,
        "dirty": False,
    }
    assert document["coverage"] == {
        "known": True,
        "complete": False,
        "files_seen": 10,
        "files_scanned": 9,
        "suspects": 1,
        "gaps": [{"reason": "unsupported-language", "language": "cobol", "files": 1, "suspects": 1}],
    }
    assert [(row["slug"], row["kind"], row["locked"]) for row in document["libraries"]] == [
        ("langchain", "framework", "yes"),
        ("openai", "provider", "yes"),
    ]
    assert document["libraries"][0]["occurrences"] == [{"file": "a.py", "line": 1, "symbol": "ChatOpenAI"}]
    (model,) = document["models"]
    assert (model["provider"], model["publisher"], model["pinned"], model["variable"]) == (
        "aws-bedrock",
        "anthropic",
        "yes",
        "A",
    )
    (provider,) = document["providers"]
    assert provider["endpoints"] == [
        {"url": "https://api.openai.com/v1", "exposure": "public", "tls": True, "source": "code"}
    ]
    assert provider["data"] == [{"class": "personal", "flow": "outbound"}]
    assert [(row["ref"], row.get("model"), row["classes"], row.get("unresolved")) for row in document["flows"]] == [
        ("service:openai", "gpt-4o", ["personal"], None),
        ("service:openai", None, [], "a parameter"),
    ]
    assert document["flows"][0]["occurrences"] == [{"file": "a.py", "line": 7, "symbol": "f"}]
    assert document["mcp_servers"] == [
        {"ref": "mcp:files", "name": "files", "transport": "stdio", "pinned": "no", "scope": "app",
         "occurrences": [{"file": "mcp.json", "line": 4}]}
    ]  # fmt: skip
    assert document["indicators"][0]["occurrences"] == [{"file": "a.py", "line": 9}, {"file": "b.py", "line": 2}]
    assert document["unresolved"][0]["slug"] == "openai"
    assert document["ai_use"] == "present"
    assert "declarations" not in document


def test_a_bom_by_another_tool_says_no_more_than_it_does(build: Build) -> None:
    document = build(json.loads((BOMS / "cdxgen-1.5.json").read_text()))
    assert document["bom"]["by_aigov"] is False
    assert document["bom"]["generator"] == "cdxgen 11.0.0"
    assert "commit" not in document["bom"]
    assert document["coverage"] == {"known": False, "complete": False}
    libraries = [(row["slug"], row["scope"], "locked" in row) for row in document["libraries"]]
    assert libraries == [("openai", "app", False), ("anthropic", "test", False)]
    by_slug = {row["slug"]: row for row in document["libraries"]}
    assert by_slug["openai"]["occurrences"] == [{"file": "src/chat.ts", "line": 3}, {"file": "src/chat.ts", "line": 12}]
    models = {row["id"]: row for row in document["models"]}
    assert models["acme/own-model"]["pinned"] == "yes"
    assert models["acme/own-model"]["licenses"] == ["Apache-2.0", "House"]
    assert "provider" not in models["gpt-4o-2024-08-06"]
    assert models["gpt-4o-2024-08-06"]["publisher"] == "openai"
    assert models["gpt-4o-2024-08-06"]["pinned"] == "yes"


@pytest.fixture
def without_ai(bom: Bom) -> Bom:
    changed = copy.deepcopy(bom)
    changed["components"], changed["services"] = [], []
    changed["metadata"]["component"].pop("properties")
    return changed


@pytest.mark.parametrize(
    ("values", "use"),
    [
        ({"complete": "true", "suspects": "0", "files-seen": "9", "gap": None}, "none"),
        ({"complete": "false", "suspects": "0", "gap": '{"reason":"too-large","files":1,"suspects":0}'}, "none"),
        (
            {"complete": "false", "suspects": "0", "gap": '{"reason":"unreadable","files":1,"suspects":0}'},
            "undetermined",
        ),
        ({"complete": "false", "suspects": "1"}, "undetermined"),
        ({"complete": "false", "suspects": None}, "undetermined"),
        ({"complete": None}, "undetermined"),
        (
            {
                "complete": "false",
                "suspects": "0",
                "files-seen": "9",
                "gap": '{"reason":"truncated: too many","files":0}',
            },
            "undetermined",
        ),
    ],
)
def test_no_ai_is_claimed_only_where_it_was_looked_for(
    values: dict[str, str | None], use: str, without_ai: Bom, build: Build, with_coverage: Cover
) -> None:
    assert build(with_coverage(without_ai, **values))["ai_use"] == use


def test_ai_in_tests_only_is_no_use_and_an_unknown_service_is_none_either(
    bom: Bom, without_ai: Bom, build: Build, with_coverage: Cover
) -> None:
    searched = with_coverage(without_ai, **{"complete": "true", "suspects": "0", "files-seen": "9", "gap": None})
    searched["services"] = [{"name": "billing", "bom-ref": "b"}]
    assert build(searched)["ai_use"] == "none"
    library = bom["components"][0]
    library["properties"] = [p | {"value": "test"} if p["name"] == "aigov:scope" else p for p in library["properties"]]
    searched["components"] = [library]
    assert build(searched)["ai_use"] == "none"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("aigov:coverage:suspects", "many", "property aigov:coverage:suspects: 'many' is no number"),
        ("aigov:scan:dirty", "yes", "property aigov:scan:dirty: 'yes' is not true or false"),
        ("aigov:coverage:gap", "{", "property aigov:coverage:gap: not JSON: Expecting"),
        ("aigov:coverage:gap", "[]", "property aigov:coverage:gap: not a JSON object"),
        ("aigov:coverage:gap", '{"reason":"x","files":"1"}', "gap: files has a value of another type"),
        ("aigov:coverage:gap", '{"reason":"x","files":true}', "gap: files has a value of another type"),
        ("aigov:coverage:gap", '{"reason":"x","files":1000000000}', "gap: files has a value of another type"),
        ("aigov:coverage:gap", '{"reason":"x","files":NaN}', "gap: NaN is no JSON number"),
        ("aigov:coverage:gap", '{"reason":"x","files":2,"files":1}', "gap: the key 'files' is given twice"),
        ("aigov:coverage:gap", '{"reason":"\\ud800","files":1}', "gap: half of a UTF-16 surrogate pair"),
        (
            "aigov:coverage:gap",
            '{"files":1,"suspects":1}',
            "says something that no policy can read, at /coverage/gaps/0",
        ),
    ],
)
def test_a_broken_property_is_named(name: str, value: str, said: str, bom: Bom, build: Build, prop: Prop) -> None:
    bom["metadata"]["properties"] = [p for p in bom["metadata"]["properties"] if p["name"] != name] + [
        prop(name, value)
    ]
    with pytest.raises(UsageError) as caught:
        build(bom)
    assert said in str(caught.value)
    assert "aigov scan" in str(caught.value)


def test_the_order_of_the_bom_does_not_matter(build: Build) -> None:
    bom = json.loads((BOMS / "cdxgen-1.5.json").read_text())
    turned = copy.deepcopy(bom)
    turned["components"].reverse()
    turned["services"].reverse()
    assert build(turned) == build(bom)


def test_declarations_and_clock_come_in_as_integers(bom: Bom, build: Build) -> None:
    declarations = parse_declarations(b"version: 1\nsystem: {name: x}\n", "aigov.yaml")
    at = datetime(2026, 11, 23, 1, 0, 0, 123457, tzinfo=timezone(timedelta(hours=1)))
    document = build(bom, declarations=declarations, at=at)
    assert document["context"] == {"evaluated_at": "2026-11-23T00:00:00.123457Z", "evaluated_at_ns": nanoseconds(at)}
    assert nanoseconds(at) % 10**9 == 123_457_000
    assert document["declarations"]["system"] == {"name": "x"}


@pytest.mark.parametrize(
    ("tools", "named"),
    [
        (None, None),
        ([], None),
        ([{"name": "y"}, {"vendor": "v"}, {"name": "x", "version": "2"}], "x 2, y"),
        ({"services": [{"name": "x", "version": "1"}]}, "x 1"),
    ],
)
def test_tools_of_every_age_are_named(tools: Any, named: str | None, bom: Bom, build: Build) -> None:
    bom["metadata"]["tools"] = tools
    assert build(bom)["bom"].get("generator") == named


def test_the_barest_document_is_assessed_too(build: Build) -> None:
    document = build({"bomFormat": "CycloneDX", "specVersion": "1.7"})
    assert document["system"]["name"] == "unknown"
    assert document["ai_use"] == "undetermined"
