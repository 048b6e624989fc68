"""Configurations of AI tools: told by their name, or by their shape."""

from __future__ import annotations

from typing import Any

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.facts.manifests import read_manifests
from aigov.scan.files import Document, Findings
from aigov.scan.kinds import classify


def read(path: str, text: str) -> Findings:
    data = text.encode()
    document = Document(path=path, kind=classify(path), scope="app", data=data, size=len(data), candidate=True)
    return read_manifests([document], load_catalogue())


def uses(found: Findings) -> list[tuple[int, str]]:
    return sorted({(use.line, use.name) for use in found.uses})


def models(found: Findings) -> list[tuple[Any, ...]]:
    return [(row.line, row.model, row.provider) for row in found.models]


LITELLM = """\
model_list:
  - model_name: gpt-4o
    litellm_params:
      model: azure/my-deployment
      api_base: os.environ/AZURE_API_BASE
  - model_name: fast
    litellm_params:
      model: bedrock/anthropic.claude-3-haiku-20240307-v1:0
  - model_name: own
    litellm_params:
      model: openai/my-model
      api_base: http://10.0.0.7:8000/v1
litellm_settings:
  drop_params: true
"""


def test_litellm() -> None:
    found = read("proxy_config.yaml", LITELLM)
    assert (1, "litellm") in uses(found)
    assert models(found) == [
        (4, "my-deployment", "azure-openai"),
        (8, "anthropic.claude-3-haiku-20240307-v1:0", "aws-bedrock"),
        (11, "my-model", "openai-compatible"),
    ]
    assert {name for _, name in uses(found)} == {"litellm", "azure-openai", "aws-bedrock", "openai-compatible"}


def test_promptfoo() -> None:
    text = """\
prompts: [a.txt]
providers:
  - openai:chat:gpt-4o
  - id: anthropic:messages:claude-sonnet-4-5
    config: {temperature: 0}
  - ollama:chat:my-own:q4
  - file://custom.py
"""
    found = read("promptfooconfig.yaml", text)
    assert models(found) == [
        (3, "gpt-4o", "openai"),
        (4, "claude-sonnet-4-5", "anthropic"),
        (6, "my-own:q4", "ollama"),
    ]
    assert {name for _, name in uses(found)} == {"promptfoo", "openai", "anthropic", "ollama"}


def test_continue() -> None:
    text = """\
models:
  - name: Chat
    provider: anthropic
    model: claude-sonnet-4-5
    apiKey: ${{ secrets.ANTHROPIC_API_KEY }}
  - name: Local
    provider: ollama
    model: my-own:q4
"""
    found = read(".continue/config.yaml", text)
    assert uses(found) == [(3, "anthropic"), (7, "ollama")]
    assert models(found) == [(4, "claude-sonnet-4-5", "anthropic"), (8, "my-own:q4", "ollama")]


GEMINI = "---\nmodel: googleai/gemini-2.5-pro\n---\nHi\n"
PROMPTY = """\
---
name: x
model:
  configuration:
    type: azure_openai
    azure_deployment: gpt-4o
---
Hi
"""
RAILS = "models:\n  - type: main\n    engine: openai\n    model: gpt-4o\n"
FLOW = '{"nodes": [{"type": "@n8n/n8n-nodes-langchain.lmChatOpenAi", "parameters": {"model": "gpt-4o"}}]}'
CREW = "writer:\n  role: r\n  goal: g\n  backstory: b\n  llm: groq/llama3-8b-8192\n"
DIFY = """\
kind: app
app: {mode: chat}
model_config:
  model: {provider: langgenius/openai/openai, name: gpt-4o}
"""


