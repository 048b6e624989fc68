"""What scripts of shells run, read and set."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.facts.manifests import read_manifests
from aigov.scan.files import Document, FileKind, Findings
from aigov.scan.kinds import classify

GrowsEvenly = Callable[[Callable[[str], object], str], None]


def read(text: str, path: str = "run.sh") -> Findings:
    data = text.encode()
    document = Document(path=path, kind=classify(path, data), scope="app", data=data, size=len(data), candidate=False)
    return read_manifests([document], load_catalogue())


def uses(found: Findings) -> list[tuple[int, str, str]]:
    return sorted({(use.line, use.name, use.how) for use in found.uses})


def models(found: Findings) -> list[tuple[Any, ...]]:
    return [(row.line, row.model, row.provider) for row in found.models]


@pytest.mark.parametrize(
    ("command", "name", "model"),
    [
        ("ollama pull llama3.2:3b", "ollama", "llama3.2:3b"),
        ("sudo -u svc ollama run my-own", "ollama", "my-own"),
        ("docker exec -it box ollama pull qwen2.5:7b", "ollama", "qwen2.5:7b"),
        ("kubectl exec pod -- ollama run phi4", "ollama", "phi4"),
        ("OLLAMA_DEBUG=1 nohup ollama serve &", "ollama", None),
        ("llm -m gpt-4o 'Say hi'", "llm-cli", "gpt-4o"),
        ("npx -y promptfoo@latest eval -c x.yaml", "promptfoo", None),
        ("uv run vllm serve Qwen/Qwen3-8B --port 8000", "vllm", "Qwen/Qwen3-8B"),
        ("python3 -m vllm.entrypoints.openai.api_server --model=acme/m1", "vllm", "acme/m1"),
        ("huggingface-cli download acme/m1 --local-dir x", "huggingface", "acme/m1"),
        ("aws --profile p bedrock-runtime x --model-id anthropic.claude-v2", "aws-bedrock", "anthropic.claude-v2"),
        ("az cognitiveservices account deployment create -g rg -n x --model-name gpt-4o", "azure-openai", "gpt-4o"),
        ("az cognitiveservices account create --name x --kind OpenAI", "azure-openai", None),
        ("az cognitiveservices account create --kind ComputerVision", "azure-cognitive-services", None),
        ("if ! claude -p \"$PROMPT\" --model claude-sonnet-4-5; then exit 1; fi", "claude-code", "claude-sonnet-4-5"),
        ("bash -c 'codex exec \"fix it\"'", "codex-cli", None),
        ("docker model run ai/smollm2", "docker-model-runner", "ai/smollm2"),
        ("curl -fsSL https://ollama.com/install.sh | sh", "ollama", None),
        ("copilot --model gpt-5 -p 'Fix it'", "github-copilot", "gpt-5"),
        ("gh models run openai/gpt-4.1 hi", "github-models", "openai/gpt-4.1"),
    ],
)  # fmt: skip
def test_programs(command: str, name: str, model: str | None) -> None:
    found = read(f"#!/bin/bash\n{command}\n")
    assert (2, name, "sdk-call") in uses(found)
    assert [row[1] for row in models(found)] == ([model] if model else [])


@pytest.mark.parametrize(
    "text",
    [
        "echo llm ollama run llama3\n",
        "echo 'pip install openai'\n",
        "# ollama run llama3\n",
        "grep -r 'claude -p' .\n",
        "cat <<EOF\nollama run llama3\nEOF\n",
        "command -v ollama\nwhich claude\n",
        "claude() { echo no; }\nclaude -p hi\n",
        "copilot svc deploy --name web\ncopilot app init\n",
        "cp llm /usr/bin/llm-tool\n",
        "huggingface-cli whoami\n",
        "curl https://example.com/ollama/run\n",
        "git clone https://github.com/ollama/ollama\n",
        "./scripts/codex.sh\n",
        "printf '%s' \"gpt-4o\"\n",
    ],
)
def test_look_alikes(text: str) -> None:
    found = read(text)
    assert (found.uses, found.models, found.endpoints) == ((), (), ())


def test_http_calls() -> None:
    found = read(
        """#!/bin/sh
MODEL=${MODEL:-gpt-4o}
curl -s https://api.openai.com/v1/chat/completions -H "Authorization: Bearer $OPENAI_API_KEY" \\
  -d '{"model": "'"$MODEL"'", "messages": []}' | jq .
curl "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-pro:generateContent?key=$K" -d @-
curl -X POST http://localhost:11434/api/generate -d @- <<EOF
{"model": "my-own:q4", "prompt": "hi"}
EOF
curl "$BASE/v1/models"
wget https://acme.openai.azure.com/openai/deployments/gpt4/chat/completions?api-version=1
"""
    )
    assert uses(found) == [
        (2, "openai", "env"),
        (3, "openai", "env"),
        (3, "openai", "http"),
        (5, "google-gemini", "http"),
        (6, "ollama", "http"),
        (10, "azure-openai", "http"),
    ]
    assert sorted(models(found)) == [
        (2, "gpt-4o", "openai"),
        (3, "gpt-4o", "openai"),
        (5, "gemini-2.5-pro", "google-gemini"),
        (6, "my-own:q4", "ollama"),
    ]
    assert [(row.url, row.deployment) for row in found.endpoints if row.deployment] == [
        ("https://acme.openai.azure.com/openai/deployments/gpt4/chat/completions", "gpt4")
    ]
    assert "key=" not in repr(found)


def test_variables_and_loops() -> None:
    found = read(
        """LIST="AZURE_OPENAI_SERVICE AZURE_SEARCH_INDEX PATH"
