"""Whom a client reaches: nobody, the vendor of its package, or whoever answers at the address that it is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.scan.scan import scan_tree


def runs(folder: Path, line: str, imports: str) -> list[str | None]:
    (folder / "app.py").write_text(f"import os\n{imports}\n\nmade = {line}\n", encoding="utf-8")
    return [call.runs for call in scan_tree(folder, catalogue=load_catalogue()).calls]


@pytest.mark.parametrize(
    ("line", "imports"),
    [
        ('chromadb.PersistentClient(path="./db")', "import chromadb"),
        ("chromadb.Client()", "import chromadb"),
        ('Chroma.from_documents(docs, embedder, persist_directory="db")', "from langchain_chroma import Chroma"),
        ('QdrantClient(":memory:")', "from qdrant_client import QdrantClient"),
        ('QdrantClient(path=os.environ["DB"])', "from qdrant_client import QdrantClient"),
        ('lancedb.connect("data/vectors")', "import lancedb"),
        ('Llama(model_path="m.gguf")', "from llama_cpp import Llama"),
        ('LLM(model="Qwen/Qwen3-8B")', "from vllm import LLM"),
    ],
)
def test_what_works_within_the_process(tmp_path: Path, line: str, imports: str) -> None:
    assert runs(tmp_path, line, imports) == ["local"]


@pytest.mark.parametrize(
    ("line", "imports"),
    [
        ('chromadb.HttpClient(host="chroma")', "import chromadb"),
        ("chromadb.Client(settings)", "import chromadb"),
        ("chromadb.Client(**options)", "import chromadb"),
        ('Chroma(client=client, collection_name="c")', "from langchain_chroma import Chroma"),
        ("QdrantClient(path=None)", "from qdrant_client import QdrantClient"),
        ('QdrantClient(url=os.environ["QDRANT_URL"], path="db")', "from qdrant_client import QdrantClient"),
        ('lancedb.connect("db://vectors")', "import lancedb"),
        ('lancedb.connect(os.environ["VECTORS"])', "import lancedb"),
    ],
)
def test_what_may_go_over_the_network(tmp_path: Path, line: str, imports: str) -> None:
    assert runs(tmp_path, line, imports) == [None]


@pytest.mark.parametrize(
    ("line", "imports", "runtime"),
    [
        (
            'HuggingFaceEmbeddings(model_name="BAAI/bge-m3")',
            "from langchain_huggingface import HuggingFaceEmbeddings",
            "sentence-transformers",
        ),
        (
            'HuggingFaceLLM(model_name="Qwen/Qwen3-8B")',
            "from llama_index.llms.huggingface import HuggingFaceLLM",
            "transformers",
        ),
        (
            'HuggingFaceEndpoint(repo_id="Qwen/Qwen3-8B")',
            "from langchain_huggingface import HuggingFaceEndpoint",
            "huggingface",
        ),
    ],
)
def test_a_wrapper_leads_to_the_library_that_runs_the_model(
    tmp_path: Path, line: str, imports: str, runtime: str
) -> None:
    (tmp_path / "app.py").write_text(f"{imports}\n\nmade = {line}\n", encoding="utf-8")

    (model,) = scan_tree(tmp_path, catalogue=load_catalogue()).models
    assert model.provider == runtime


def test_a_base_url_that_may_be_none_keeps_the_vendor(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "from openai import OpenAI\n\n\n"
        "def ask(fast: bool, question: str) -> None:\n"
        '    client = OpenAI(base_url="https://api.groq.com/openai/v1" if fast else None)\n'
        '    client.responses.create(model="m", input=question)\n',
        encoding="utf-8",
    )

    assert {flow.provider for flow in scan_tree(tmp_path, catalogue=load_catalogue()).flows} == {"groq", "openai"}


def test_a_function_that_hands_its_own_client_to_a_client_comes_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        """
from langchain_openai import AzureOpenAIEmbeddings, OpenAIEmbeddings

def made(kind):
    model = made(kind)
    match kind:
        case "openai":
            return OpenAIEmbeddings(model=model)
        case "azure":
            return AzureOpenAIEmbeddings(model=model)
        case "other":
            return OpenAIEmbeddings(model=made(made(kind)))
    return OpenAIEmbeddings(model="text-embedding-3-small")
""",
        encoding="utf-8",
    )
    assert {use.model for use in scan_tree(tmp_path, catalogue=load_catalogue()).models} == {"text-embedding-3-small"}
