"""A small catalogue of its own, so that these tests do not move with the shipped one, and one app that has all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aigov.catalogue import Catalogue
from aigov.catalogue.entry import Constructor, Entry, Import, ModelPattern, Package
from aigov.model import (
    Call,
    Coverage,
    Endpoint,
    Flow,
    Indicator,
    Inventory,
    McpServer,
    ModelUse,
    ParseLoss,
    Problem,
    Skip,
    Step,
    Subject,
    Unresolved,
    Use,
)

ENTRIES = (
    Entry(
        id="openai",
        title="OpenAI API",
        kind="provider",
        vendor="OpenAI",
        jurisdiction="US",
        homepage="https://openai.com",
        packages=(
            Package(purl="pkg:pypi/openai"),
            Package(purl="pkg:npm/openai"),
            Package(purl="pkg:npm/%40ai-sdk/openai"),
            Package(purl="pkg:pypi/langchain-openai"),
        ),
        hosts=("api.openai.com", "eu.api.openai.com"),
        default_endpoint="https://api.openai.com/v1",
        imports=(Import(language="python", module="openai", exclude=("AzureOpenAI",)),),
        constructors=(
            Constructor(language="python", symbol="openai.OpenAI", url_args=("base_url",), returns="client"),
        ),
        models=(ModelPattern(regex=r"gpt-.+|text-embedding-.+", pinned=r".+-\d{4}-\d\d-\d\d", publisher="openai"),),
        prefixes=("openai/", "openai:"),
        lifecycle_platform="openai",
    ),
    Entry(
        id="aws-bedrock",
        title="Amazon Bedrock",
        kind="provider",
        vendor="Amazon Web Services",
        jurisdiction="US",
        hosts=("bedrock-runtime.<region>.amazonaws.com",),
        models=(
            ModelPattern(regex=r"anthropic\.claude-.+", publisher="anthropic"),
            ModelPattern(regex=r"meta\.llama.+"),
            ModelPattern(regex=r"openai\.gpt-.+", publisher="openai"),
        ),
        lifecycle_platform="aws-bedrock",
    ),
    Entry(id="anthropic", title="Anthropic API", kind="provider", vendor="Anthropic", hosts=("api.anthropic.com",)),
    Entry(
        id="azure-openai",
        title="Azure OpenAI",
        kind="provider",
        hosts=("*.openai.azure.com",),
        imports=(Import(language="python", module="openai", names=("AzureOpenAI",)),),
        constructors=(Constructor(language="python", symbol="openai.AzureOpenAI", interface="openai"),),
    ),
    Entry(id="groq", title="Groq", kind="provider", hosts=("api.groq.com",), models=(ModelPattern(regex="llama-.+"),)),
    Entry(
        id="huggingface",
        title="Hugging Face",
        kind="provider",
        hosts=("router.huggingface.co",),
        imports=(Import(language="python", module="langchain_huggingface"),),
        packages=(Package(purl="pkg:pypi/langchain-huggingface"),),
        constructors=(
            Constructor(
                language="python",
                symbol="langchain_huggingface.HuggingFaceEmbeddings",
                provider="sentence-transformers",
            ),
        ),
    ),
    Entry(id="sentence-transformers", title="Sentence Transformers", kind="ml-runtime"),
    Entry(
        id="chroma",
        title="Chroma",
        kind="vector-db",
        hosts=("api.trychroma.com",),
        imports=(Import(language="python", module="chromadb"),),
        packages=(Package(purl="pkg:pypi/chromadb"),),
        constructors=(
            Constructor(language="python", symbol="chromadb.PersistentClient", runs="local"),
            Constructor(language="python", symbol="chromadb.HttpClient"),
        ),
    ),
    Entry(id="llama-cpp", title="llama.cpp", kind="model-host", packages=(Package(purl="pkg:pypi/llama-cpp-python"),)),
    Entry(id="mistral", title="Mistral", kind="provider", jurisdiction="FR"),
    Entry(id="openai-compatible", title="OpenAI-compatible server", kind="provider"),
    Entry(
        id="langchain",
        title="LangChain",
        kind="framework",
        vendor="LangChain Inc.",
        jurisdiction="US",
        packages=(Package(purl="pkg:pypi/langchain"), Package(purl="pkg:pypi/langchain-*")),
    ),
    Entry(
        id="ollama",
        title="Ollama",
        kind="model-host",
        packages=(Package(purl="pkg:pypi/ollama"),),
        ports=(11434,),
        default_endpoint="http://localhost:11434",
    ),
    Entry(id="pgvector", title="pgvector", kind="vector-db", packages=(Package(purl="pkg:pypi/pgvector"),)),
    Entry(
        id="pinecone",
        title="Pinecone",
        kind="vector-db",
        vendor="Pinecone Systems",
        hosts=("*.pinecone.io",),
        packages=(Package(purl="pkg:pypi/pinecone"),),
    ),
    Entry(id="claude-code", title="Claude Code", kind="agent-framework"),
    Entry(id="mcp", title="Model Context Protocol", kind="mcp", packages=(Package(purl="pkg:pypi/mcp"),)),
)

KINDS = {entry.id: entry.kind for entry in ENTRIES}
COVERAGE = Coverage(files_seen=3, files_scanned=3, bytes_seen=900, languages={"toml": 1, "python": 2})


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue(ENTRIES, [])


@pytest.fixture(scope="session")
def use() -> Callable[..., Use]:
    """``use("app.py:3", "openai", "import", symbol=…)``: a use of a slug, in scope app unless told."""

    def make(place: str, name: str, how: Any, **more: Any) -> Use:
        file, _, line = place.rpartition(":")
        return Use(file=file, line=int(line), name=name, kind=KINDS[name], how=how, **{"scope": "app", **more})

    return make


@pytest.fixture(scope="session")
def app() -> Callable[..., Inventory]:
    """An inventory of a fully read app with only the parts given."""

    def make(**parts: Any) -> Inventory:
        parts.setdefault("subject", Subject(name="shop", version="2.1.0", commit="c" * 40, timestamp=1_700_000_000))
        parts.setdefault("coverage", COVERAGE)
        return Inventory(**parts)

    return make


@pytest.fixture(scope="session")
def full(app: Callable[..., Inventory], use: Callable[..., Use]) -> Inventory:
    """An app with every kind of finding, and an incomplete scan."""
    create = "client.chat.completions.create"
    return app(
        coverage=Coverage(
            files_seen=12,
            files_scanned=8,
            bytes_seen=52_000,
            languages={"python": 7, "toml": 1},
            skipped=(
                Skip(reason="unsupported-language", language="cobol", files=2, suspects=1, gap=True),
                Skip(reason="vendored", language=None, files=2, suspects=2, gap=False),
            ),
            parse_losses=(ParseLoss(file="odd.py", language="python", bytes_lost=9, bytes_total=90),),
            truncated="more than 200000 files",
        ),
        uses=(
            use("compose.yaml:4", "pgvector", "container"),
            use(".mcp.json:2", "mcp", "config"),
            use("lc.py:1", "langchain", "import", symbol="langchain_openai"),
            use("lc.py:1", "openai", "import", symbol="langchain_openai"),
            use("pyproject.toml:5", "openai", "manifest", package="pkg:pypi/openai", constraint=">=1.2"),
            use("pyproject.toml:6", "langchain", "manifest", package="pkg:pypi/langchain-openai", constraint="~=0.1"),
            use("pyproject.toml:6", "openai", "manifest", package="pkg:pypi/langchain-openai", constraint="~=0.1"),
            use("shop/ask.py:1", "openai", "import", symbol="openai"),
            use("tests/test_ask.py:3", "ollama", "import", symbol="ollama", scope="test"),
            use("uv.lock:90", "openai", "lockfile", package="pkg:pypi/openai", version="1.99.0"),
        ),
        calls=(Call(file="shop/ask.py", line=9, name="openai", symbol=create, scope="app", enclosing="answer"),),
        models=(
            ModelUse(
                file="shop/ask.py",
                line=9,
                model="gpt-4o-2024-08-06",
                provider="openai",
                how="sdk-call",
                scope="app",
                symbol=create,
                pinned="yes",
                variable="SHOP_MODEL",
                steps=(Step(file="shop/settings.py", line=3, what="default of MODEL"),),
            ),
        ),
        endpoints=(
            Endpoint(
                file="shop/ask.py",
                line=4,
                url="https://eu.api.openai.com/v1",
                provider="openai",
                scope="app",
                exposure="public",
                region="eu",
            ),
        ),
        flows=(
            Flow(
                file="shop/ask.py",
                line=9,
                provider="openai",
                symbol=create,
                scope="app",
                model="gpt-4o-2024-08-06",
                data=("personal", "user-content"),
                sources=(Step(file="shop/ask.py", line=7, what="customer.email"),),
            ),
        ),
        mcp_servers=(
            McpServer(
                file=".mcp.json",
                line=3,
                name="github",
                transport="stdio",
                scope="app",
                package="pkg:npm/%40modelcontextprotocol/server-github",
                pinned="no",
                env=("GITHUB_TOKEN",),
            ),
        ),
        indicators=(
            Indicator(
                file="shop/ask.py",
                line=12,
                indicator="emotion-recognition",
                signal="prompt",
                term="mood",
                scope="app",
            ),
        ),
        unresolved=(
            Unresolved(
                file="shop/b.py",
                line=2,
                what="model",
                name="openai",
                reason="set at run time",
                scope="app",
                variable="MODEL_B",
            ),
        ),
        problems=(Problem(file="setup.cfg", reason="bad-manifest", message="no section header", line=1),),
    )


def _values(part: dict[str, Any], name: str) -> list[str]:
    return [prop["value"] for prop in part.get("properties", []) if prop["name"] == name]


@pytest.fixture(scope="session")
def values() -> Callable[[dict[str, Any], str], list[str]]:
    """Every value of a property of a component or service, in the order of the document."""
    return _values
