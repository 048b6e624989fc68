"""What settings files say: keys, variables, addresses, model ids; and what looks like it and says nothing."""

from __future__ import annotations

from typing import Any

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.facts.manifests import read_manifests, wants
from aigov.scan.facts.manifests.settings_text import parse_settings
from aigov.scan.facts.manifests.settings_values import references, with_defaults
from aigov.scan.files import Document, FileKind, Findings
from aigov.scan.kinds import classify


def read(path: str, text: str) -> Findings:
    data = text.encode()
    kind = FileKind(role="manifest", name="settings")
    document = Document(path=path, kind=kind, scope="app", data=data, size=len(data), candidate=True)
    return read_manifests([document], load_catalogue())


def uses(found: Findings) -> list[tuple[int, str]]:
    return sorted({(use.line, use.name) for use in found.uses})


def models(found: Findings) -> list[tuple[Any, ...]]:
    return [(row.line, row.model, row.provider, row.variable, row.mention) for row in found.models]


SPRING = """\
spring.application.name=openai-demo
spring.ai.openai.api-key=${OPENAI_API_KEY}
spring.ai.openai.base-url=https://api.groq.com/openai
spring.ai.openai.chat.options.model=${CHAT_MODEL:llama-3.3-70b-versatile}
spring.ai.vectorstore.pgvector.initialize-schema=true
! spring.ai.anthropic.api-key=x
spring.ai.mcp.client.toolcallback.enabled=\\
  true
logging.level.org.springframework.ai.mistralai=INFO
"""


def test_spring_properties() -> None:
    found = read("src/main/resources/application.properties", SPRING)
    assert uses(found) == [(2, "openai"), (2, "spring-ai"), (3, "groq"), (5, "pgvector"), (7, "mcp")]
    assert models(found) == [(4, "llama-3.3-70b-versatile", "groq", "CHAT_MODEL", None)]
    assert [(row.line, row.url, row.provider) for row in found.endpoints] == [
        (3, "https://api.groq.com/openai", "groq")
    ]


def test_spring_yaml_documents() -> None:
    text = """\
spring:
  ai:
    azure:
      openai:
        endpoint: https://acme.openai.azure.com/
        chat.options.deployment-name: gpt-4o
---
spring:
  config.activate.on-profile: local
  ai.ollama:
    chat:
      options:
        model: my-own:q4
"""
    found = read("application.yml", text)
    assert uses(found) == [(5, "azure-openai"), (5, "spring-ai"), (13, "ollama")]
    assert models(found) == [(6, "gpt-4o", "azure-openai", None, None), (13, "my-own:q4", "ollama", None, None)]


def test_dotnet() -> None:
    text = """{
  // comments are allowed
  "AzureOpenAI": { "Endpoint": "https://acme.openai.azure.com", "ChatDeployment": "gpt-4o", "ApiKey": "" },
  "OpenAI:Model": "gpt-4o-mini",
  "Ollama__Endpoint": "http://localhost:11434",
  "ConnectionStrings": { "Sql": "Server=.;Database=OpenAI" },
}"""
    found = read("appsettings.Development.json", text)
    assert uses(found) == [(3, "azure-openai"), (4, "openai"), (5, "ollama")]
    assert models(found) == [(3, "gpt-4o", "azure-openai", None, None), (4, "gpt-4o-mini", "openai", None, None)]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("config.toml", '[llm]\nprovider = "groq"\nmodel = "llama-3.1-8b-instant"\n', [(2, "groq")]),
        ("config.ini", "[openai]\napi_key = %OPENAI_API_KEY%\n", [(2, "openai")]),
        ("conf.yaml", "llm:\n  api_key: !ENV ${MISTRAL_API_KEY}\n", [(2, "mistral")]),
        ("conf.yaml", "key_env: COHERE_API_KEY\n", [(1, "cohere")]),
        ("conf.yaml", "api_key: os.environ/ANTHROPIC_API_KEY\n", [(1, "anthropic")]),
        ("conf.yaml", "embedding:\n  provider: voyage\n", [(2, "voyage")]),
        ("conf.yaml", "base: https://openrouter.ai/api/v1\n", [(1, "openrouter")]),
        ("conf.yaml", "model: bedrock/anthropic.claude-3-haiku-20240307-v1:0\n", [(1, "aws-bedrock")]),
        ("launchSettings.json", '{"args": "--to %AZURE_OPENAI_ENDPOINT% -v"}', [(1, "azure-openai")]),
        ("tool.json", '{"mcpServers": {"x": {"command": "npx", "args": ["@acme/x"]}}}', [(1, "mcp")]),
    ],
)
def test_what_names_a_service(path: str, text: str, expected: list[tuple[int, str]]) -> None:
    assert uses(read(path, text)) == expected


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.json", '{"title": "OpenAI", "description": "set OPENAI_API_KEY, or use gpt-4o"}'),
        ("a.json", '{"openapi": "3.1.0", "model": "gpt-4o", "url": "https://api.openai.com/v1"}'),
        ("a.json", '[{"model": "gpt-4o", "output": "Hello"}, {"model": "gpt-4o", "output": "Hi"}]'),
        ("a.json", '{"model": "gpt-4o", "response": "Hello", "usage": {"total": 3}}'),
        ("a.json", '{"openai_api_key": "Enter your OpenAI API key"}'),
        ("a.yml", "homepage: https://api.openai.com/v1\n"),
        ("a.yml", "google:\n  analytics: G-1234\nazure:\n  region: westus\n"),
        ("a.yml", "database:\n  engine: postgres-15\n  model: relational\n"),
        ("a.yml", "# OPENAI_API_KEY: x\nmodel: your-model-here\n"),
        ("a.properties", "spring.application.name=spring.ai.openai\nserver.port=8080\n"),
        ("a.yml", "type: openai\nname: support\n"),
    ],
)
def test_look_alikes(path: str, text: str) -> None:
    found = read(path, text)
    assert (found.uses, found.models, found.endpoints) == ((), (), ())


