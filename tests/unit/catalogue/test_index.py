"""What the stages ask, on the cases that are easy to get wrong."""

import re
import tomllib
from pathlib import Path

import pytest

from aigov.catalogue import Catalogue, load_catalogue
from aigov.catalogue.entry import Entry

_MODELS = tomllib.loads((Path(__file__).parent / "fixtures" / "models.toml").read_text())
_OWNED = [
    (owner, pin, id) for owner, pins in _MODELS.items() if owner != "none" for pin, ids in pins.items() for id in ids
]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def ids(found: tuple[Entry, ...]) -> list[str]:
    return [entry.id for entry in found]


@pytest.mark.parametrize(
    ("language", "module", "name", "expected"),
    [
        ("python", "openai", None, ["openai"]),
        ("python", "openai.types.chat", "ChatCompletion", ["openai"]),
        ("python", "openai", "AzureOpenAI", ["azure-openai"]),
        ("python", "openai_helpers", None, []),
        ("python", "langchain_openai", "ChatOpenAI", ["langchain", "openai"]),
        ("python", "langchain_openai", "AzureChatOpenAI", ["azure-openai", "langchain"]),
        ("python", "langchain_community.vectorstores", "FAISS", ["faiss", "langchain"]),
        ("python", "google", "genai", ["google-gemini"]),
        ("python", "google.cloud", "aiplatform", ["google-vertex"]),
        ("python", "google.cloud", "storage", []),
        ("python", "anthropic", "AnthropicBedrock", ["anthropic", "aws-bedrock"]),
        ("python", "llama_index.llms", "openai", ["llamaindex", "openai"]),
        ("python", "llama_index.llms.openai_like", "OpenAILike", ["llamaindex", "openai-compatible"]),
        ("python", "agents", "Agent", ["openai-agents"]),
        ("python", "agents", "TravelAgent", []),
        ("python", "agents", None, []),
        ("python", "llm", "call_llm", []),
        ("python", "boto3", None, []),
        ("python", "unstructured.partition.auto", "partition", ["unstructured"]),
        ("python", "lmi", "LiteLLMModel", ["fhlmi"]),
        ("python", "aviary.core", "Message", ["ldp"]),
        ("python", "unstructured_client", "UnstructuredClient", ["unstructured", "unstructured-api"]),
        ("javascript", "openai", "default", ["openai"]),
        ("javascript", "openai", "AzureOpenAI", ["azure-openai"]),
        ("javascript", "ai", "generateText", ["vercel-ai-sdk"]),
        ("javascript", "ai/rsc", "streamUI", ["vercel-ai-sdk"]),
        ("javascript", "ai-tools", None, []),
        ("javascript", "ai-sdk-provider-gemini-cli", "default", ["google-gemini", "vercel-ai-sdk"]),
        ("typescript", "@ai-sdk/groq", "groq", ["groq", "vercel-ai-sdk"]),
        ("javascript", "@langchain/langgraph/prebuilt", "createReactAgent", ["langgraph"]),
        ("javascript", "@langchain/langgraph-sdk", "Client", ["langgraph"]),
        ("javascript", "@langchain/core/messages", "HumanMessage", ["langchain"]),
        ("javascript", "@aws-sdk/client-bedrock-runtime", "ConverseCommand", ["aws-bedrock"]),
        ("javascript", "@aws-sdk/client-s3", "S3Client", []),
        ("go", "github.com/openai/openai-go/v2/option", None, ["openai"]),
        ("go", "github.com/alecthomas/chroma/v2", None, []),
        ("java", "org.springframework.ai.anthropic", "AnthropicChatModel", ["anthropic", "spring-ai"]),
        ("kotlin", "dev.langchain4j.model.openai", "OpenAiChatModel", ["langchain4j", "openai"]),
        ("csharp", "Azure.AI.OpenAI", None, ["azure-openai"]),
        ("csharp", "OpenAI.Chat", None, ["openai"]),
    ],
)
def test_imports(catalogue: Catalogue, language: str, module: str, name: str | None, expected: list[str]) -> None:
    assert ids(catalogue.imports(language, module, name)) == expected


