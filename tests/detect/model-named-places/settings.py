import os

import ollama  # expect: use ollama import

DEFAULT_MODEL = "acme-chat-9b"  # expect: model acme-chat-9b provider=ollama
EMBEDDING_MODEL = "somebody/emotion-base"  # expect: model somebody/emotion-base provider=huggingface
OLLAMA_MODEL = os.getenv("OLLAMA_MODEL", "neural-chat")  # expect: model neural-chat provider=ollama
SMALL_MODEL = "mistral"  # expect: model mistral provider=ollama
CAR_MODEL = "roadster-2"  # ok: no model of AI
VIEW_MODEL = "orders-v2"  # ok
MODEL_PATH = "models/acme-9b.bin"  # ok: a file
CHAT_MODEL = "your-model-7b"  # ok: a sample
CHOSEN_LLM_MODEL = "13/gpt-oss-mini"  # ok: nobody publishes under a number
AUTH_USER_MODEL = "accounts/user-2"  # ok: of a web framework
llm_model_name = "azure-openai"  # ok: who serves it
PRODUCT = {"make": "Acme", "model": "roadster-2"}  # ok: a thing


class Settings:
    llm_model: str = "qwen_qwq-32b"  # expect: model qwen_qwq-32b provider=ollama
    rerank_model: str = "default"  # ok: no id


def ask(question, model="acme-chat-10b"):  # expect: model acme-chat-10b provider=ollama
    region = os.getenv("REGION", "us-east-1")
    return question, model, region
