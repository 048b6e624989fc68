import os

LLM_MODEL = os.environ.get("LLM_MODEL", "gpt-4o-mini")  # expect: model gpt-4o-mini provider=openai variable=LLM_MODEL
MODELS = {"long": "claude-sonnet-4-20250514"}  # expect: model claude-sonnet-4-20250514 provider=anthropic pinned=yes
