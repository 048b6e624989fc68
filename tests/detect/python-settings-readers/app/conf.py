import dataclasses
import os
from dataclasses import dataclass, field

import attr
import attrs
from decouple import config
import environ as django_environ
from environs import Env
from starlette.config import Config as StarletteConfig

env = django_environ.Env()
marsh = Env()
star = StarletteConfig(".env")

DECOUPLED = config("DECOUPLED_MODEL", default="gpt-4o-mini")  # expect: model gpt-4o-mini provider=openai variable=DECOUPLED_MODEL
DECOUPLED_CAST = config("CAST_MODEL", cast=str, default="gpt-4o")  # expect: model gpt-4o provider=openai variable=CAST_MODEL
ENVIRON = env("ENVIRON_MODEL", default="gpt-4.1")  # expect: model gpt-4.1 provider=openai variable=ENVIRON_MODEL
ENVIRON_STR = env.str("ENVIRON_STR_MODEL", "gpt-4.1-mini")  # expect: model gpt-4.1-mini provider=openai variable=ENVIRON_STR_MODEL
MARSH = marsh.str("MARSH_MODEL", "o3-mini")  # expect: model o3-mini provider=openai variable=MARSH_MODEL
MARSH_CALL = marsh("MARSH_CALL_MODEL", "o4-mini")  # expect: model o4-mini provider=openai variable=MARSH_CALL_MODEL
STAR = star("STAR_MODEL", default="gpt-4-turbo")  # expect: model gpt-4-turbo provider=openai variable=STAR_MODEL
STAR_CAST = star("STAR_CAST_MODEL", cast=str, default="gpt-4")  # expect: model gpt-4 provider=openai variable=STAR_CAST_MODEL


@dataclass(frozen=True)
class Models:
    chat: str = "gpt-5"  # expect: model gpt-5 provider=openai
    small: str = field(default="gpt-5-mini")  # expect: model gpt-5-mini provider=openai
    tiny: str = field(default_factory=lambda: os.environ.get("TINY", "gpt-5-nano"))  # expect: model gpt-5-nano provider=openai variable=TINY


@attr.s(auto_attribs=True)
class OldModels:
    audio: str = attr.ib(default="gpt-4o-audio-preview")  # expect: model gpt-4o-audio-preview provider=openai


@attrs.define
class NewModels:
    search: str = attrs.field(default="gpt-4o-search-preview")  # expect: model gpt-4o-search-preview provider=openai
    speech: str = attrs.field(factory=lambda: "tts-1")  # expect: model tts-1 provider=openai
    image: str = attrs.field()

    @image.default
    def _image(self) -> str:
        return "gpt-image-1"  # expect: model gpt-image-1 provider=openai


def load() -> Models:
    return dataclasses.replace(Models(), chat=os.getenv("CHAT") or "o1")  # expect: model o1 provider=openai variable=CHAT