def test_tables_of_models_are_mentions() -> None:
    text = """\
default-api: openai
default-model: gpt-4o
apis:
  cohere:
    models:
      command-r-plus: {max-input-chars: 1, aliases: ["gpt-4"]}
      command-r: {max-input-chars: 1}
prices:
  gpt-4o-mini: {input: 0.15}
  gpt-4.1: {input: 2}
"""
    found = read("config.yml", text)
    assert uses(found) == [(1, "openai"), (4, "cohere")]
    assert models(found) == [
        (2, "gpt-4o", "openai", None, None),
        (6, "command-r-plus", "cohere", None, True),
        (7, "command-r", "cohere", None, True),
        (9, "gpt-4o-mini", "openai", None, True),
        (10, "gpt-4.1", "openai", None, True),
    ]


def test_secrets_stay() -> None:
    text = (
        "openai:\n  api_key: sk-live-never-shown\n  base_url: https://user:hunter2@api.openai.com/v1?key=hunter2\n"
        "token: gpt-4o-never-shown\n"
    )
    found = repr(read("config.yml", text))
    assert "openai" in found
    assert "never-shown" not in found
    assert "hunter2" not in found


def test_a_template_is_read_line_by_line() -> None:
    text = "llm:\n  {% if x %}\n  api_key: ${OPENAI_API_KEY}\n  model: gpt-4o\n  {% endif %}\n - broken: [\n"
    found = read("config.yml.j2", text)
    assert uses(found) == [(3, "openai")]
    assert models(found) == [(4, "gpt-4o", "openai", None, None)]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("value", "names", "plain"),
    [
        ("${A_KEY}", ["A_KEY"], "{A_KEY}"),
        ("${A_MODEL:gpt-4o}", ["A_MODEL"], "gpt-4o"),
        ("${A_MODEL:-gpt-4o}", ["A_MODEL"], "gpt-4o"),
        ("https://${A_HOST}/v1", ["A_HOST"], "https://{A_HOST}/v1"),
        ("${{ secrets.A_KEY }}", ["A_KEY"], "{A_KEY}"),
        ("os.environ/A_KEY", ["A_KEY"], "{A_KEY}"),
        ("%A_KEY%", ["A_KEY"], "{A_KEY}"),
        ("$A_KEY", ["A_KEY"], "{A_KEY}"),
        ("%env(A_KEY)%", ["A_KEY"], "{A_KEY}"),
        ("plain", [], "plain"),
    ],
)
def test_references(value: str, names: list[str], plain: str) -> None:
    assert list(references(value)) == names
    assert with_defaults(value) == plain


