from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_")

    chat_model: str = "claude-sonnet-4-5-20250929"  # expect: model claude-sonnet-4-5-20250929 provider=anthropic variable=SHOP_CHAT_MODEL pinned=yes
    draft_model: str = Field(default="claude-haiku-4-5")  # expect: model claude-haiku-4-5 provider=anthropic variable=SHOP_DRAFT_MODEL
    timeout: int = 30


settings = Settings()
