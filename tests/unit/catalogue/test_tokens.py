"""Triage tokens are necessary (nothing is lost) and sharp (ordinary code does not survive)."""

import re
import tomllib
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.catalogue.entry import Import
from aigov.catalogue.tokens import necessary_literals

_FIXTURES = Path(__file__).parent / "fixtures"


def survives(text: str) -> bool:
    data = text.lower().encode()
    return any(token in data for token in load_catalogue().tokens())


def written(rule: Import) -> list[str]:
    """How source spells the import."""
    module = rule.module.replace("*", "x")
    if rule.language == "python":
        parent, _, leaf = module.rpartition(".")
        split = [f"from {parent} import {leaf}\n"] if parent else []
        whole = [] if rule.names else [f"import {module}\n", f"import {module} as m\n"]
        return [*whole, f"from {module} import {(rule.names or ('x',))[0]}\n", *(s for s in split if not rule.names)]
    if rule.language == "javascript":
        return [f'import x from "{module}";', f"const x = require('{module}')", f'import("{module}/y")']
    if rule.language in {"java", "csharp"}:
        return [f"import {module}.Thing;", f"using {module};"]
    return [f'import "{module}"', f"use {module}::x;"]


def test_every_import_survives() -> None:
    entries = load_catalogue().entries.values()
    lost = [text for entry in entries for rule in entry.imports for text in written(rule) if not survives(text)]
    assert lost == []


@pytest.mark.parametrize(
    "text",
    [
        "from google import genai\n",
        "from google.cloud import aiplatform\n",
        "from llama_index.llms import openai\n",
        "from azure.ai import inference\n",
        "from azure.ai import projects\n",
        "client = boto3.client('bedrock-runtime')",
        'session.client("rekognition")',
        'const c = new Foo({ baseURL: "https://api.groq.com/openai/v1" })',
        "MODEL=gpt-4o",
        "model: claude-sonnet-4-5",
        "image: ollama/ollama:latest",
        "image: pgvector/pgvector:pg16",
        '{"mcpServers": {"files": {"command": "npx"}}}',
        "OPENAI_API_KEY=",
        'curl https://us-central1-aiplatform.googleapis.com/v1/projects/x"',
    ],
)
def test_common_ways_to_use_ai_survive(text: str) -> None:
    assert survives(text)


def test_every_host_variable_and_image_survives() -> None:
    for entry in load_catalogue().entries.values():
        for host in entry.hosts:
            assert survives("https://" + re.sub(r"<[^>]+>", "eu-1", host.replace("*.", "my."))), host
        for name in (*entry.env, *entry.images):
            assert survives(name.replace("*", "x")), name


def test_every_known_model_id_survives() -> None:
    models = tomllib.loads((_FIXTURES / "models.toml").read_text())
    owned = [id for owner, pins in models.items() if owner != "none" for ids in pins.values() for id in ids]
    catalogue = load_catalogue()
    retired = [fact.model_id for fact in catalogue.lifecycle_facts() if catalogue.model_owner(fact.model_id)]
    assert [id for id in (*owned, *retired) if not survives(id)] == []


def test_ordinary_code_does_not_survive() -> None:
    text = (_FIXTURES / "ordinary.txt").read_text().lower().encode()
    assert [token for token in load_catalogue().tokens() if token in text] == []


def test_tokens_are_lower_case_and_long_enough() -> None:
    for token in load_catalogue().tokens():
        assert token == token.lower()
        assert len(token) >= 3


@pytest.mark.parametrize(
    ("regex", "expected"),
    [
        (r"claude-\d(?:3|4)-\w+", {"claude-"}),
        (r"(?:us\.)?amazon\.(?:titan|nova)-\w+", {"amazon.titan-", "amazon.nova-"}),
        (r"abc?d+efg", {"efg"}),
        (r"dall-e-[23]|whisper-1", {"dall-e-", "whisper-1"}),
        (r"(?!skip)hello{2}", {"hello"}),
    ],
)
def test_necessary_literals(regex: str, expected: set[str]) -> None:
    assert necessary_literals(regex) == expected


def test_a_pattern_without_a_necessary_literal_is_refused() -> None:
    with pytest.raises(ValueError, match="no literal"):
        necessary_literals(r"o[134](?:-mini)?")


def test_every_host_variable_and_model_id_holds_a_string_token() -> None:
    catalogue = load_catalogue()
    tokens = catalogue.string_tokens()
    written = [
        text
        for entry in catalogue.entries.values()
        for text in (
            *(host.replace("*", "x").replace("<", "").replace(">", "") for host in entry.hosts),
            *(name.replace("*", "X") for name in entry.env),
            *entry.exact_in_call,
        )
    ]
    written += [fact.model_id for fact in catalogue.lifecycle_facts() if catalogue.model_owner(fact.model_id)]
    assert [text for text in written if not any(token in text.lower().encode() for token in tokens)] == []