@pytest.mark.parametrize(
    "path",
    [
        "locales/en/app.json",
        "openapi.yml",
        "de.json",
        "x/schema.json",
        "aigov.yaml",
        "out/aibom.cdx.json",
        ".github/ISSUE_TEMPLATE/b.yml",
    ],
)
def test_not_wanted(path: str) -> None:
    assert not wants(path)


def test_hostile_text_is_bounded() -> None:
    for path in ("a.properties", "a.ini", "a.yml", "a.json", "a.toml"):
        for text in ("a." * 5000 + "b=1\n", "[" * 5000, "- " * 5000 + "x", "a:\n" * 5000, '{"a":' * 5000, "=\n" * 100):
            assert isinstance(parse_settings(path, text), list)
            read(path, text + "\nmodel: gpt-4o\n")


@pytest.mark.parametrize(
    ("path", "text", "names"),
    [
        # 4000 and 1234 are ports of many programs: only a setting about AI tells LiteLLM or LM Studio by them.
        ("a.yml", "auth:\n  frontend_hostname: http://localhost:4000\n", []),
        ("a.yml", "api:\n  base_url: http://localhost:1234/v1\n", []),
        ("a.yml", "llm:\n  base_url: http://localhost:4000\n", ["litellm"]),
        ("a.yml", "search:\n  host: http://localhost:11434\n", ["ollama"]),
        (".env", "FRONTEND_HOSTNAME=http://localhost:4000\n", []),
        (".env", "LLM_URL=http://localhost:4000\n", ["litellm"]),
        (".env", "OPENAI_BASE_URL=http://localhost:1234/v1\n", ["lmstudio", "openai"]),
    ],
)
def test_common_ports(path: str, text: str, names: list[str]) -> None:
    data = text.encode()
    document = Document(path=path, kind=classify(path, data), scope="app", data=data, size=len(data), candidate=True)
    assert sorted({use.name for use in read_manifests([document], load_catalogue()).uses}) == names


HAYSTACK = """\
components:
  llm:
    init_parameters:
      api_key:
        env_vars: [OPENAI_API_KEY]
        type: env_var
      model: gpt-4o
    type: haystack.components.generators.openai.OpenAIGenerator
  builder:
    type: haystack.components.builders.prompt_builder.PromptBuilder
  embedder:
    init_parameters:
      model: acme/own-encoder
    type: haystack.components.embedders.sentence_transformers_text_embedder.SentenceTransformersTextEmbedder
  own:
    type: acme.components.OpenAIGenerator
connections: []
"""


def test_serialized_pipelines() -> None:
    path = "src/pipelines/query.yml"
    data = HAYSTACK.encode()
    document = Document(path=path, kind=classify(path, data), scope="app", data=data, size=len(data), candidate=True)
    found = read_manifests([document], load_catalogue())
    assert sorted((use.name, use.line, use.scope) for use in found.uses) == [
        ("haystack", 8, "app"),
        ("openai", 5, "app"),
        ("sentence-transformers", 14, "app"),
    ]
    assert sorted((row.model, row.provider, row.scope) for row in found.models) == [
        ("acme/own-encoder", "sentence-transformers", "app"),
        ("gpt-4o", "openai", "app"),
    ]


def test_resource_paths_of_models() -> None:
    found = read(
        "memory.yaml", "model: projects/p/locations/us-central1/publishers/google/models/gemini-2.0-flash-001\n"
    )
    assert [row.model for row in found.models] == ["gemini-2.0-flash-001"]


def test_ci_pipelines_stay_what_they_are() -> None:
    path = "deploy/pipelines/build.yml"
    text = "trigger: [main]\nsteps:\n  - script: pip install openai\n"
    data = text.encode()
    document = Document(path=path, kind=classify(path, data), scope="app", data=data, size=len(data), candidate=True)
    found = read_manifests([document], load_catalogue())
    assert [(use.name, use.scope) for use in found.uses] == [("openai", "build")]


@pytest.mark.parametrize(
    "text",
    [
        "rules:\n  - deny:\n      values: [aiplatform.googleapis.com]\n",
        "restricted_services:\n  - aiplatform.googleapis.com\n  - storage.googleapis.com\n",
        "blocked_hosts: [api.openai.com]\n",
    ],
)
def test_what_is_kept_out(text: str) -> None:
    found = read("policy.yaml", text)
    assert (found.uses, found.models, found.endpoints) == ((), (), ())


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("<your-service>.openai.azure.com", "azure-openai"),
        ("shop.openai.azure.com", "azure-openai"),
        ("<your-service>.example.com", "openai"),
    ],
)
def test_a_section_of_openai_is_whose_address_it_holds(host: str, name: str) -> None:
    text = f'{{"OpenAi": {{"api_version": "2024-06-01", "endpoint": "https://{host}/", "deployment": "chat"}}}}'
    assert {use.name for use in read("appsettings.json", text).uses} == {name}