@pytest.mark.parametrize(
    ("purl", "expected"),
    [
        ("pkg:pypi/openai@1.2.3", ["openai"]),
        ("pkg:pypi/LangChain_OpenAI@0.1", ["langchain", "openai"]),
        ("pkg:npm/%40langchain/langgraph-sdk@0.0.1", ["langgraph"]),
        ("pkg:npm/@langchain/langgraph", ["langgraph"]),
        ("pkg:npm/%40langchain/core", ["langchain"]),
        ("pkg:pypi/langgraph-checkpoint", ["langgraph"]),
        ("pkg:npm/%40ai-sdk/openai@2.0.0", ["openai", "vercel-ai-sdk"]),
        ("pkg:npm/@ai-sdk/openai@2.0.0", ["openai", "vercel-ai-sdk"]),
        ("pkg:npm/ai@5.0.0?x=y#sub", ["vercel-ai-sdk"]),
        ("pkg:npm/aiglet@1", []),
        ("pkg:golang/github.com/openai/openai-go/v2@v2.1.0", ["openai"]),
        ("pkg:golang/github.com/alecthomas/chroma/v2@v2.0.0", []),
        ("pkg:golang/github.com/firebase/genkit/go@v1.0.0", ["genkit"]),
        ("pkg:golang/github.com/cloudwego/eino-ext/components/model/openai", ["eino", "openai"]),
        ("pkg:golang/github.com/firebase/genkit-tools", []),
        ("pkg:golang/github.com", []),
        ("pkg:maven/io.quarkiverse.langchain4j/quarkus-langchain4j-ollama", ["langchain4j", "ollama"]),
        ("pkg:swift/github.com/MacPaw/OpenAI", ["openai"]),
        ("pkg:composer/symfony/ai-anthropic-platform", ["anthropic", "symfony-ai"]),
        ("pkg:pub/langchain_openai", ["langchain", "openai"]),
        ("pkg:nuget/azure.ai.openai@2.1.0", ["azure-openai"]),
        ("pkg:maven/org.springframework.ai/spring-ai-starter-model-anthropic@1.0.0", ["anthropic", "spring-ai"]),
        ("pkg:pypi/django@5", []),
    ],
)
def test_packages(catalogue: Catalogue, purl: str, expected: list[str]) -> None:
    assert ids(catalogue.package(purl)) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("api.openai.com", "openai"),
        ("API.OpenAI.com:443", "openai"),
        ("acme.openai.azure.com", "azure-openai"),
        ("openai.azure.com", None),
        ("us-central1-aiplatform.googleapis.com", "google-vertex"),
        ("bedrock-runtime.eu-central-1.amazonaws.com", "aws-bedrock"),
        ("s3.eu-central-1.amazonaws.com", None),
        ("eu-west-1.api.x.ai", "xai"),
        ("models.inference.ai.azure.com", "github-models"),
        ("xapi.openai.com.evil.example", None),
        ("example.com", None),
    ],
)
def test_hosts(catalogue: Catalogue, host: str, expected: str | None) -> None:
    entry = catalogue.host(host)
    assert (entry.id if entry else None) == expected


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("docker.io/ollama/ollama:0.5.1", "ollama"),
        ("pgvector/pgvector:pg16", "pgvector"),
        ("vllm/vllm-openai@sha256:" + "0" * 64, "vllm"),
        ("registry.example:5000/ollama", None),
        ("postgres:16", None),
        ("ghcr.io/huggingface/text-generation-inference:2.4", "tgi"),
    ],
)
def test_images(catalogue: Catalogue, image: str, expected: str | None) -> None:
    entry = catalogue.image(image)
    assert (entry.id if entry else None) == expected


def test_variables_prefer_the_full_name_and_the_longer_prefix(catalogue: Catalogue) -> None:
    def owner(name: str) -> str | None:
        entry = catalogue.env(name)
        return entry.id if entry else None

    assert owner("OPENAI_API_KEY") == "openai"
    assert owner("AZURE_OPENAI_ENDPOINT") == "azure-openai"
    assert owner("ANTHROPIC_VERTEX_PROJECT_ID") == "google-vertex"
    assert owner("CLAUDE_CODE_USE_BEDROCK") == "aws-bedrock"
    assert owner("DATABASE_URL") is None


