from __future__ import annotations

import functools
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from anthropic import Anthropic, AsyncAnthropic  # expect: use anthropic import

T = TypeVar("T")
_client: Anthropic | None = None


def get_client() -> Anthropic:
    global _client
    if _client is None:
        import anthropic

        _client = anthropic.Anthropic()
    return _client


@contextmanager
def session():
    client = get_client()
    try:
        yield client
    finally:
        client.close()


@asynccontextmanager
async def asession():
    from anthropic import AsyncAnthropic

    async with AsyncAnthropic() as client:
        yield client


def retry(times: int):
    def decorate(fn):
        @functools.wraps(fn)
        def inner(*args, **kwargs):
            return fn(*args, **kwargs)

        return inner

    return decorate


class Holder:
    def __init__(self) -> None:
        self._client: Anthropic | None = None

    @property
    def client(self) -> Anthropic:
        if self._client is None:
            from anthropic import Anthropic

            self._client = Anthropic()
        return self._client

    def __enter__(self):
        return self.client

    def __exit__(self, *exc):
        pass
