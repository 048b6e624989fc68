"""Services of a BOM: providers with their endpoints and data, calls, MCP servers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aigov.errors import UsageError

BOMS = Path(__file__).parent / "fixtures" / "boms"
Bom = dict[str, Any]
Build = Callable[..., dict[str, Any]]
Prop = Callable[[str, Any], dict[str, str]]


def test_an_address_of_an_mcp_server_with_open_parts_is_seen(bom: Bom, build: Build, prop: Prop) -> None:
    (server,) = (part for part in bom["services"] if part["bom-ref"] == "mcp:files")
    server["properties"].append(prop("aigov:endpoint", {"url": "https://{HOST}/mcp", "exposure": "unknown"}))
    assert build(bom)["mcp_servers"][0]["url"] == "https://{HOST}/mcp"


def test_services_of_another_tool_are_known_by_host_then_by_name_and_keep_no_secret(build: Build) -> None:
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


def test_a_call_that_does_not_say_what_it_sends_is_refused(bom: Bom, build: Build, prop: Prop) -> None:
    service = next(part for part in bom["services"] if part["bom-ref"] == "service:openai")
    service["properties"].append(prop("aigov:flow", {"scope": "app", "file": "a.py", "line": 1}))
    with pytest.raises(UsageError, match="property aigov:flow: classes is absent"):
        build(bom)


def test_two_services_of_one_name_keep_their_own_data(build: Build) -> None:
    bom = {
        "specVersion": "1.6",
        "services": [
            {"name": "OpenAI", "data": [{"flow": "outbound", "classification": "PII"}]},
            {"name": "OpenAI", "data": [{"flow": "inbound", "classification": "PII"}]},
        ],
    }
    assert [(row["provider"], row["classes"]) for row in build(bom)["flows"]] == [("openai", ["personal"])]
