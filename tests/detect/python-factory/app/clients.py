from functools import lru_cache

from openai import OpenAI  # expect: use openai import


@lru_cache
def get_client(base_url: str | None = None) -> OpenAI:
    return OpenAI(base_url=base_url)
