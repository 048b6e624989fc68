from mistralai import Mistral  # expect: use mistral import
from openai import OpenAI  # expect: use openai import

from app.base import Assistant


class Named(Assistant):
    model = "gpt-4o"  # expect: model gpt-4o provider=openai


class OpenAIAssistant(Named):
    def __init__(self) -> None:
        self.embedder = Mistral()

    def client(self):
        return OpenAI()


class Quiet:
    def client(self):
        return Mistral()  # ok: not one of them
