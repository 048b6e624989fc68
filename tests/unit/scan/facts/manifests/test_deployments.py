"""What sets machines and gateways up: units, jobs, playbooks, proxies, policies, templates, charts that are fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.catalogue.arns import model_in_arn
from aigov.model import Inventory
from aigov.scan.facts.manifests.charts import charts_of
from aigov.scan.facts.manifests.images import image_entry
from aigov.scan.facts.manifests.permissions import permitted
from aigov.scan.scan import scan_tree

Read = Callable[[dict[str, str]], Inventory]


@pytest.fixture
def read_files(tmp_path: Path) -> Read:
    """Scans a tree of these files with the shipped catalogue: what these tests ask is whose names stand where."""

    def read(files: dict[str, str]) -> Inventory:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return scan_tree(tmp_path, catalogue=load_catalogue())

    return read


POLICY = """\
<policies>
  <inbound>
    <!-- <azure-openai-token-limit> keeps tenants apart -->
    <azure-openai-token-limit counter-key="@(context.Subscription.Id)" tokens-per-minute="500" />
    <set-backend-service base-url="https://api.anthropic.com/v1/messages" />
    <authentication-managed-identity resource="https://cognitiveservices.azure.com" />
  </inbound>
</policies>
"""


def test_a_policy_of_a_gateway(read_files: Read) -> None:
    found = read_files({"apim/policies/chat.xml": POLICY})
    assert {(use.line, use.name) for use in found.uses} == {(4, "azure-openai"), (5, "anthropic")}
    assert [(point.line, point.url) for point in found.endpoints] == [(5, "https://api.anthropic.com/v1/messages")]


def test_the_audience_alone_is_that_of_all_ai_services_of_azure(read_files: Read) -> None:
    policy = (
        '<fragment>\n <authentication-managed-identity resource="https://cognitiveservices.azure.com" />\n</fragment>'
    )
    assert [use.name for use in read_files({"frag-speech.xml": policy}).uses] == ["azure-cognitive-services"]


def test_settings_of_the_dotnet_framework(read_files: Read) -> None:
    config = (
        '<configuration><appSettings>\n  <add key="OpenAI:ApiKey" value="" />\n'
        '  <add key="Orders:ApiKey" value="" />\n</appSettings></configuration>\n'
    )
    assert [(use.line, use.name) for use in read_files({"Web.config": config}).uses] == [(2, "openai")]


@pytest.mark.parametrize(
    "path",
    [
        "a.service",
        "a.container",
        "a.nomad.hcl",
        "a.pkr.hcl",
        "user-data.yaml",
        "tasks/main.yml",
        "Caddyfile",
        "nginx.conf",
        "policies/a.xml",
        "web.config",
        "values.yaml.j2",
        "model.template",
        "Chart.lock",
        "azure.yaml",
        ".devcontainer/devcontainer.json",
        "a.tfvars.example",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0ollama/ollama\0",
        "OPENAI_API_KEY",
        "image: [ollama/ollama",
        "<<-EOH\nOPENAI_API_KEY=1",
        'args = ["ollama/ollama"',
        "[Service]\nEnvironment='OPENAI_API_KEY=1\nExecStart=",
        "{{ OPENAI_API_KEY",
        "- [{a: {b: [ollama/ollama]}}]\n- 1",
        "features: 1\ndata: 1\nspec: []\nOPENAI_API_KEY: {}",
        '{"features": [1], "postCreateCommand": {"a": ["ollama", 1]}, "x": "ollama/ollama"}',
        "#cloud-config\nruncmd: {a: 1}\nwrite_files: [1, {path: 1, content: OPENAI_API_KEY}]",
        "\ufeff" * 3 + "ollama/ollama",
    ],
)
def test_unexpected_shapes_are_survived(path: str, text: str, read_files: Read) -> None:
    read_files({path: text})


def test_what_a_file_keeps_is_told_at_its_own_lines(read_files: Read) -> None:
    manifest = (
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n"
        "  run: |\n    #!/bin/sh\n    ollama pull phi3:mini\n"
        "  .env: |\n    SHOP=1\n    COHERE_API_KEY=\n  about.txt: |\n    OPENAI_API_KEY is not set\n"
    )
    found = read_files({"k8s/a.yaml": manifest})
    assert {(use.line, use.name) for use in found.uses} == {(7, "ollama"), (10, "cohere")}
    assert [(model.line, model.model) for model in found.models] == [(7, "phi3:mini")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("helm repo add ollama https://otwld.github.io/ollama-helm/", ["ollama"]),
        ("helm --kube-context x upgrade --install a weaviate/weaviate -f values.yaml", ["weaviate"]),
        ("helm install x qdrant --repo https://qdrant.github.io/qdrant-helm", ["qdrant"]),
        ("helm pull oci://ghcr.io/berriai/litellm-helm", ["litellm"]),
        ("helm repo add ollama https://charts.example.com", []),
        ("helm template qdrant charts/qdrant", []),
        ("helm install qdrant ./qdrant", []),
        ("helm upgrade shop bitnami/shop --set image=qdrant/qdrant", []),
        ("helm repo update qdrant", []),
    ],
)
def test_charts_that_a_command_fetches(words: str, expected: list[str]) -> None:
    assert [entry.id for entry, _ in charts_of(load_catalogue(), words.split())] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ollama/ollama", "ollama"),
        ("harbor.example.com/proxy/ollama/ollama", "ollama"),
        ("registry.example.com/team/vllm-openai", "vllm"),
        ("quay.io/team/chromadb", "chroma"),
        ("quay.io/team/llama-cpp-python", "llama-cpp"),
        ("chromadb", None),
        ("registry.example.com/team/server", None),
        ("registry.example.com/team/ollama-monitor", None),
    ],
)
def test_images_in_registries_of_ones_own(name: str, expected: str | None) -> None:
    entry = image_entry(load_catalogue(), name)
    assert (entry.id if entry else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("arn:aws:states:::bedrock:invokeModel", "aws-bedrock"),
        ("arn:aws:states:::aws-sdk:bedrockagentruntime:retrieve", "aws-bedrock"),
        ("arn:aws:states:::sagemaker:createTransformJob.sync", "aws-sagemaker"),
        ("bedrock:InvokeModel", "aws-bedrock"),
        ("roles/aiplatform.user", "google-vertex"),
        ("aiplatform.googleapis.com", "google-vertex"),
        ("arn:aws:states:::dynamodb:putItem", None),
        ("maps.googleapis.com", None),
        ("bedrock", None),
        ("roles/run.admin", None),
    ],
)
def test_permissions(text: str, expected: str | None) -> None:
    entry = permitted(load_catalogue(), text)
    assert (entry.id if entry else None) == expected


def test_the_model_that_an_arn_names() -> None:
    arn = "arn:aws:bedrock:{AWSRegion}::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"
    assert model_in_arn(arn) == "anthropic.claude-3-haiku-20240307-v1:0"
    assert model_in_arn("arn:aws:bedrock:eu-west-1::foundation-model/*") is None
    assert model_in_arn("arn:aws:s3:::bucket/foundation-model/x") is None