@pytest.mark.parametrize(
    ("owner", "variable"),
    [
        ("deepseek", "DEEPSEEK_API_KEY"),
        ("fireworks", "FIREWORKS_API_KEY"),
        ("github-copilot", "GITHUB_COPILOT_TOKEN"),
        ("google-vertex", "VERTEXAI_PROJECT"),
        ("groq", "GROQ_API_KEY"),
        ("mistral", "MISTRAL_API_KEY"),
        ("openrouter", "OPENROUTER_API_KEY"),
        ("xai", "XAI_API_KEY"),
    ],
)
def test_variables_of_keys_are_known_in_full(catalogue: Catalogue, owner: str, variable: str) -> None:
    """A name in a table (``{"groq": "GROQ_API_KEY"}``) is read elsewhere: a prefix alone does not count there."""
    assert variable in catalogue.entries[owner].env


def test_clients_of_aws_are_made_in_the_same_ways(catalogue: Catalogue) -> None:
    conditional = catalogue.conditional("python")
    services = {entry.id for entry, _ in conditional["boto3.client"]}
    assert {"aws-bedrock", "aws-rekognition", "aws-sagemaker", "aws-textract"} <= services
    for symbol, found in conditional.items():
        if re.match(r"(?:aio)?boto(?:3|core)\.", symbol):
            assert {entry.id for entry, _ in found} == services, symbol


@pytest.mark.parametrize(("owner", "pin", "id"), _OWNED)
def test_model_ids_have_one_owner_and_a_pin(catalogue: Catalogue, owner: str, pin: str, id: str) -> None:
    found = catalogue.model_owner(id)
    assert found is not None
    assert found[0].id == owner
    assert catalogue.pinned(owner, id) == pin


@pytest.mark.parametrize("text", _MODELS["none"]["strings"])
def test_ordinary_strings_are_no_model_ids(catalogue: Catalogue, text: str) -> None:
    found = catalogue.model_owner(text)
    assert found is None or found[0].id == "", f"{text} is taken for {found and found[0].id}"


def test_short_ids_count_only_in_calls(catalogue: Catalogue) -> None:
    owner = catalogue.exact_model_owner("o1")
    assert owner is not None
    assert owner.id == "openai"
    assert catalogue.pinned("openai", "o1") == "no"
    assert catalogue.exact_model_owner("o1-preview") is None


def test_every_known_retirement_has_one_owner_at_most(catalogue: Catalogue) -> None:
    """No id of the lifecycle data is claimed by two entries: the alternation would hide the second."""
    import re

    patterns = [(e.id, p.regex) for e in catalogue.entries.values() for p in e.models if not p.shared]
    model_ids = {fact.model_id for fact in catalogue.lifecycle_facts()} | {id for _, _, id in _OWNED}
    claims = {id: {owner for owner, regex in patterns if re.fullmatch(regex, id)} for id in model_ids}
    assert {id: owners for id, owners in claims.items() if len(owners) > 1} == {}


@pytest.mark.parametrize(
    ("text", "owner", "rest"),
    [
        ("bedrock/anthropic.claude-v2", "aws-bedrock", "anthropic.claude-v2"),
        (
            "bedrock/converse/us.anthropic.claude-sonnet-4-20250514-v1:0",
            "aws-bedrock",
            "us.anthropic.claude-sonnet-4-20250514-v1:0",
        ),
        ("openai:gpt-4o", "openai", "gpt-4o"),
        ("litellm/anthropic/claude-3-opus-20240229", "anthropic", "claude-3-opus-20240229"),
        ("openrouter/openai/gpt-4o", "openrouter", "openai/gpt-4o"),
        ("azure/my-deployment", "azure-openai", "my-deployment"),
        ("google-vertex:gemini-1.5-pro", "google-vertex", "gemini-1.5-pro"),
        ("gpt-4o", None, "gpt-4o"),
        ("llama3.2:latest", None, "llama3.2:latest"),
        ("meta-llama/Llama-3", None, "meta-llama/Llama-3"),
    ],
)
def test_routes(catalogue: Catalogue, text: str, owner: str | None, rest: str) -> None:
    entry, model = catalogue.route(text)
    assert (entry.id if entry else None, model) == (owner, rest)


