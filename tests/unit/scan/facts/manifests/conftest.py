"""A small catalogue of its own, so that these tests do not move with the shipped data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Command, Entry, ModelPattern, Package
from aigov.model import Kind
from aigov.scan.facts.manifests import read_manifests
from aigov.scan.files import Document, Findings
from aigov.scan.kinds import classify
from aigov.scan.scopes import scope_of

ReadFiles = Callable[[dict[str, str | bytes]], Findings]


def _entry(id: str, kind: Kind, *purls: str, **more: object) -> Entry:
    packages = tuple(Package(purl=f"pkg:{purl}") for purl in purls)
    return Entry(id=id, title=id, kind=kind, packages=packages, **more)  # type: ignore[arg-type]


ENTRIES = (
    _entry(
        "openai",
        "provider",
        "pypi/openai",
        "npm/openai",
        "pypi/langchain-openai",
        "golang/github.com/openai/openai-go",
        "golang/github.com/sashabaranov/go-openai",
        "maven/com.openai/openai-java*",
        "maven/dev.langchain4j/langchain4j-open-ai*",
        "maven/io.cequence/openai-scala-client*",
        "nuget/OpenAI",
        "gem/ruby-openai",
        "cargo/async-openai",
        "composer/openai-php/client",
        "swift/github.com/macpaw/openai",
        "cocoapods/OpenAIKit",
        "pub/dart_openai",
        "cran/openai",
        "julia/OpenAI",
        "hex/openai_ex",
        hosts=("api.openai.com",),
        env=("OPENAI_*",),
        models=(ModelPattern(regex=r"gpt-4[\w.-]*", pinned=r"gpt-4.*-\d{4}-\d{2}-\d{2}"),),
        prefixes=("openai/", "openai:"),
    ),
    _entry(
        "anthropic",
        "provider",
        "pypi/anthropic",
        "npm/%40anthropic-ai/sdk",
        "npm/%40acme/anthropic-mcp",
        "golang/github.com/anthropics/anthropic-sdk-go",
        "maven/org.springframework.ai/spring-ai-starter-model-anthropic",
        "nuget/Anthropic.SDK",
        "gem/anthropic",
        "cargo/anthropic*",
        "composer/anthropic-ai/sdk",
        "hex/anthropix",
        "pub/anthropic_sdk_dart",
        hosts=("api.anthropic.com",),
        env=("ANTHROPIC_*",),
        models=(ModelPattern(regex=r"claude-[\w.-]+"),),
    ),
    _entry("aws-bedrock", "provider", "npm/%40aws-sdk/client-bedrock-runtime", prefixes=("bedrock/",)),
    _entry("mistral", "provider", "pypi/mistralai"),
    _entry("cohere", "provider", "pypi/cohere"),
    _entry("openai-compatible", "provider"),
    _entry(
        "ollama",
        "model-host",
        "pypi/ollama",
        images=("ollama/ollama",),
        ports=(11434,),
        env=("OLLAMA_*",),
        commands=(Command(name="ollama pull", model_args=("#0",)), Command(name="ollama serve")),
    ),
    _entry("docker-model-runner", "model-host"),
    _entry("litellm", "framework", "pypi/litellm", images=("ghcr.io/berriai/litellm",), env=("LITELLM_*",)),
    _entry(
        "langchain",
        "framework",
        "pypi/langchain",
        "pypi/langchain-*",
        "npm/langchain",
        "gem/langchainrb*",
        "pub/langchain",
        "hex/langchain",
        "cargo/langchain-rust",
        "golang/github.com/tmc/langchaingo",
    ),
    _entry("langchain4j", "framework", "maven/dev.langchain4j/*"),
    _entry("spring-ai", "framework", "maven/org.springframework.ai/*"),
    _entry("semantic-kernel", "framework", "nuget/Microsoft.SemanticKernel*"),
    _entry("llm-cli", "framework", "pypi/llm"),
    _entry("paper-qa", "framework", "pypi/fhaviary"),
    _entry("langgraph", "agent-framework", "pypi/langgraph"),
    _entry("vercel-ai-sdk", "framework", "npm/ai"),
    _entry("autogen", "agent-framework", "pypi/ag2"),
    _entry("chroma", "vector-db", "pypi/chromadb", images=("chromadb/chroma",)),
    _entry("pgvector", "vector-db", "pypi/pgvector", "gem/neighbor", "hex/pgvector", images=("pgvector/pgvector",)),
    _entry("langfuse", "eval", "pypi/langfuse", "npm/langfuse"),
    _entry("tiktoken", "ml-runtime", "pypi/tiktoken"),
    _entry("faiss", "vector-db", "pypi/faiss-cpu", "cran/faiss", "julia/Faiss"),
    _entry("qdrant", "vector-db", "golang/github.com/qdrant/go-client", "cargo/qdrant-client", "nuget/Qdrant.Client"),
    _entry("mcp", "mcp", "pypi/mcp", "npm/%40modelcontextprotocol/*", "cargo/rmcp", "gem/mcp"),
    _entry("claude-code", "agent-framework", "github/anthropics/claude-code-action"),
)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue(ENTRIES, ())


@pytest.fixture(scope="session")
def read_files(catalogue: Catalogue) -> ReadFiles:
    """Findings of files given by path and content."""

    def read(files: dict[str, str | bytes]) -> Findings:
        return read_manifests((document(path, content) for path, content in files.items()), catalogue)

    return read


def document(path: str, content: str | bytes) -> Document:
    data = content.encode() if isinstance(content, str) else content
    return Document(path=path, kind=classify(path), scope=scope_of(path), data=data, size=len(data), candidate=True)


def tree(folder: Path) -> dict[str, str | bytes]:
    """Content of every file of a fixture folder but what is expected of it. The suffix ``.fixture`` keeps linters off
    files that are wrong on purpose."""
    return {
        path.relative_to(folder).as_posix().removesuffix(".fixture"): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "expected.txt"
    }


@pytest.fixture(scope="session")
def read_tree() -> Callable[[Path], dict[str, str | bytes]]:
    return tree
