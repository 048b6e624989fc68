from enum import StrEnum

import openai  # expect: use openai import


class ModelName(StrEnum):
    MINI = "gpt-5-mini"  # expect: model gpt-5-mini provider=openai
    NANO = "gpt-5-nano"  # expect: model gpt-5-nano provider=openai
    LUNA = "gpt-5.6-luna"  # expect: model gpt-5.6-luna provider=openai


class Settings:
    model = "gpt-4o"  # expect: model gpt-4o provider=openai
    small = "gpt-4o-mini"  # expect: model gpt-4o-mini provider=openai
    region = "eu-west-1"  # ok: a class may hold anything


CHOICES = [
    ("GPT-4.1 best", "gpt-4.1"),  # expect: model gpt-4.1 provider=openai
    ("GPT-4.1 small", "gpt-4.1-mini"),  # expect: model gpt-4.1-mini provider=openai
    ("Terra one-1", "terra-1-preview"),  # expect: model terra-1-preview provider=openai
]
LIMITS = {"gpt-4": 8192, "gpt-4-32k": 32768, "luna-2": 1000}  # expect: model gpt-4 provider=openai ; model gpt-4-32k provider=openai ; model luna-2 provider=openai


def pick(client, size):
    client.call("gpt-3.5-turbo")  # expect: model gpt-3.5-turbo provider=openai
    client.call("gpt-4-turbo")  # expect: model gpt-4-turbo provider=openai
    client.call("eu-west-2")  # ok: calls are no list