@pytest.mark.parametrize(
    ("provider", "model", "maker"),
    [
        ("groq", "llama-3.3-70b-versatile", "meta-llama-api"),
        ("groq", "llama3-groq-70b-8192-tool-use-preview", None),
        ("groq", "distil-whisper-large-v3-en", None),
        ("groq", "mistral-saba-24b", "mistral"),
        ("groq", "deepseek-r1-distill-llama-70b", "deepseek"),
        ("together", "meta-llama/Llama-3.3-70B-Instruct-Turbo", "meta-llama-api"),
        ("together", "Qwen/Qwen3-235B-A22B", "dashscope"),
        ("together", "togethercomputer/m2-bert-80M-8k-retrieval", None),
        ("openrouter", "deepseek/deepseek-r1:free", "deepseek"),
        ("openrouter", "x-ai/grok-4", "xai"),
        ("openrouter", "google/gemini-2.5-pro", "google-gemini"),
        ("openrouter", "openai/gpt-oss-120b", "openai"),
        ("openrouter", "nousresearch/hermes-3-llama-3.1-405b", None),
        ("huggingface", "mistralai/Mixtral-8x7B-Instruct-v0.1", "mistral"),
        ("huggingface", "somebody/Llama-3.1-8B", None),
        ("huggingface", "openai/my-own-deployment", None),
        ("fireworks", "accounts/fireworks/models/llama-v3p1-8b-instruct", "meta-llama-api"),
        ("fireworks", "accounts/fireworks/models/firefunction-v2", None),
        ("cloudflare-workers-ai", "@cf/meta/llama-3.1-8b-instruct", "meta-llama-api"),
        ("cloudflare-workers-ai", "@hf/thebloke/zephyr-7b-beta-awq", None),
        ("ollama", "llama3.2", "meta-llama-api"),
        ("ollama", "qwen3:8b", "dashscope"),
        ("ollama", "bakllava:7b", None),
        ("sambanova", "Llama-3.1-Swallow-8B-Instruct-v0.3", None),
        ("aws-bedrock", "us.meta.llama3-3-70b-instruct-v1:0", "meta-llama-api"),
        ("aws-bedrock", "amazon.nova-pro-v1:0", "aws-bedrock"),
        ("google-vertex", "gemini-2.5-pro", "google-gemini"),
        ("azure-openai", "gpt-4o", "openai"),
        ("openai", "o1", "openai"),
        ("voyage", "voyage-3-large", "voyage"),
        ("openai-compatible", "house-model", None),
    ],
)
def test_the_maker_is_who_the_id_proves_and_never_the_host(
    catalogue: Catalogue, provider: str, model: str, maker: str | None
) -> None:
    assert catalogue.maker(provider, model) == maker


@pytest.mark.parametrize(
    ("provider", "model", "bare"),
    [
        ("deepseek", "deepseek/deepseek-chat", "deepseek-chat"),
        ("google-gemini", "models/gemini-2.5-pro", "gemini-2.5-pro"),
        ("google-gemini", "google/gemini-2.5-pro", "gemini-2.5-pro"),
        ("anthropic", "anthropic/claude-3-7-sonnet-20250219", "claude-3-7-sonnet-20250219"),
        ("openai", "openai/o1", "o1"),
        ("openai", "openai/some-proxy", "openai/some-proxy"),
        ("openrouter", "openai/gpt-4o", "openai/gpt-4o"),
        ("openrouter", "openrouter/auto", "openrouter/auto"),
        ("groq", "groq/compound", "groq/compound"),
        ("huggingface", "huggingface/CodeBERTa-small-v1", "huggingface/CodeBERTa-small-v1"),
        ("nobody", "a/b", "a/b"),
    ],
)
def test_the_bare_id_is_what_the_providers_own_api_knows(
    catalogue: Catalogue, provider: str, model: str, bare: str
) -> None:
    assert catalogue.bare_id(provider, model) == bare


def test_publishers(catalogue: Catalogue) -> None:
    assert catalogue.publisher("aws-bedrock", "us.anthropic.claude-sonnet-4-20250514-v1:0") == "anthropic"
    assert catalogue.publisher("azure-openai", "gpt-4o") == "openai"
    assert catalogue.publisher("openrouter", "anthropic/claude-sonnet-4-5") == "anthropic"
    assert catalogue.publisher("openai", "gpt-4o") is None


