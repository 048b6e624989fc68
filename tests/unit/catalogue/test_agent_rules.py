from typing import get_args

import pytest

from aigov.catalogue import load_catalogue
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


@pytest.mark.parametrize(
    ("spelled", "title"),
    [
        ("mlflow.openai.autolog", "OpenAI clients"),
        ("opentelemetry.instrumentation.openai_agents.OpenAIAgentsInstrumentor.instrument", "OpenAI Agents"),
        ("langfuse.langchain.CallbackHandler", "LangChain"),
        ("logfire.instrument_pydantic_ai", "Pydantic AI"),
        ("agentops.init", None),
        ("traceloop.sdk.Traceloop.init", None),
    ],
)
def test_an_instrument_names_whose_calls_it_watches(spelled: str, title: str | None) -> None:
    found = RULES.subject(spelled)
    assert (found.title if found is not None else None) == title


def test_what_a_variable_watches_is_a_subject() -> None:
    assert all(RULES.subject(rule.watches) is not None for rule in RULES.observers if rule.watches)


def test_subjects_are_of_the_catalogue() -> None:
    entries = load_catalogue().entries
    named = {slug for subject in RULES.subjects for slug in (*subject.providers, *subject.frameworks)}
    assert named <= entries.keys()


def test_general_instrumentation_is_no_observer() -> None:
    """FastAPI's instrumentation watches requests; no prompt passes it."""
    spelled = "opentelemetry.instrumentation.fastapi.FastAPIInstrumentor.instrument_app"
    assert not any(way.fullmatch(spelled) for rule in RULES.observers for way in rule.ways.values())
