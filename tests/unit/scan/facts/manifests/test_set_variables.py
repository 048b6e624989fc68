"""What commands set, what settings hold as pairs, statements and holes, and whose images lie where: each with what only
looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.model import Inventory
from aigov.scan.scan import scan_tree


def found_in(tmp_path: Path, name: str, text: str) -> Inventory:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    return scan_tree(tmp_path, catalogue=load_catalogue())


def names(found: Inventory) -> list[tuple[int, str]]:
    return sorted({(use.line, use.name) for use in found.uses})


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('gcloud run deploy app --set-env-vars "PORT=1,OPENAI_API_KEY=x"', [(1, "openai")]),
        ("kubectl create secret generic s --from-literal=ANTHROPIC_API_KEY=x", [(1, "anthropic")]),
        ("helm upgrade app ./chart --set env.PINECONE_API_KEY=x", [(1, "pinecone")]),
        ("""yq '(.data.AZURE_OPENAI_ENDPOINT) = "x"' cm.yml""", [(1, "azure-openai")]),
        ('cat cm.yml |\n  yq "(.data.AZURE_OPENAI_MODEL)|="\\""$m"\\" |\n  kubectl apply -f -', [(2, "azure-openai")]),
        ('echo "GROQ_API_KEY=$1" >> .env', [(1, "groq")]),
        ("cat > .env <<EOF\nPORT=1\nMISTRAL_API_KEY=x\nEOF", [(3, "mistral")]),
        ("docker run -e COHERE_API_KEY img", [(1, "cohere")]),
        ("python3 -c 'import os; import tiktoken'", [(1, "tiktoken")]),
        ("python3 -c 'import tiktoken_ext.openai_public as tke; tke.cl100k_base()'", [(1, "tiktoken")]),
        ("az cognitiveservices account show --name $openAiName", [(1, "azure-openai")]),
        ("az cognitiveservices account show --name $speechName", [(1, "azure-cognitive-services")]),
        ('grant() { az x --role "$2"; }\ngrant $id "Cognitive Services OpenAI User"', [(2, "azure-openai")]),
    ],
)  # fmt: skip
def test_commands_set_variables_and_grant_roles(script: str, expected: list[tuple[int, str]], tmp_path: Path) -> None:
    assert names(found_in(tmp_path, "deploy.sh", script)) == expected


@pytest.mark.parametrize(
    "script",
    [
        'echo "Set OPENAI_API_KEY=... first"',  # a hint, which goes nowhere
        'echo "OPENAI_API_KEY=x is missing"',
        'grep -q "OPENAI_API_KEY=" .env',
        'echo "tell people about OPENAI_API_KEY=x" >> notes',
        "cat <<EOF\nOPENAI_API_KEY=x\nEOF",
        "python3 -c 'print(1)'  # import tiktoken",
        "run() { :; }\nrun 'the Cognitive Services OpenAI User role'",
        "yq '.data.OTHER_KEY' a.yml",
    ],
)
def test_what_is_only_said_sets_nothing(script: str, tmp_path: Path) -> None:
    assert names(found_in(tmp_path, "deploy.sh", script)) == []


def test_the_model_that_a_command_sets_is_known(tmp_path: Path) -> None:
    script = 'gcloud run deploy app --set-env-vars "LLM_MODEL=gemini-2.5-pro,PORT=1"'
    assert [(row.line, row.model) for row in found_in(tmp_path, "deploy.sh", script).models] == [(1, "gemini-2.5-pro")]


def test_a_secret_under_another_name_hides_no_variable(tmp_path: Path) -> None:
    """An expression is no prose, though it has spaces in it; a sentence is."""
    job = "jobs:\n  t:\n    steps:\n      - env:\n          AZURE_OPENAI_ENDPOINT: {}\n        run: pytest\n"
    found = found_in(tmp_path, ".github/workflows/ci.yml", job.format("${{ secrets.ENDPOINT }}"))
    assert names(found) == [(5, "azure-openai")]
    other = found_in(tmp_path, ".github/workflows/ci.yml", job.format("is what you have to set"))
    assert names(other) == []


def test_an_address_with_words_to_fill_in_is_one(tmp_path: Path) -> None:
    text = '{"embedding_endpoint": "https://<resource name>.openai.azure.com/openai/deployments/<name>/embeddings"}'
    assert names(found_in(tmp_path, "config.json", text)) == [(1, "azure-openai")]
    other = '{"embedding_endpoint": "https://<resource name>.example.com/embeddings", "about": "openai.azure.com <x>"}'
    assert names(found_in(tmp_path, "config.json", other)) == []


def test_variables_as_pairs_are_settings(tmp_path: Path) -> None:
    text = """