@pytest.mark.parametrize(
    ("path", "text", "expected", "model"),
    [
        (".aider.conf.yml", "model: gpt-4o\nweak-model: gpt-4o-mini\n", "aider", ("gpt-4o", "openai")),
        (".codex/config.toml", 'model = "gpt-5-codex"\n', "codex-cli", ("gpt-5-codex", "openai")),
        (".claude/settings.json", '{"model": "claude-opus-4-1"}', "claude-code", ("claude-opus-4-1", "anthropic")),
        ("OAI_CONFIG_LIST", '[{"model": "gpt-4o", "api_key": "sk-x"}]', "autogen", ("gpt-4o", "openai")),
        ("Modelfile", "# base\nFROM llama3.2:3b\nSYSTEM hi\n", "ollama", ("llama3.2:3b", "ollama")),
        ("x.prompt", GEMINI, "google-gemini", ("gemini-2.5-pro", "google-gemini")),
        ("chat.prompty", PROMPTY, "azure-openai", ("gpt-4o", "azure-openai")),
        ("wrangler.toml", 'name = "x"\n[ai]\nbinding = "AI"\n', "cloudflare-workers-ai", None),
        ("config.yml", RAILS, "nemo-guardrails", ("gpt-4o", "openai")),
        ("flow.json", FLOW, "n8n-langchain", ("gpt-4o", "openai")),
        ("agents.yaml", CREW, "crewai", ("llama3-8b-8192", "groq")),
        ("app.yml", DIFY, "dify", ("gpt-4o", "openai")),
    ],
)
def test_tools(path: str, text: str, expected: str, model: tuple[str, str] | None) -> None:
    found = read(path, text)
    assert expected in {use.name for use in found.uses}
    assert [(row.model, row.provider) for row in found.models][:1] == ([model] if model else [])
    assert "sk-x" not in repr(found)


def test_look_alikes() -> None:
    assert read("Modelfile", "FROM ./x.gguf\n").models == ()
    assert read("promptfooconfig.yaml", "description: x\n") == Findings()
    assert read("wrangler.toml", 'name = "ai"\n').uses == ()
    assert read("notes.prompt", "Write about gpt-4o\n") == Findings()
    assert read("flow.json", '{"nodes": [{"type": "n8n-nodes-base.httpRequest"}]}').uses == ()
    assert read("team.yml", "writer:\n  role: r\n  goal: g\n").uses == ()


def test_workflow_scripts_and_actions() -> None:
    text = """\
on:
  workflow_dispatch:
    inputs:
      model: {default: gpt-4o-mini, description: Model such as gpt-4}
jobs:
  docs:
    steps:
      - uses: openai/codex-action@v1
        with:
          openai-api-key: ${{ secrets.OPENAI_API_KEY }}
          model: gpt-5-codex
      - name: Ask gpt-4o
        run: |
          echo "ollama run no"
          curl http://localhost:11434/api/generate -d '{"model": "my-own:q4"}'
      - shell: pwsh
        run: |
          $env:GROQ_API_KEY = "${{ secrets.GROQ_API_KEY }}"
      - shell: python
        run: |
          import anthropic
"""
    found = read(".github/workflows/ai.yml", text)
    assert uses(found) == [
        (8, "codex-cli"),
        (10, "openai"),
        (15, "ollama"),
        (18, "groq"),
        (20, "anthropic"),
    ]
    assert sorted(models(found)) == [
        (4, "gpt-4o-mini", "openai"),
        (11, "gpt-5-codex", "openai"),
        (15, "my-own:q4", "ollama"),
    ]
    assert {use.scope for use in found.uses} == {"build"}


@pytest.mark.parametrize(
    ("kind", "names"),
    [("azure_openai", {"azure-openai"}), ("openai", {"openai"}), ("serverless", {"azure-ai-foundry"}), ("shop", set())],
)
def test_prompty_says_who_runs_a_prompt_where_it_names_a_deployment_only(kind: str, names: set[str]) -> None:
    settings = f"model:\n  api: chat\n  configuration:\n    type: {kind}\n    azure_deployment: chatgpt"
    text = f"---\nname: Chat\n{settings}\n---\nHi\n"
    assert {use.name for use in read("prompts/chat.prompty", text).uses} == names


@pytest.mark.parametrize(
    ("embed", "expected"),
    [
        ("openai:text-embedding-3-small", [(3, "text-embedding-3-small", "openai")]),
        ("./src/embed.py:aembed", []),  # a function of the program
        ("acme:embed-2", []),  # nobody known
    ],
)
def test_langgraph_store(embed: str, expected: list[tuple[int, str, str]]) -> None:
    text = '{"graphs": {"a": "./a.py:graph"},\n "store": {"index": {"dims": 1536,\n "embed": "' + embed + '"}}}\n'
    assert models(read("langgraph.json", text)) == expected
