from functools import lru_cache

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    model: str = "gpt-4o"  # expect: model gpt-4o provider=openai variable=MODEL
    small: str = "gpt-4.1"  # expect: model gpt-4.1 provider=openai variable=SMALL


@lru_cache
def get_settings():
    return Settings()
