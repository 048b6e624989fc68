"""What environment samples, MCP configurations, container files and workflows say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aigov.scan.files import Findings

Read = Callable[[dict[str, str | bytes]], Findings]


def uses(found: Findings) -> list[tuple[Any, ...]]:
    return [(use.line, use.name, use.how, use.scope, use.symbol) for use in found.uses]


ENV = """\
# OPENAI_ORG=commented-out
export OPENAI_API_KEY="sk-live-never-shown"
OPENAI_MODEL=gpt-4o-2024-08-06   # the pinned one
OPENAI_BASE_URL='https://user:hunter2@llm.acme.internal/v1/?key=hunter2'
OLLAMA_HOST=http://localhost:11434
LLM_URL=https://api.anthropic.com
CHAT_MODEL=bedrock/anthropic.claude-v2
SMART_LLM=openai:gpt-4o
OTHER_MODEL=your-model-here
CAR_MODEL=Golf
DEBUG=true
ANTHROPIC_MODEL=
ANTHROPIC_AUTH_TOKEN=claude-3-opus
"""


def test_env_sample(read_files: Read) -> None:
    found = read_files({".env.example": ENV})
    assert uses(found) == [
        (2, "openai", "env", "app", "OPENAI_API_KEY"),
        (4, "openai-compatible", "env", "app", "OPENAI_BASE_URL"),
        (5, "ollama", "env", "app", "OLLAMA_HOST"),
        (6, "anthropic", "env", "app", "LLM_URL"),
        (7, "aws-bedrock", "env", "app", "CHAT_MODEL"),
    ]
    assert [(m.line, m.model, m.provider, m.pinned, m.variable) for m in found.models] == [
        (3, "gpt-4o-2024-08-06", "openai", "yes", "OPENAI_MODEL"),
        (7, "anthropic.claude-v2", "aws-bedrock", "unresolved", "CHAT_MODEL"),
        (8, "gpt-4o", "openai", "no", "SMART_LLM"),
    ]
    assert [(e.line, e.url, e.provider, e.exposure, e.variable) for e in found.endpoints] == [
        (4, "https://llm.acme.internal/v1", "openai-compatible", "private", "OPENAI_BASE_URL"),
        (5, "http://localhost:11434", "ollama", "loopback", "OLLAMA_HOST"),
        (6, "https://api.anthropic.com", "anthropic", "public", "LLM_URL"),
    ]


def test_no_secret_leaves(read_files: Read) -> None:
    found = repr(
        read_files(
            {
                ".env": ENV,
                "docker-compose.yml": f"services:\n  a:\n    environment:\n      - {ENV.splitlines()[1][7:]}\n",
            }
        )
    )
    assert "sk-live" not in found
    assert "hunter2" not in found
    assert "claude-3-opus" not in found


@pytest.mark.parametrize(
    ("path", "scope"),
    [
        (".env", "app"),
        ("deploy/prod.env", "app"),
        (".env.test", "test"),
        (".example.env", "app"),
        ("examples/chat/.env.sample", "example"),
        ("env.prod.template", "app"),
        (".env.development", "app"),
    ],
)
def test_env_file_names(read_files: Read, path: str, scope: str) -> None:
    assert [(use.name, use.scope) for use in read_files({path: "OPENAI_API_KEY=\n"}).uses] == [("openai", scope)]


MCP = """{
  // editors allow comments
  "mcpServers": {
    "files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.1.14", "/data"]},
    "latest": {"command": "/usr/bin/npx", "args": ["--package=@acme/anthropic-mcp@latest", "run"]},
    "fetch": {"command": "uvx", "args": ["--python", "3.12", "mcp-server-fetch==0.6.2"],
      "env": {"ANTHROPIC_API_KEY": "sk-live", "PLAIN": "1"}},
    "from": {"command": "uvx", "args": ["--from", "git+https://token@git.example.org/acme/srv.git", "srv"]},
    "box": {"command": "docker", "args": ["run", "-i", "--rm", "-e", "GITHUB_TOKEN", "-v", "a", "ghcr.io/acme/srv:2"]},
    "sealed": {"command": "docker", "args": ["run", "mcp/time@sha256:%s"]},
    "remote": {"type": "http", "url": "https://mcp.acme.dev/mcp?key=hunter2"},
    "local": {"command": "python", "args": ["server.py"]},
    "windows": {"command": "cmd", "args": ["/c", "npx", "@modelcontextprotocol/server-memory@1.0.0"]},
    "not-a-server": {"note": "x"}
  },
}""" % ("0" * 64)


def test_mcp_configuration(read_files: Read) -> None:
    found = read_files({".mcp.json": MCP})
    rows = {s.name: (s.line, s.transport, s.command, s.package, s.version, s.pinned, s.env) for s in found.mcp_servers}
    assert rows == {
        "files": (4, "stdio", "npx", "pkg:npm/%40modelcontextprotocol/server-filesystem", "2025.1.14", "yes", ()),
        "latest": (5, "stdio", "npx", "pkg:npm/%40acme/anthropic-mcp", None, "no", ()),
        "fetch": (6, "stdio", "uvx", "pkg:pypi/mcp-server-fetch", "0.6.2", "yes", ("ANTHROPIC_API_KEY", "PLAIN")),
        "from": (8, "stdio", "uvx", "pkg:pypi/srv", None, "no", ()),
        "box": (9, "stdio", "docker", "pkg:docker/acme/srv?repository_url=ghcr.io", "2", "no", ("GITHUB_TOKEN",)),
        "sealed": (10, "stdio", "docker", "pkg:docker/mcp/time", f"sha256:{'0' * 64}", "yes", ()),
        "remote": (11, "http", None, None, None, "unresolved", ()),
        "local": (12, "stdio", "python", None, None, "unresolved", ()),
        "windows": (13, "stdio", "cmd", "pkg:npm/%40modelcontextprotocol/server-memory", "1.0.0", "yes", ()),
    }
    assert {use.name for use in found.uses} == {"mcp", "anthropic"}
    assert min(use.line for use in found.uses) == 4
    [remote] = [server for server in found.mcp_servers if server.url]
    assert remote.url == "https://mcp.acme.dev/mcp"
    assert "sk-live" not in repr(found)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (".cursor/mcp.json", '{"mcpServers": {"a": {"command": "a"}}}'),
        (".vscode/mcp.json", '{"servers": {"a": {"command": "a"}}, "inputs": []}'),
        (".vscode/settings.json", '{"mcp": {"servers": {"a": {"command": "a"}}}, "editor.tabSize": 2,}'),
        ("claude_desktop_config.json", '{"mcpServers": {"a": {"command": "a"}}}'),
        (".gemini/settings.json", '{"mcpServers": {"a": {"httpUrl": "https://a.dev/mcp"}}}'),
        (".codex/config.toml", '[mcp_servers.a]\ncommand = "a"\n'),
        ("mcp.json.template", '{"mcpServers": {"a": {"command": "a"}}}'),
    ],
)
def test_where_clients_keep_their_servers(read_files: Read, path: str, text: str) -> None:
    assert [server.name for server in read_files({path: text}).mcp_servers] == ["a"]


def test_settings_without_servers_are_no_use(read_files: Read) -> None:
    assert read_files({".vscode/settings.json": '{"servers": {}}', "mcp.json": ""}) == Findings()


DOCKERFILE = """\
# FROM ollama/ollama
ARG BASE=ollama/ollama
ARG TAG=0.3.0
FROM --platform=linux/amd64 ${BASE}:${TAG} AS models
FROM models AS warm
RUN ollama serve & sleep 5 && \\
    ollama pull llama3.1:8b