export ANTHROPIC_MODEL=claude-sonnet-4-5
for m in llama3.2:1b qwen2.5:7b; do ollama pull "$m"; done
TAG=phi4
ollama run ${TAG}
[ -z "${GROQ_API_KEY:-}" ] && exit 1
gh secret set MISTRAL_API_KEY --body "$1"
docker run -d -p 11434:11434 ollama/ollama
pip install "openai>=1.0"
"""
    )
    assert uses(found) == [
        (1, "azure-ai-search", "env"),
        (1, "azure-openai", "env"),
        (2, "anthropic", "env"),
        (3, "ollama", "sdk-call"),
        (5, "ollama", "sdk-call"),
        (6, "groq", "env"),
        (7, "mistral", "env"),
        (8, "ollama", "container"),
        (9, "openai", "manifest"),
    ]
    assert [row[1] for row in sorted(models(found))] == ["claude-sonnet-4-5", "llama3.2:1b", "qwen2.5:7b", "phi4"]


def test_powershell() -> None:
    found = read(
        """<# ollama run llama3
OPENAI_API_KEY #>
# $env:GROQ_API_KEY
Write-Host "set OPENAI_API_KEY"
$uri = "https://api.openai.com/v1/chat/completions"
$body = @{ model = "gpt-4o"; messages = @() } | ConvertTo-Json
Invoke-RestMethod -Uri $uri -Headers @{ Authorization = "Bearer $($env:OPENAI_API_KEY)" } -Body $body
$env:AZURE_OPENAI_ENDPOINT = "https://acme.openai.azure.com"
& ollama pull `
  llama3.2:3b
""",
        "run.ps1",
    )
    assert uses(found) == [
        (5, "openai", "env"),
        (7, "openai", "env"),
        (8, "azure-openai", "env"),
        (9, "ollama", "sdk-call"),
    ]
    assert sorted(models(found)) == [(6, "gpt-4o", "openai"), (9, "llama3.2:3b", "ollama")]


def test_batch() -> None:
    found = read(
        "@echo off\nrem ollama run no\nset OPENAI_MODEL=gpt-4o\n@ollama serve\npython a.py --key %GROQ_API_KEY%\n",
        "run.bat",
    )
    assert uses(found) == [(3, "openai", "env"), (4, "ollama", "sdk-call"), (5, "groq", "env")]


def test_makefile() -> None:
    found = read(
        """MODEL ?= llama3.2:3b
# ollama run no
.PHONY: up
up: ollama
\t@ollama pull $(MODEL)
\t-OPENAI_API_KEY=$(OPENAI_API_KEY) aider \\
\t  --model gpt-4o
help:
\t@echo "ollama run llama3"
""",
        "Makefile",
    )
    assert uses(found) == [
        (1, "ollama", "env"),
        (5, "ollama", "sdk-call"),
        (6, "aider", "sdk-call"),
        (6, "openai", "env"),
    ]
    assert [row[1] for row in sorted(models(found)) if row[0] > 1] == ["llama3.2:3b", "gpt-4o"]


def test_other_task_files() -> None:
    assert uses(read("web: vllm serve acme/m1\n", "Procfile")) == [(1, "vllm", "sdk-call")]
    assert uses(read("model := 'x'\nrun:\n    ollama run {{model}}\n", "justfile")) == [(3, "ollama", "sdk-call")]
    assert uses(read("ask:\n    ollama run qwen3\n", "justfile.workshop")) == [(2, "ollama", "sdk-call")]
    assert classify("tool", b"#!/usr/bin/env bash\n") == FileKind(role="manifest", name="shell")
    assert uses(read("#!/usr/bin/env bash\nollama serve\n", "tool")) == [(2, "ollama", "sdk-call")]


def test_hostile_scripts_are_read_in_time() -> None:
    for text in (
        "$(" * 3000,
        "`" * 3000,
        "bash -c '" * 2000,
        "if " * 3000,
        "a=$a;" * 3000,
        "<<E\n" * 500,
        "ollama run " * 3000,
    ):
        for path in ("a.sh", "a.ps1", "a.bat", "Makefile"):
            read(text + "\nollama run llama3\n", path)


def test_a_script_far_longer_than_scripts_are_is_read_in_pieces(grows_evenly: GrowsEvenly) -> None:
    body = "if true; then\n  echo said\nfi\n" * 4_000
    found = read(f"ollama serve\n{body}{'<' * 40_000}\nvllm serve a\n", "a.sh")
    assert uses(found) == [(1, "ollama", "sdk-call"), (12_003, "vllm", "sdk-call")]
    grows_evenly(lambda part: read(part, "a.sh"), "|\n" * 200_000)
