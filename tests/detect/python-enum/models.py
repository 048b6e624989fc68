from enum import Enum, StrEnum

from openai import OpenAI  # expect: use openai import


class Tier(StrEnum):
    FAST = "gpt-4o-mini"  # expect: model gpt-4o-mini provider=openai
    BEST = "o1"


class Kind(Enum):
    A = "gpt-4.1"  # expect: model gpt-4.1 provider=openai


SUPPORTED_MODELS = [
    "gpt-4-turbo",  # expect: model gpt-4-turbo provider=openai
    "o3",  # expect: model o3 provider=openai
]


def ask(text: str) -> None:
    OpenAI().responses.create(model=Tier.FAST, input=text)  # expect: flow openai user-content model=gpt-4o-mini
    OpenAI().responses.create(model=Kind.A.value, input=text)  # expect: flow openai user-content model=gpt-4.1