def test_a_generator_class_is_what_it_makes() -> None:
    text = """\
chat_model:
  generator_kwargs:
    model: acme/chat-mini
  generator_class: haystack.components.generators.hugging_face_local.HuggingFaceLocalGenerator
  display_class: shop.widgets.Bubble
"""
    assert uses(read("config/chat.yaml", text)) == [(4, "haystack"), (4, "transformers")]
    assert [row.model for row in read("config/chat.yaml", text).models] == ["acme/chat-mini"]


def test_variables_of_a_saved_secret() -> None:
    text = "token:\n  type: env_var\n  env_vars:\n  - HF_API_TOKEN\n  - ORDERS_TOKEN\n"
    assert uses(read("config/pipeline.yaml", text)) == [(4, "huggingface")]


@pytest.mark.parametrize(
    "text",
    [
        "chat:\n  model_name_or_path: acme/chat-7b\n",
        "chat:\n  tokenizer_name_or_path: acme/chat-7b\n",
        "task: text-generation\nmodel: acme/chat-7b\n",
        "parts:\n  model: acme/chat-7b\n  huggingface_pipeline_kwargs: {}\n",
    ],
)
def test_repositories_of_the_hub(text: str) -> None:
    found = [(row.model, row.provider) for row in read("config/chat.yaml", text).models]
    assert found == [("acme/chat-7b", "huggingface")]


@pytest.mark.parametrize(
    "text",
    [
        "model_name_or_path: ./out/chat\n",
        "model_name_or_path: checkpoints/chat-7b\n",
        "model_name_or_path: /srv/models/chat\n",
        "model_name_or_path: acme/chat-7b.gguf\n",
        "task: text-generation\nmodel: Fiesta\n",
        "task: deploy\nmodel: acme/chat-7b\n",
        "task: text-generation\nmodel:\n  path: acme/chat-7b\n",
        "path: acme/chat-7b\n",
    ],
)
def test_folders_are_no_repositories(text: str) -> None:
    assert read("config/chat.yaml", text).models == ()


@pytest.mark.parametrize("name", ["appsettings.json.azure-example", "settings.yaml.dev_sample", "config.toml.template"])
def test_samples_are_settings_of_their_format(name: str) -> None:
    assert wants(name)


@pytest.mark.parametrize("name", ["notes.azure-example", "archive.json.gz", "photo.example.jpg"])
def test_what_only_ends_like_a_sample(name: str) -> None:
    assert not wants(name)


def test_an_answer_that_is_made_up_names_no_model() -> None:
    answer = "  reply:\n    id: '1'\n    model: base\n    choices:\n      - message: {role: assistant, content: Fine}\n"
    found = read("provisioning/app.yaml", f"openai:\n  model: gpt-4o\n{answer}")
    assert [row[1] for row in models(found)] == ["gpt-4o"]
    menu = "openai:\n  model: gpt-4o\n  choices: [gpt-4o-mini]\n"
    assert "gpt-4o" in [row[1] for row in models(read("provisioning/app.yaml", menu))]


def test_how_a_program_logs_does_not_hide_what_it_sets() -> None:
    found = read("config.json", '{"log": {"level": "info"}, "agent": {"provider": "openai", "model": "gpt-4o"}}')
    assert [row[1] for row in models(found)] == ["gpt-4o"]
    recorded = '{"log": {"version": "1.2", "entries": [{"model": "gpt-4o"}]}, "agent": {"model": "gpt-4o"}}'
    assert read("session.json", recorded) == Findings()


def test_a_price_list_names_models_that_nobody_knows_yet() -> None:
    menu = """\
embedding:
  nomic-embed-text: {inputTokenPrice: 0.1}
  comet-embed: {inputTokenPrice: 0.2}
  container: {inputTokenPrice: 0.3}
parts:
  wheel-2: {price: 3}
  axle-4: {price: 7}
"""
    assert [row[:3] for row in models(read("models.yaml", menu))] == [
        (2, "nomic-embed-text", "ollama"),
        (3, "comet-embed", "ollama"),
    ]