FROM python:3.12-slim
COPY --from=chromadb/chroma:0.5.5 /chroma /chroma
ENV OPENAI_MODEL=gpt-4o OPENAI_API_KEY="sk-live" \\
    PORT=8000
RUN pip install --no-cache-dir -r requirements.txt "langfuse>=2" faiss-cpu==1.8.0 \\
 && npm install -g @anthropic-ai/sdk@0.27.3
"""


def test_dockerfile(read_files: Read) -> None:
    found = read_files({"Dockerfile": DOCKERFILE})
    assert {(use.line, use.name, use.package, use.version) for use in found.uses} == {
        (4, "ollama", "pkg:docker/ollama/ollama", "0.3.0"),
        (6, "ollama", None, None),
        (9, "chroma", "pkg:docker/chromadb/chroma", "0.5.5"),
        (10, "openai", None, None),
        (12, "langfuse", "pkg:pypi/langfuse", None),
        (12, "faiss", "pkg:pypi/faiss-cpu", "1.8.0"),
        (12, "anthropic", "pkg:npm/%40anthropic-ai/sdk", "0.27.3"),
    }
    assert {use.how for use in found.uses} == {"container"}
    assert [(m.line, m.model, m.provider) for m in found.models] == [
        (6, "llama3.1:8b", "ollama"),
        (10, "gpt-4o", "openai"),
    ]
    assert "sk-live" not in repr(found)


COMPOSE = """\
x-common: &common
  environment:
    OPENAI_API_KEY: ${OPENAI_API_KEY}
    CHAT_MODEL: ${CHAT_MODEL:-gpt-4o}
