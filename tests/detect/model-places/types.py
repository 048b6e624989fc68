from typing import Literal

import openai  # expect: use openai import

Choice = Literal["gpt-4o", "gpt-4o-mini"]  # expect: model gpt-4o provider=openai ; model gpt-4o-mini provider=openai


class Settings:
    model: Literal["gpt-4.1"]  # expect: model gpt-4.1 provider=openai


def each():
    yield "gpt-4.1-nano"  # expect: model gpt-4.1-nano provider=openai


def sees(model):
    return "gpt-4-turbo" in model  # ok: a part that is looked for


def limit(limits):
    return limits["gpt-4-32k"]  # ok: a key that is looked up
