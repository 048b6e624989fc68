from __future__ import annotations

import pytest

from aigov.scan.triage import CallTriage, ImportTriage, Triage


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"from OpenAI import x", {b"openai"}),
        (b"AZURE_OPENAI_KEY", {b"openai", b"azure_openai"}),
        (b"open ai", set()),
        (b"", set()),
        ("préfixe openai é".encode(), {b"openai"}),
    ],
)
def test_hits_are_case_insensitive_and_may_overlap(data: bytes, expected: set[bytes]) -> None:
    triage = Triage([b"openai", b"azure_openai", b"anthropic", b""])
    assert triage.hits(data) == expected
    assert triage.hit(data) is bool(expected)


@pytest.mark.parametrize("position", [0, 65_530, 65_531, 65_535, 65_536, 65_537, 131_070, 200_000])
def test_a_token_across_a_window_seam_is_found(position: int) -> None:
    triage = Triage([b"openai", b"a-much-longer-token-that-sets-the-overlap"])
    data = b" " * position + b"OpenAI" + b" " * 1000
    assert triage.hit(data)
    assert triage.hits(data) == {b"openai"}


def test_without_tokens_nothing_is_found() -> None:
    assert not Triage([]).hit(b"openai")
    assert Triage([]).hits(b"openai") == frozenset()


def test_spans_say_where_tokens_stand() -> None:
    triage = Triage([b"openai", b"://"])
    assert triage.spans(b"x OpenAI y https://openai.com") == [(2, 8), (16, 19), (19, 25)]
    assert triage.spans(b"nothing") == []
    assert Triage([]).spans(b"openai") == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"import os, mcp", True),
        (b"import os, \\\n    json, \\\n    mcp", True),
        (b"x = 1\n  from mcp.client import stdio", True),
        (b'load("mcp")', True),
        (b"require(`mcp`)", True),
        (b"# speaks to https://api.vendor.ai", True),
        (b"import mcp_agent.app", True),
        (b'"wide-core"', True),
        (b'import { x } from "https://esm.sh/mcp@1.2"', True),
        (b"mcp_tools = []  # mcp", False),
        (b"import os\nmcp = None", False),
        (b"def mcp(): ...", False),
        (b"from server.mcp.api import x", False),
        (b"import my_mcp", False),
        (b'table = "mcp_server"', False),
        (b'secret = "mcp-api-key"', False),
        (b"mcp", False),
        (b"", False),
    ],
)
def test_a_module_counts_where_an_import_or_a_string_names_it(data: bytes, expected: bool) -> None:
    assert ImportTriage(["mcp", "mcp_agent", "wide-*"], [], [b"api.vendor.ai"]).tells(data) is expected


_STATEMENTS = [b"from llm ", b"from llm.", b"import llm\n", b'"agents"', b"'agents'"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"from llm import get_model", True),
        (b"try: import llm\n", True),
        (b"x = 1; from llm import get_model", True),
        (b"\n    from llm.models import Model", True),
        (b">>> import llm\n", True),
        (b'export * from "agents"', True),
        (b"import 'agents'", True),
        (b'const a = await import(\n  /* webpackIgnore: true */ "agents")', True),
        (b"const a = require('agents')", True),
        (b'const a = load<Agents>("agents")', True),
        (b"# it comes from llm providers", False),
        (b"from onyx import llm\n", False),
        (b'<Panel tab="agents">', False),
        (b"const tabs = ['agents', 'tools']", False),
        (b'tab === "agents"', False),
    ],
)
def test_a_common_word_counts_where_a_statement_imports_it(data: bytes, expected: bool) -> None:
    assert ImportTriage([], _STATEMENTS, []).tells(data) is expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"client.chat.stream(x)", True),
        (b"client.chat\nclient.Chat.Stream<T>(x)", True),
        (b"run = model.chat", True),
        (b"return toDataStreamResponse(x)", True),
        (b"from teams import App", True),
        (b'import { Bot } from "grammy/web"', True),
        (b"client.chat_id + a.chats", False),
        (b"def mytoDataStreamResponseX(): ...", False),
        (b"# members from teams", False),
        (b"from teamspace import x", False),
        (b'libraries = ["grammy"]', False),
        (b"", False),
    ],
)
def test_a_call_or_a_chat_counts_as_a_whole_name_that_stands_in_its_place(data: bytes, expected: bool) -> None:
    triage = CallTriage([b".chat", b".chat.stream"], [b"todatastreamresponse", b"from teams", b'"grammy'])
    assert triage.tells(data) is expected
    assert triage.hit(data) or not expected
