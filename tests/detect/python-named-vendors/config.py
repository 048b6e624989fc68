import os

from openai import OpenAI  # expect: use openai import

DEFAULTS = {
    "RETRIEVER": "tavily",  # expect: use tavily config
    "LLM_PROVIDER": "anthropic",  # expect: use anthropic config
    "CLOUD_PROVIDER": "google",  # ok
    "AUTH_PROVIDER": "openai",  # ok
}
MENU = [
    {"llm_provider": "mistral", "label": "Mistral"},  # ok
    {"llm_provider": "cohere", "label": "Cohere"},  # ok
]


class Settings:
    def __init__(self, embedding_provider: str = "voyage") -> None:  # expect: use voyage config
        self.embedding_provider = embedding_provider
        self.llm_provider = os.environ.get("LLM_PROVIDER", "groq")  # expect: use groq config

    def client(self) -> OpenAI:
        if self.llm_provider == "deepseek":  # ok
            raise ValueError("llm_provider: 'perplexity'")  # ok
        return OpenAI()


def config_list(model: str) -> list[dict[str, str]]:
    return [{"model": model, "api_type": "together"}]  # expect: use together config
