import app
from openai import OpenAI  # expect: use openai import

from . import DEFAULT_MODEL


def chat(message: str) -> None:
    client = OpenAI()
    client.chat.completions.create(model=DEFAULT_MODEL, messages=[{"role": "user", "content": message}])  # expect: flow openai user-content model=gpt-4o-2024-08-06
    client.chat.completions.create(model=app.FREE_NAME, messages=[{"role": "user", "content": message}])  # expect: flow openai user-content model=house-model-7
