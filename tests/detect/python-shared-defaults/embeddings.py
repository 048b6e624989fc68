"""One value for every vendor: what belongs to one is not meant at another's."""

import os


def default_model(provider: str) -> str:
    if provider == "openai":
        return "text-embedding-3-large"  # expect: model text-embedding-3-large provider=openai ; model text-embedding-3-large provider=azure-openai
    if provider == "google":
        return "models/text-embedding-004"  # expect: model models/text-embedding-004 provider=google-gemini ; use google-gemini config
    return "in-house-embedder"


def embeddings(provider: str):
    model = default_model(provider)
    match provider:
        case "openai":
            from langchain_openai import OpenAIEmbeddings  # expect: use openai import ; use langchain import

            return OpenAIEmbeddings(model=model)
        case "azure":
            from langchain_openai import AzureOpenAIEmbeddings  # expect: use azure-openai import

            return AzureOpenAIEmbeddings(model=model, azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"])  # expect: unresolved endpoint azure-openai variable=AZURE_OPENAI_ENDPOINT ; endpoint {AZURE_OPENAI_ENDPOINT} provider=azure-openai
        case "google":
            from langchain_google_genai import GoogleGenerativeAIEmbeddings

            return GoogleGenerativeAIEmbeddings(model=model)
        case "cohere":
            from langchain_cohere import CohereEmbeddings  # expect: use cohere import

            return CohereEmbeddings(model=model)  # expect: unresolved model cohere
    raise ValueError(provider)