def test_pins_on_a_platform_other_than_the_makers(catalogue: Catalogue) -> None:
    assert catalogue.pinned("google-vertex", "gemini-2.0-flash-001") == "yes"
    assert catalogue.pinned("google-vertex", "claude-sonnet-4-5@20250929") == "yes"
    assert catalogue.pinned("replicate", "meta/llama-2-70b-chat") == "no"
    assert catalogue.pinned("huggingface", "meta-llama/Llama-3.1-8B") == "unresolved"
    assert catalogue.pinned("ollama", "llama3.2@sha256:" + "a" * 64) == "yes"
    assert catalogue.pinned("no-such-entry", "gpt-4o") == "unresolved"


def test_constructors_that_depend_on_an_argument(catalogue: Catalogue) -> None:
    services = {
        value: entry.id
        for entry, constructor in catalogue.conditional("python")["boto3.client"]
        for _, values in constructor.when
        for value in values
    }
    assert services["bedrock-runtime"] == "aws-bedrock"
    assert services["textract"] == "aws-textract"
    assert "boto3.client" not in catalogue.constructors("python")
    plain, _ = catalogue.constructors("python")["google.genai.Client"]
    assert plain.id == "google-gemini"
    (vertex, constructor), *_ = catalogue.conditional("python")["google.genai.Client"]
    assert vertex.id == "google-vertex"
    assert constructor.when == (("vertexai", ("true",)),)


def test_methods_are_found_by_the_longest_path(catalogue: Catalogue) -> None:
    entry, constructor = catalogue.constructors("python")["openai.AzureOpenAI"]
    method = catalogue.method("python", constructor.interface or entry.id, "beta.chat.completions.create")
    assert method is not None
    assert method.path == "chat.completions.create"
    assert method.model_args == ("model",)
    assert catalogue.method("python", "openai", "chat.history.create") is None
    called = catalogue.method("typescript", "vercel-ai-sdk", "")
    assert called is not None
    assert called.model_args == ("#0",)


def test_lifecycle_is_found_through_the_spellings_of_its_platform(catalogue: Catalogue) -> None:
    fact = catalogue.lifecycle("aws-bedrock", "us-gov.anthropic.claude-sonnet-4-20250514-v1:0")
    assert fact is not None
    assert fact.model_id == "anthropic.claude-sonnet-4-20250514-v1:0"
    gemini = catalogue.lifecycle("google-gemini-api", "models/gemini-2.0-flash-001")
    assert gemini is not None
    assert gemini.latest_date == "2026-06-01"
    tuned = catalogue.lifecycle("openai", "ft:gpt-4o-mini-2024-07-18:acme::id")
    assert tuned is not None
    assert tuned.model_id == "ft:gpt-4o-mini-2024-07-18"
    assert catalogue.lifecycle("openai", "gpt-99") is None
    assert catalogue.lifecycle("nowhere", "gpt-4") is None


def test_lifecycle_facts_are_dated_sourced_and_sorted(catalogue: Catalogue) -> None:
    facts = catalogue.lifecycle_facts()
    assert list(facts) == sorted(facts, key=lambda fact: (fact.platform, fact.model_id))
    for fact in facts:
        assert fact.source, fact.model_id
        assert len(fact.as_of) == len("2026-11-23"), fact.model_id
        if fact.earliest_date and fact.latest_date:
            assert fact.earliest_date <= fact.latest_date


@pytest.mark.parametrize(
    ("purl", "expected"),
    [
        ("pkg:pypi/llmlingua", ["transformers"]),
        ("pkg:cargo/autoagents", ["autoagents-rs"]),
        ("pkg:cargo/kalosm-llama", ["kalosm"]),
        ("pkg:cargo/misanthropic", ["anthropic"]),
        ("pkg:cargo/allms", ["allms"]),
        ("pkg:cargo/rllm", ["rust-llm"]),
        ("pkg:cargo/llm-chain", ["llm-chain"]),
    ],
)
def test_a_package_is_of_the_entry_of_its_own_maker(catalogue: Catalogue, purl: str, expected: list[str]) -> None:
    assert ids(catalogue.package(purl)) == expected