services:
  api:
    <<: *common
    image: ${REGISTRY:-ghcr.io}/acme/api
  proxy:
    image: ghcr.io/berriai/litellm:main-latest
    environment:
      - KEY=${ANTHROPIC_API_KEY}
      - OLLAMA_HOST=http://models:11434
  db:
    image: pgvector/pgvector@sha256:%s
models:
  llm:
    model: ai/smollm2
""" % ("0" * 64)


def test_compose(read_files: Read) -> None:
    found = read_files({"docker-compose.yml": COMPOSE})
    assert uses(found) == [
        (3, "openai", "container", "app", "OPENAI_API_KEY"),
        (10, "litellm", "container", "app", "ghcr.io/berriai/litellm:main-latest"),
        (12, "anthropic", "container", "app", "KEY"),
        (13, "ollama", "container", "app", "OLLAMA_HOST"),
        (15, "pgvector", "container", "app", "pgvector/pgvector"),
        (18, "docker-model-runner", "container", "app", "ai/smollm2"),
    ]
    assert [(m.line, m.model, m.provider) for m in found.models] == [
        (4, "gpt-4o", "openai"),
        (18, "ai/smollm2", "docker-model-runner"),
    ]
    assert [(e.url, e.provider, e.exposure) for e in found.endpoints] == [("http://models:11434", "ollama", "private")]


def test_cluster_manifest_and_chart_values(read_files: Read) -> None:
    manifest = """\
kind: Deployment
spec:
  containers:
    - image: ollama/ollama:0.3.0
      env:
        - name: OPENAI_API_KEY
          valueFrom: {secretKeyRef: {name: openai, key: key}}
---
kind: Service
"""
    values = "qdrant: {}\nchroma:\n  image:\n    repository: chromadb/chroma\n    tag: 0.5.5\n"
    found = read_files(
        {"k8s/app.yaml": manifest, "helm/values.yaml": values, "helm/templates/x.yaml": "a: {{ .OPENAI_X }}"}
    )
    assert [(use.file, use.line, use.name, use.version) for use in found.uses] == [
        ("helm/values.yaml", 3, "chroma", "0.5.5"),
        ("k8s/app.yaml", 4, "ollama", "0.3.0"),
        ("k8s/app.yaml", 6, "openai", None),
    ]
    assert not found.problems


def test_workflow(read_files: Read) -> None:
    workflow = """\
on: push
env:
  OPENAI_API_KEY: ${{ secrets.OPENAI_API_KEY }}
jobs:
  review:
    services:
      llm: {image: ollama/ollama}
    steps:
      - uses: anthropics/claude-code-action@v1
      - uses: ./.github/actions/x
      - run: |
          uv add litellm
          npx --yes something
