from functools import lru_cache
from typing import Annotated, Optional

from pydantic import AliasChoices, BaseModel, Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class LLMSettings(BaseModel):
    model: str = "gpt-4o-2024-08-06"  # expect: model gpt-4o-2024-08-06 provider=openai variable=APP_LLM__MODEL
    temperature: float = 0.2


class EmbeddingSettings(BaseSettings):
    name: str = Field("text-embedding-3-large", alias="EMBED_NAME")  # expect: model text-embedding-3-large provider=openai variable=EMBED_NAME


class Payload(BaseModel):
    wire_model: str = Field("chatgpt-4o-latest", alias="wireModel")  # expect: model chatgpt-4o-latest provider=openai variable=None


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_", env_nested_delimiter="__", env_file=".env")

    llm: LLMSettings = LLMSettings()
    embedding: EmbeddingSettings = Field(default_factory=EmbeddingSettings)
    judge_model: str = Field(default="gpt-4.1-2025-04-14", validation_alias="JUDGE")  # expect: model gpt-4.1-2025-04-14 provider=openai variable=JUDGE
    title_model: str = Field("gpt-4.1-nano", validation_alias=AliasChoices("TITLE_MODEL", "APP_TITLE"))  # expect: model gpt-4.1-nano provider=openai variable=TITLE_MODEL
    draft_model: Annotated[str, Field(description="for drafts")] = "gpt-4o-mini"  # expect: model gpt-4o-mini provider=openai variable=APP_DRAFT_MODEL
    router_model: Optional[str] = None
    vision_model: str = Field(default_factory=lambda: "gpt-4-turbo")  # expect: model gpt-4-turbo provider=openai variable=APP_VISION_MODEL
    speech_model: str


class OldSettings(BaseSettings):
    class Config:
        env_prefix = "OLD_"

    model: str = Field("gpt-3.5-turbo-0125", env="LEGACY_MODEL")  # expect: model gpt-3.5-turbo-0125 provider=openai variable=LEGACY_MODEL
    big: str = "gpt-4-0613"  # expect: model gpt-4-0613 provider=openai variable=OLD_BIG


@lru_cache
def get_settings() -> Settings:
    return Settings()


@lru_cache(maxsize=1)
def get_old() -> OldSettings:
    return OldSettings()
