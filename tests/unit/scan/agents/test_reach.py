"""Agents and observers from the tree to the policy input."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aigov.bom.writer import write_bom
from aigov.catalogue import load_catalogue
from aigov.policy.input import build_input
from aigov.scan.scan import scan_tree

CASES = Path(__file__).resolve().parents[3] / "detect"


def _input(case: str) -> dict[str, Any]:
    inventory = scan_tree(CASES / case, catalogue=load_catalogue())
    return build_input(
        write_bom(inventory, load_catalogue()), None, load_catalogue(), datetime(2026, 11, 23, tzinfo=UTC)
    )


def test_a_combination_names_the_place_of_each_part() -> None:
    found = next(row for row in _input("python-agent-tools")["agents"] if row["name"] == "shop")
    (combination,) = found["combinations"]
    assert combination["id"] == "untrusted-sensitive-action"
    assert {(part["class"], part["file"]) for part in combination["proof"]} == {
        ("reads-untrusted", "app.py"),
        ("reads-sensitive", "store.py"),
        ("acts-outside", "app.py"),
    }


def test_approval_and_handover_reach_policies() -> None:
    document = _input("python-agent-tools")
    tools = {row["name"]: row for row in document["tools"]}
    assert tools["run"]["approval"]["line"] == 29
    assert "approval" not in tools["send_mail"]
    triage = next(row for row in document["agents"] if row["name"] == "Triage")
    assert triage["agents"] == ["agent:Researcher"]


def test_copies_are_flows_to_the_observer() -> None:
    document = _input("python-observers")
    copies = {(row["provider"], row["copied"]) for row in document["flows"] if "copied" in row}
    assert {("langfuse", "openai"), ("langsmith", "anthropic"), ("mlflow", "openai")} <= copies
    assert {row["slug"]: row["content"] for row in document["observers"] if row["how"] == "wrapper"} == {
        "langsmith": "on"
    }


def test_each_call_says_who_records_it(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("openai==1.55.0\nlangfuse==2.50.0\n")
    (tmp_path / "app.py").write_text(
        "from openai import OpenAI\n"
        "from langfuse import observe\n"
        "client = OpenAI()\n"
        "@observe(capture_input=False)\n"
        "def seen(question):\n"
        '    return client.chat.completions.create(model="gpt-4o-2024-08-06", messages=question)\n'
        "def unseen(question):\n"
        '    return client.chat.completions.create(model="gpt-4o-2024-08-06", messages=question)\n'
    )
    inventory = scan_tree(tmp_path, catalogue=load_catalogue())
    document = build_input(
        write_bom(inventory, load_catalogue()), None, load_catalogue(), datetime(2026, 11, 23, tzinfo=UTC)
    )
    told = {place["line"]: row.get("recorded_by") for row in document["flows"] for place in row["occurrences"]}
    assert told == {6: ["langfuse"], 8: None}


def test_mcp_servers_say_what_they_can_do() -> None:
    document = _input("python-agent-mcp")
    assert [row["capabilities"] for row in document["mcp_servers"]] == [["reads-untrusted"]]
    assert [row["mcp_servers"] for row in document["agents"]] == [["mcp:mcp-server-fetch"]]


def test_data_that_a_framework_hands_on_is_a_flow_to_it(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("litellm==1.50.0\nsentence-transformers==3.3.0\n")
    (tmp_path / "app.py").write_text(
        "import os\n"
        "import litellm\n"
        "from sentence_transformers import SentenceTransformer\n"
        "def ask(email):\n"
        '    return litellm.completion(model=os.environ["MODEL"], messages=[{"role": "user", "content": email}])\n'
        "def embed(email):\n"
        '    return SentenceTransformer("all-MiniLM-L6-v2").encode(email)\n'
    )
    inventory = scan_tree(tmp_path, catalogue=load_catalogue())
    document = build_input(
        write_bom(inventory, load_catalogue()), None, load_catalogue(), datetime(2026, 11, 23, tzinfo=UTC)
    )
    (flow,) = document["flows"]
    assert (flow["provider"], flow["ref"]) == ("litellm", "pkg:pypi/litellm@1.50.0")
    assert flow["classes"] == ["personal"]
    assert document["providers"] == []
