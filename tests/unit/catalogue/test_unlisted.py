"""What a package's name says, where no entry lists it."""

import pytest

from aigov.catalogue.unlisted import says_ai


@pytest.mark.parametrize(
    "name",
    [
        "acme-llm",
        "@acme/llm-client",
        "@openai/apps-sdk-ui",
        "OpenAIKit",
        "LlmTornado",
        "ollamasharp",
        "langchain-something",
        "com.acme.ai:acme-rag",
        "github.com/acme/openai-proxy/v2",
        "acme/chatgpt-bundle",
        "vellum-ai",
        "postgres-mcp",
        "AcmeOpenAI",
    ],
)
def test_names_that_say_ai(name: str) -> None:
    assert says_ai(name)


@pytest.mark.parametrize(
    "name",
    [
        "express",
        "philanthropic-forms",
        "scrollama",
        "react-gpt",
        "@kontent-ai/delivery-sdk",
        "ai.djl:api",
        "github.com/acme-ai/router",
        "@secretlint/secretlint-rule-openai",
        "docusaurus-plugin-llms",
        "mcp-spi-adc",
        "@openaip/coordinate-parser",
        "python-mistralclient",
        "https-proxy-agent",
        "fluentui-copilot",
        "storage",
        "drag-drop",
        "main",
        "@gemini-wallet/core",
        "",
    ],
)
def test_names_that_say_something_else(name: str) -> None:
    assert not says_ai(name)
