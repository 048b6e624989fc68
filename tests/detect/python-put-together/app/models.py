from __future__ import annotations

import enum
from enum import Enum, StrEnum
from types import MappingProxyType, SimpleNamespace
from typing import Final, Literal, NamedTuple, TypedDict


class Model(StrEnum):
    BIG = "claude-opus-4-1"  # expect: model claude-opus-4-1 provider=anthropic
    SMALL = "claude-3-5-haiku-latest"  # expect: model claude-3-5-haiku-latest provider=anthropic


class Old(str, Enum):
    V2 = "claude-2.1"  # expect: model claude-2.1 provider=anthropic


class Tiers(enum.Enum):
    FREE = ("claude-3-haiku-20240307", 1024)  # expect: model claude-3-haiku-20240307 provider=anthropic
    PAID = ("claude-3-opus-20240229", 4096)  # expect: model claude-3-opus-20240229 provider=anthropic


class Spec(NamedTuple):
    id: str
    limit: int = 10


class Defaults(NamedTuple):
    id: str = "claude-sonnet-4-0"  # expect: model claude-sonnet-4-0 provider=anthropic


DEFAULT: Final[str] = "claude-sonnet-4-5"  # expect: model claude-sonnet-4-5 provider=anthropic
SPEC = Spec("claude-3-7-sonnet-20250219", 8)  # expect: model claude-3-7-sonnet-20250219 provider=anthropic
BY_TASK = MappingProxyType({
    "summary": "claude-haiku-4-5",  # expect: model claude-haiku-4-5 provider=anthropic
    "review": "claude-opus-4-0",  # expect: model claude-opus-4-0 provider=anthropic
})
NS = SimpleNamespace(model="claude-3-5-sonnet-20241022")  # expect: model claude-3-5-sonnet-20241022 provider=anthropic
FAMILY = "claude-3"
VERSION = 5
JOINED = FAMILY + "-5-" + "sonnet-" + "20240620"  # expect: model claude-3-5-sonnet-20240620 provider=anthropic
FSTRING = f"claude-opus-4-{VERSION}"  # expect: model claude-opus-4-5 provider=anthropic
FORMAT = "claude-{}-4-20250514".format("sonnet")  # expect: model claude-sonnet-4-20250514 provider=anthropic
PERCENT = "claude-%s-4-20250514" % "opus"  # expect: model claude-opus-4-20250514 provider=anthropic
JOIN = "-".join(["claude", "3", "sonnet", "20240229"])  # expect: model claude-3-sonnet-20240229 provider=anthropic


class Config(TypedDict):
    model: str


CONFIG: Config = {"model": "claude-instant-1.2"}  # expect: model claude-instant-1.2 provider=anthropic


def pick(task: str) -> str:
    match task:
        case "fast":
            return "claude-3-5-haiku-20241022"  # expect: model claude-3-5-haiku-20241022 provider=anthropic
        case _:
            return Model.BIG.value