template:
  containers:
    - env:
        - name: EmbeddingModelDeployment
          value: text-embedding-3-large
        - name: SHOWN_AS
          value: gpt-4o
"""
    found = found_in(tmp_path, "infra/backend.tmpl.yaml", text)
    assert [(row.line, row.model) for row in found.models] == [(6, "text-embedding-3-large")]


def test_a_slot_setting_is_a_variable(tmp_path: Path) -> None:
    text = '{"settings": [{"name": "AZURE_OPENAI_API_KEY", "value": "x", "slotSetting": false}]}'
    assert names(found_in(tmp_path, "appsettings-export.json", text)) == [(1, "azure-openai")]


def test_a_variable_with_a_model_is_a_setting_and_an_article_is_none(tmp_path: Path) -> None:
    text = '{"settings": [{"name": "OPENAI_MODEL", "value": "gpt-4o", "slotSetting": false}]}'
    assert [row.model for row in found_in(tmp_path, "appsettings-export.json", text).models] == ["gpt-4o"]
    shelf = '{"shelf": [{"name": "OPENAI_MODEL", "value": "gpt-4o", "price": 3}]}'
    assert [row.model for row in found_in(tmp_path, "appsettings-export.json", shelf).models] == []


def test_a_prompt_in_the_syntax_of_a_framework(tmp_path: Path) -> None:
    text = "name: Editor\ntemplate_format: {}\ntemplate: |\n  Hello {{{{$name}}}}\n"
    assert names(found_in(tmp_path, "Prompts/editor.yaml", text.format("semantic-kernel"))) == [(2, "semantic-kernel")]
    assert names(found_in(tmp_path, "Prompts/editor.yaml", text.format("handlebars"))) == []


def test_a_statement_in_settings_tells_its_store_and_its_model(tmp_path: Path) -> None:
    text = """
tools:
  search:
    statement: |
      SELECT id FROM policies
      ORDER BY (embedding <=> embedding('gemini-embedding-001', $1)::vector)
"""
    found = found_in(tmp_path, "tools.yaml", text)
    assert {use.name for use in found.uses} == {"pgvector", "google-vertex"}
    assert [(row.line, row.model, row.provider) for row in found.models] == [
        (6, "gemini-embedding-001", "google-vertex")
    ]
    other = text.replace("embedding <=> embedding('gemini-embedding-001', $1)::vector", "name")
    assert names(found_in(tmp_path, "tools.yaml", other)) == []


@pytest.mark.parametrize("name", ["Dockerfile_tei", "Dockerfile.tei", "tei_Dockerfile"])
def test_container_files_by_any_separator(name: str, tmp_path: Path) -> None:
    text = "FROM ghcr.io/huggingface/text-embeddings-inference:cpu-1.8\n"
    assert names(found_in(tmp_path, name, text)) == [(1, "tgi")]


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("acme/text-embeddings-inference:1.8", ["tgi"]),
        ("${TEI_IMAGE_CPU}", ["tgi"]),
        ("acme/chroma:1", []),
        ("acme/tei:1", []),
        ("${APP_IMAGE}", []),
    ],
)
def test_images_of_other_publishers(image: str, expected: list[str], tmp_path: Path) -> None:
    found = found_in(tmp_path, "compose.yaml", f"services:\n  a:\n    image: {image}\n")
    assert [use.name for use in found.uses] == expected


def test_an_image_that_an_environment_file_names(tmp_path: Path) -> None:
    found = found_in(tmp_path, ".env", "SERVER_IMAGE=vllm/vllm-openai:v0.9\nSITE=vllm/vllm-openai\n")
    assert names(found) == [(1, "vllm")]


def test_the_name_of_a_deployment_beside_that_of_its_model(tmp_path: Path) -> None:
    found = found_in(tmp_path, ".env", "AZURE_OPENAI_MODEL=turbo16k\nAZURE_OPENAI_MODEL_NAME=gpt-35-turbo-16k\n")
    assert [row.model for row in found.models] == ["gpt-35-turbo-16k"]
    alone = found_in(tmp_path, ".env", "AZURE_OPENAI_MODEL=turbo16k\n")
    assert [row.model for row in alone.models] == ["turbo16k"]
