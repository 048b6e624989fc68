"""The policy input: from aigov's own BOMs and from others', with what is not said left out."""

import copy
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from aigov.catalogue import load_catalogue
from aigov.declarations import parse_declarations
from aigov.errors import UsageError
from aigov.policy.input import build_input, nanoseconds

BOMS = Path(__file__).parent / "fixtures" / "boms"
AT = datetime(2026, 11, 23, tzinfo=UTC)


def prop(name: str, value: Any) -> dict[str, str]:
    return {"name": name, "value": value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))}


def own_bom() -> dict[str, Any]:
    """What aigov itself writes, in small: docs/aibom.md."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
        "version": 1,
        "metadata": {
            "timestamp": "2026-11-20T09:00:00Z",
            "tools": {"components": [{"type": "application", "name": "aigov", "version": "0.1.0"}]},
            "component": {
                "type": "application",
                "name": "desk",
                "bom-ref": "app:desk",
                "properties": [
                    prop(
                        "aigov:indicator",
                        {
                            "id": "emotion-recognition",
                            "signal": "prompt",
                            "term": "mood",
                            "file": "b.py",
                            "line": 2,
                            "scope": "app",
                        },
                    ),
                    prop(
                        "aigov:indicator",
                        {
                            "id": "emotion-recognition",
                            "signal": "prompt",
                            "term": "mood",
                            "file": "a.py",
                            "line": 9,
                            "scope": "app",
                        },
                    ),
                    prop(
                        "aigov:unresolved",
                        {
                            "what": "model",
                            "slug": "openai",
                            "reason": "a parameter",
                            "file": "a.py",
                            "line": 4,
                            "scope": "app",
                        },
                    ),
                ],
            },
            "properties": [
                prop("aigov:schema", "1"),
                prop("aigov:scan:commit", "c" * 40),
                prop("aigov:scan:dirty", "false"),
                prop("aigov:coverage:complete", "false"),
                prop("aigov:coverage:files-seen", "10"),
                prop("aigov:coverage:files-scanned", "9"),
                prop("aigov:coverage:suspects", "1"),
                prop(
                    "aigov:coverage:gap",
                    {"reason": "unsupported-language", "language": "cobol", "files": 1, "suspects": 1},
                ),
            ],
        },
        "components": [
            {
                "type": "library",
                "name": "langchain-openai",
                "version": "0.2.0",
                "bom-ref": "pkg:pypi/langchain-openai@0.2.0",
                "purl": "pkg:pypi/langchain-openai@0.2.0",
                "properties": [
                    prop("aigov:name", "langchain"),
                    prop("aigov:name", "openai"),
                    prop("aigov:kind", "framework"),
                    prop("aigov:kind", "provider"),
                    prop("aigov:scope", "app"),
                    prop("aigov:locked", "yes"),
                ],
                "evidence": {"occurrences": [{"location": "a.py", "line": 1, "symbol": "ChatOpenAI"}]},
            },
            {
                "type": "machine-learning-model",
                "name": "eu.anthropic.claude-3-5-sonnet-20241022-v2:0",
                "bom-ref": "model:aws-bedrock/x",
                "properties": [
                    prop("aigov:model:provider", "aws-bedrock"),
                    prop("aigov:model:publisher", "anthropic"),
                    prop("aigov:model:platform", "aws-bedrock"),
                    prop("aigov:model:pinned", "yes"),
                    prop("aigov:model:variable", "B"),
                    prop("aigov:model:variable", "A"),
                    prop("aigov:scope", "app"),
                ],
            },
        ],
        "services": [
            {
                "bom-ref": "service:openai",
                "name": "OpenAI",
                "provider": {"name": "OpenAI"},
                "x-trust-boundary": True,
                "data": [{"flow": "outbound", "classification": "personal"}],
                "properties": [
                    prop("aigov:name", "openai"),
                    prop("aigov:kind", "provider"),
                    prop("aigov:scope", "app"),
                    prop("aigov:jurisdiction", "US"),
                    prop(
                        "aigov:endpoint",
                        {
                            "url": "https://api.openai.com/v1",
                            "exposure": "public",
                            "tls": True,
                            "source": "code",
                            "file": "a.py",
                            "line": 3,
                        },
                    ),
                    prop(
                        "aigov:endpoint",
                        {
                            "url": "https://api.openai.com/v1",
                            "exposure": "public",
                            "tls": True,
                            "source": "code",
                            "file": "b.py",
                            "line": 3,
                        },
                    ),
                    prop(
                        "aigov:flow",
                        {
                            "classes": ["personal"],
                            "model": "gpt-4o",
                            "scope": "app",
                            "file": "a.py",
                            "line": 7,
                            "symbol": "f",
                        },
                    ),
                    prop(
                        "aigov:flow",
                        {
                            "classes": [],
                            "unresolved": "a parameter",
                            "scope": "app",
                            "file": "a.py",
                            "line": 8,
                            "symbol": "g",
                        },
                    ),
                    prop("aigov:occurrence", {"file": "a.py", "line": 3, "symbol": "OpenAI"}),
                ],
            },
            {
                "bom-ref": "mcp:files",
                "name": "files",
                "properties": [
                    prop("aigov:kind", "mcp"),
                    prop("aigov:scope", "app"),
                    prop("aigov:mcp:transport", "stdio"),
                    prop("aigov:mcp:pinned", "no"),
                    prop("aigov:occurrence", {"file": "mcp.json", "line": 4}),
                ],
            },
        ],
    }


def build(bom: dict[str, Any], **options: Any) -> dict[str, Any]:
    return build_input(bom, options.get("declarations"), load_catalogue(), options.get("at", AT))


def test_an_own_bom_is_read_back_whole() -> None:
    document = build(own_bom())
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


def test_an_address_of_an_mcp_server_with_open_parts_is_seen() -> None:
    bom = own_bom()
    (server,) = (part for part in bom["services"] if part["bom-ref"] == "mcp:files")
    server["properties"].append(prop("aigov:endpoint", {"url": "https://{HOST}/mcp", "exposure": "unknown"}))
    assert build(bom)["mcp_servers"][0]["url"] == "https://{HOST}/mcp"


def test_a_bedrock_profile_is_led_to_the_model_behind_it() -> None:
    catalogue = load_catalogue()
    (model,) = build(own_bom())["models"]
    fact = catalogue.lifecycle("aws-bedrock", model["id"])
    assert model.get("lifecycle_id") == (fact.model_id if fact else None)


def test_a_bom_by_another_tool_says_no_more_than_it_does() -> None:
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


def test_services_of_another_tool_are_known_by_host_then_by_name_and_keep_no_secret() -> None:
    document = build(json.loads((BOMS / "cdxgen-1.5.json").read_text()))
    chat, anthropic, billing = document["providers"]
    assert chat["slug"] == "openai"
    assert chat["endpoints"] == [{"url": "https://api.openai.com/v1", "tls": True}]
    assert chat["data"] == [{"class": "personal", "flow": "outbound"}, {"class": "public", "flow": "inbound"}]
    assert anthropic["slug"] == "anthropic"
    assert "slug" not in billing
    assert billing["endpoints"] == [
        {"url": "http://localhost/x", "exposure": "loopback", "tls": False},
        {"url": "http://10.0.0.7:8080/", "exposure": "private", "tls": False},
    ]
    assert document["flows"] == [
        {"provider": "openai", "ref": "s1", "classes": ["personal"], "scope": "app", "occurrences": []}
    ]


@pytest.mark.parametrize(
    ("component", "slugs"),
    [
        ({"type": "container", "name": "ollama", "purl": "pkg:docker/ollama/ollama@0.3.0"}, ["ollama"]),
        ({"type": "container", "name": "postgres", "purl": "pkg:docker/postgres@16"}, []),
        ({"type": "library", "name": "OpenAI"}, ["openai"]),
        ({"type": "library", "name": "openai", "purl": "pkg:npm/%40acme/openai@1"}, []),
        ({"type": "library", "name": "openai", "purl": "no purl"}, ["openai"]),
        ({"type": "data", "name": "openai"}, []),
        (
            {"type": "library", "name": "langchain-openai", "purl": "pkg:pypi/langchain-openai@0.2.0"},
            ["langchain", "openai"],
        ),
    ],
)
def test_a_component_is_known_by_its_purl_and_without_one_by_its_name(
    component: dict[str, Any], slugs: list[str]
) -> None:
    bom = {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [component]}
    document = build(bom)
    assert [row["slug"] for row in document["libraries"]] == slugs
    assert document["ai_use"] == ("present" if slugs else "undetermined")
    assert {row["ref"] for row in document["libraries"]} <= {f"component:{component['name']}"}


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ({"aigov:direct": "yes"}, True),
        ({}, True),
        ({"aigov:direct": "no"}, False),
        ({"aigov:direct": "no", "aigov:undeclared": "true"}, True),
    ],
)
def test_a_library_that_only_comes_along_asks_for_nobodys_approval(said: dict[str, str], seen: bool) -> None:
    bom = own_bom()
    bom["components"][0]["properties"] += [prop(name, value) for name, value in said.items()]
    assert bool(build(bom)["libraries"]) is seen


def without_ai() -> dict[str, Any]:
    bom = own_bom()
    bom["components"], bom["services"] = [], []
    bom["metadata"]["component"].pop("properties")
    return bom


def coverage(bom: dict[str, Any], **values: str | None) -> dict[str, Any]:
    bom = copy.deepcopy(bom)
    kept = [p for p in bom["metadata"]["properties"] if p["name"].removeprefix("aigov:coverage:") not in values]
    kept += [prop(f"aigov:coverage:{name}", value) for name, value in values.items() if value is not None]
    bom["metadata"]["properties"] = kept
    return bom


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
def test_no_ai_is_claimed_only_where_it_was_looked_for(values: dict[str, str | None], use: str) -> None:
    assert build(coverage(without_ai(), **values))["ai_use"] == use


def test_ai_in_tests_only_is_no_use_and_an_unknown_service_is_none_either() -> None:
    bom = coverage(without_ai(), **{"complete": "true", "suspects": "0", "files-seen": "9", "gap": None})
    bom["services"] = [{"name": "billing", "bom-ref": "b"}]
    assert build(bom)["ai_use"] == "none"
    library = own_bom()["components"][0]
    library["properties"] = [p | {"value": "test"} if p["name"] == "aigov:scope" else p for p in library["properties"]]
    bom["components"] = [library]
    assert build(bom)["ai_use"] == "none"


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
def test_a_broken_property_is_named(name: str, value: str, said: str) -> None:
    bom = own_bom()
    bom["metadata"]["properties"] = [p for p in bom["metadata"]["properties"] if p["name"] != name] + [
        prop(name, value)
    ]
    with pytest.raises(UsageError) as caught:
        build(bom)
    assert said in str(caught.value)
    assert "aigov scan" in str(caught.value)


def whole_bom() -> dict[str, Any]:
    bom = own_bom()
    services = [part["bom-ref"] for part in bom["services"]]
    bom["dependencies"] = [
        {"ref": "app:desk", "dependsOn": [part["bom-ref"] for part in bom["components"]] + services},
        *({"ref": ref} for ref in services),
    ]
    return bom


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        (lambda bom: bom["services"].pop(0), "which is not in it"),
        (lambda bom: bom.pop("services"), "which is not in it"),
        (lambda bom: bom["components"].pop(), "which is not in it"),
        (lambda bom: bom["services"][0].pop("properties"), "does not say its scope"),
        (lambda bom: bom["metadata"]["properties"].pop(), "gaps and of being complete does not agree"),
    ],
)
def test_what_is_cut_out_of_an_own_bom_does_not_read_as_not_found(cut: Any, said: str) -> None:
    bom = whole_bom()
    build(bom)
    cut(bom)
    with pytest.raises(UsageError, match="is not as aigov wrote it") as caught:
        build(bom)
    assert said in str(caught.value)


@pytest.mark.parametrize("left", [0, 2])
def test_findings_that_are_cut_out_are_missed(left: int) -> None:
    bom = own_bom()
    bom["metadata"]["properties"].append(prop("aigov:findings", "3"))
    build(bom)
    subject = bom["metadata"]["component"]
    subject["properties"] = subject["properties"][:left]
    with pytest.raises(UsageError, match="does not hold as many findings as it says"):
        build(bom)


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        ([{"reason": "too-large", "files": 2, "suspects": 1}], "files seen, scanned and left do not add up"),
        ([{"reason": "too-large", "files": 1, "suspects": 0}], "unread files that name AI do not add up"),
    ],
)
def test_an_account_of_the_files_that_does_not_add_up_is_refused(gaps: list[dict[str, Any]], said: str) -> None:
    bom = coverage(own_bom(), gap=None)
    bom["metadata"]["properties"] += [prop("aigov:coverage:gap", gap) for gap in gaps]
    with pytest.raises(UsageError, match=said):
        build(bom)


def test_files_that_were_left_for_good_count_too() -> None:
    bom = coverage(own_bom(), **{"files-seen": "12"})
    bom["metadata"]["properties"] += [
        prop("aigov:coverage:skipped", {"reason": "binary", "files": 2}),
        prop("aigov:coverage:gap", {"reason": "parse-error", "language": "python", "files": 3}),
    ]
    assert build(bom)["coverage"]["files_seen"] == 12


def test_a_bom_by_another_tool_may_refer_to_what_it_does_not_hold() -> None:
    bom = {
        "specVersion": "1.6",
        "dependencies": [{"ref": "a", "dependsOn": ["b"]}],
        "services": [{"name": "x", "bom-ref": "service:x"}],
    }
    assert build(bom)["providers"][0]["ref"] == "service:x"


@pytest.mark.parametrize("line", [1e300, 2.0, 10**30])
def test_a_line_beyond_all_files_is_left_out(line: float) -> None:
    component = {"type": "library", "name": "openai", "evidence": {"occurrences": [{"location": "a.py", "line": line}]}}
    [row] = build({"specVersion": "1.6", "components": [component]})["libraries"]
    assert row["occurrences"] == [{"file": "a.py"}]


def test_a_call_that_does_not_say_what_it_sends_is_refused() -> None:
    bom = own_bom()
    service = next(part for part in bom["services"] if part["bom-ref"] == "service:openai")
    service["properties"].append(prop("aigov:flow", {"scope": "app", "file": "a.py", "line": 1}))
    with pytest.raises(UsageError, match="property aigov:flow: classes is absent"):
        build(bom)


def test_the_platform_of_a_model_is_that_of_its_host_where_the_bom_does_not_repeat_it() -> None:
    bom = own_bom()
    for part in bom["components"]:
        part["properties"] = [item for item in part["properties"] if item["name"] != "aigov:model:platform"]
    assert build(bom)["models"] == build(own_bom())["models"]


def test_two_services_of_one_name_keep_their_own_data() -> None:
    bom = {
        "specVersion": "1.6",
        "services": [
            {"name": "OpenAI", "data": [{"flow": "outbound", "classification": "PII"}]},
            {"name": "OpenAI", "data": [{"flow": "inbound", "classification": "PII"}]},
        ],
    }
    assert [(row["provider"], row["classes"]) for row in build(bom)["flows"]] == [("openai", ["personal"])]


def test_a_model_that_is_itself_the_subject_is_judged() -> None:
    component = {"type": "machine-learning-model", "name": "gpt-4o", "components": [{"type": "data", "name": "d"}]}
    assert [row["id"] for row in build({"specVersion": "1.6", "metadata": {"component": component}})["models"]] == [
        "gpt-4o"
    ]


def test_what_is_nested_in_the_subject_is_judged() -> None:
    inner = {"type": "library", "name": "openai", "purl": "pkg:pypi/openai@2.0.0"}
    component = {"type": "application", "name": "langchain", "components": [inner]}
    assert [
        row["slug"] for row in build({"specVersion": "1.6", "metadata": {"component": component}})["libraries"]
    ] == ["openai"]


def test_the_order_of_the_bom_does_not_matter() -> None:
    bom = json.loads((BOMS / "cdxgen-1.5.json").read_text())
    turned = copy.deepcopy(bom)
    turned["components"].reverse()
    turned["services"].reverse()
    assert build(turned) == build(bom)


def test_declarations_and_clock_come_in_as_integers() -> None:
    declarations = parse_declarations(b"version: 1\nsystem: {name: x}\n", "aigov.yaml")
    at = datetime(2026, 11, 23, 1, 0, 0, 123457, tzinfo=timezone(timedelta(hours=1)))
    document = build(own_bom(), declarations=declarations, at=at)
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
def test_tools_of_every_age_are_named(tools: Any, named: str | None) -> None:
    bom = own_bom()
    bom["metadata"]["tools"] = tools
    assert build(bom)["bom"].get("generator") == named


def test_the_barest_document_is_assessed_too() -> None:
    document = build({"bomFormat": "CycloneDX", "specVersion": "1.7"})
    assert document["system"]["name"] == "unknown"
    assert document["ai_use"] == "undetermined"
