"""LangChain's integrations under each path that one release or another had: they moved twice."""

import pytest

from aigov.catalogue import load_catalogue


def _vendors(module: str, name: str) -> set[str]:
    return {entry.id for entry in load_catalogue().imports("python", module, name)} - {"langchain"}


@pytest.mark.parametrize(
    ("part", "name", "vendor"),
    [
        ("llms", "SagemakerEndpoint", "aws-sagemaker"),
        ("llms.sagemaker_endpoint", "LLMContentHandler", "aws-sagemaker"),
        ("chat_models", "QianfanChatEndpoint", "baidu-ernie"),
        ("chat_models.litellm", "ChatLiteLLM", "litellm"),
        ("embeddings", "VoyageEmbeddings", "voyage"),
        ("embeddings.localai", "LocalAIEmbeddings", "localai"),
        ("vectorstores", "LanceDB", "lancedb"),
        ("vectorstores.azuresearch", "AzureSearch", "azure-ai-search"),
        ("vectorstores.docarray", "DocArrayHnswSearch", "hnswlib"),
    ],
)
@pytest.mark.parametrize("package", ["langchain", "langchain_community"])
def test_an_integration_is_its_vendors_wherever_it_is_imported_from(
    package: str, part: str, name: str, vendor: str
) -> None:
    assert _vendors(f"{package}.{part}", name) == {vendor}


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("langchain.vectorstores", "InMemoryVectorStore"),
        ("langchain_community.vectorstores.docarray", "DocArrayInMemorySearch"),
        ("langchain.llms", "FakeListLLM"),
        ("langchain.embeddings", "CacheBackedEmbeddings"),
    ],
)
def test_what_is_langchains_own_has_no_vendor(module: str, name: str) -> None:
    assert _vendors(module, name) == set()
