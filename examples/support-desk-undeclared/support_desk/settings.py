"""Settings from the environment. Model ids are dated snapshots, so that a release is tested with what it runs on."""

from functools import lru_cache

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="DESK_")

    database_url: str = "postgresql://desk@localhost:5432/desk"

    openai_api_key: SecretStr = SecretStr("")
    reply_model: str = "gpt-5.1-2025-11-13"
    embedding_model: str = "text-embedding-3-small"
    embedding_dimensions: int = 1536

    anthropic_api_key: SecretStr = SecretStr("")
    escalation_model: str = "claude-opus-4-5-20251101"

    passages_per_reply: int = 4
    request_timeout_seconds: float = 20.0


@lru_cache
def get_settings() -> Settings:
    return Settings()
