from typing import get_args

import pytest

from aigov.catalogue.agent_rules import load_agent_rules
from aigov.reach import Capability

RULES = load_agent_rules()


def test_capabilities_are_the_four() -> None:
    named = {a for row in (*RULES.known, *RULES.types, *RULES.servers) for a in row.abilities}
    named |= {row.ability for row in (*RULES.actions, *RULES.hosts, *RULES.names)}
    assert named == set(get_args(Capability))


def test_each_known_tool_says_its_source() -> None:
    assert all(row.source.startswith("https://") for row in (*RULES.known, *RULES.types))


@pytest.mark.parametrize(
    ("spelled", "abilities"),
    [
        ("langchain_community.tools.tavily_search.TavilySearchResults", {"reads-untrusted"}),
        ("crewai_tools.FileReadTool", {"reads-sensitive"}),
        ("langchain_community.tools.gmail.get_thread.GmailGetThread", {"reads-untrusted", "reads-sensitive"}),
        ("shop.tools.TavilySearchResults", set()),
    ],
)
def test_a_name_counts_only_with_its_package(spelled: str, abilities: set[str]) -> None:
    assert {a for row in RULES.known if row.pattern.fullmatch(spelled) for a in row.abilities} == abilities


@pytest.mark.parametrize(
    ("package", "url", "abilities"),
    [
        ("pkg:pypi/mcp-server-fetch", None, {"reads-untrusted"}),
        (None, "https://mcp.notion.com/mcp", {"reads-untrusted", "reads-sensitive", "acts-outside"}),
        ("pkg:npm/%40modelcontextprotocol/server-everything", None, set()),
        ("pkg:npm/somebody-elses", None, None),
        (None, "https://[broken", None),
    ],
)
def test_servers_are_known_by_package_or_host(package: str | None, url: str | None, abilities: set[str] | None) -> None:
    found = RULES.of_server(package, url)
    assert (None if found is None else set(found)) == abilities


@pytest.mark.parametrize(
    ("variable", "value", "switched"),
    [
        ("LANGSMITH_TRACING", "true", [("langsmith", True)]),
        ("LANGSMITH_TRACING", "false", []),
        ("LANGSMITH_HIDE_INPUTS", "true", [("langsmith", False)]),
        ("TRACELOOP_TRACE_CONTENT", "false", [("traceloop", False)]),
        ("TRACING", "true", []),
    ],
)
def test_variables_switch_observers(variable: str, value: str, switched: list[tuple[str, bool]]) -> None:
    assert [(rule.name, on) for rule, on in RULES.switched(variable, value)] == switched