"""
    found = read_files({".github/workflows/ci.yml": workflow})
    assert uses(found) == [
        (3, "openai", "env", "build", "OPENAI_API_KEY"),
        (7, "ollama", "container", "build", "ollama/ollama"),
        (9, "claude-code", "container", "build", "anthropics/claude-code-action"),
        (12, "litellm", "manifest", "build", None),
    ]


def test_tool_configuration(read_files: Read) -> None:
    text = '{\n  "dependencies": ["."],\n  "graphs": {"agent": "./agent.py:graph"}\n}'
    assert uses(read_files({"langgraph.json": text})) == [(3, "langgraph", "config", "app", None)]
    assert read_files({"langgraph.json": '{"nodes": []}'}) == Findings()


BROKEN = {
    "pyproject.toml": ("[project\n", 1),
    "package.json": ('{\n"a": }', 2),
    "package-lock.json": ("[", 1),
    "pnpm-lock.yaml": ("a: [", 2),
    "yarn.lock": ("nonsense\n", 1),
    "poetry.lock": ("[[package]\n", 1),
    "Pipfile": ("[packages\n", 1),
    "environment.yml": ("a: b: c", 1),
    "setup.py": ("import x\nsetup(\n", 2),
    ".mcp.json": ("{", 1),
    "docker-compose.yml": ("services: [openai", 2),
    "langgraph.json": ("graphs", 1),
}


@pytest.mark.parametrize("path", BROKEN)
def test_a_broken_file_is_a_problem_with_its_line_and_spoils_nothing_else(read_files: Read, path: str) -> None:
    text, line = BROKEN[path]
    found = read_files({path: text, "sub/requirements.txt": "openai"})
    assert [(problem.file, problem.reason, problem.line) for problem in found.problems] == [
        (path, "bad-manifest", line)
    ]
    assert [use.name for use in found.uses] == ["openai"]


SHAPES = [
    "[]",
    "{}",
    "null",
    "1",
    '"x"',
    '{"dependencies": 1}',
    '{"packages": [1]}',
    '{"dependencies": {"openai": 1}}',
    '{"mcpServers": {"a": 1}}',
]


@pytest.mark.parametrize("text", SHAPES)
@pytest.mark.parametrize(
    "path",
    [
        "package.json",
        "package-lock.json",
        "bun.lock",
        "Pipfile.lock",
        ".mcp.json",
        "langgraph.json",
        "pnpm-lock.yaml",
        "environment.yml",
        "compose.yaml",
    ],
)
def test_unexpected_shapes_are_survived(read_files: Read, path: str, text: str) -> None:
    assert not [problem for problem in read_files({path: text}).problems if problem.reason != "bad-manifest"]


def test_a_version_variable_is_a_model_only_where_it_holds_an_id(read_files: Read) -> None:
    found = read_files({".env.example": "GEN_AI_MODEL_VERSION=gpt-4o-2024-08-06\nCHAT_MODEL_VERSION=2024-08-06\n"})
    assert [(model.line, model.model, model.provider) for model in found.models] == [(1, "gpt-4o-2024-08-06", "openai")]


def test_a_template_of_settings_is_read_as_settings(read_files: Read) -> None:
    found = read_files({"config.yaml.template": "llm:\n  provider: openai\n  model: gpt-4o\n"})
    assert [(model.line, model.model) for model in found.models] == [(3, "gpt-4o")]


@pytest.mark.parametrize("name", [".env_example", "env.example", "env_sample", ".env.dist", "env-template"])
def test_samples_of_environments_by_whatever_name(read_files: Callable[..., Findings], name: str) -> None:
    assert [use.name for use in read_files({name: "OPENAI_API_KEY=\n# GROQ_API_KEY=\n"}).uses] == ["openai"]


@pytest.mark.parametrize("name", ["environment", "env_reader.py", "my_env_example.txt", "envelope"])
def test_what_is_no_sample(read_files: Callable[..., Findings], name: str) -> None:
    assert read_files({name: "OPENAI_API_KEY=\n"}).uses == ()
