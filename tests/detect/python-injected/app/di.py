from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Optional, Protocol

from dependency_injector import containers, providers
from dependency_injector.wiring import Provide, inject
from fastapi import APIRouter, Depends, FastAPI
from openai import AsyncOpenAI, OpenAI  # expect: use openai import

from app.conf import Settings, get_settings

router = APIRouter()
app = FastAPI()


class Chat(Protocol):
    def ask(self, prompt: str) -> str: ...


class OpenAIChat:
    def __init__(self, client: OpenAI, model: str) -> None:
        self.client = client
        self.model = model

    def ask(self, prompt: str) -> str:
        return self.client.responses.create(model=self.model, input=prompt).output_text  # expect: flow openai user-content model=gpt-4o-mini


class Container(containers.DeclarativeContainer):
    config = providers.Configuration()
    client = providers.Singleton(OpenAI)
    chat = providers.Factory(OpenAIChat, client=client, model="gpt-4o-mini")  # expect: model gpt-4o-mini provider=openai


@lru_cache
def get_client() -> AsyncOpenAI:
    return AsyncOpenAI()


async def yielded():
    client = AsyncOpenAI()
    try:
        yield client
    finally:
        await client.close()


Client = Annotated[AsyncOpenAI, Depends(get_client)]


@router.post("/a")
async def a(prompt: str, client: AsyncOpenAI = Depends(get_client), settings: Settings = Depends(get_settings)):
    return await client.responses.create(model=settings.model, input=prompt)  # expect: flow openai user-content model=gpt-4o


@router.post("/b")
async def b(prompt: str, client: Client, settings: Annotated[Settings, Depends(get_settings)]):
    return await client.responses.create(model=settings.small, input=prompt)  # expect: flow openai user-content model=gpt-4.1


@router.post("/c")
async def c(prompt: str, client=Depends(yielded)):
    return await client.responses.create(model="gpt-4.1-mini", input=prompt)  # expect: flow openai user-content model=gpt-4.1-mini ; model gpt-4.1-mini provider=openai


@inject
def e(prompt: str, chat: OpenAIChat = Provide[Container.chat]):
    return chat.client.responses.create(model="o3", input=prompt)  # expect: flow openai user-content model=o3 ; model o3 provider=openai


def groq():
    return AsyncOpenAI(base_url="https://api.groq.com/openai/v1")  # expect: endpoint https://api.groq.com/openai/v1 provider=groq ; use groq http


@router.post("/g")
async def g(prompt: str, client: AsyncOpenAI = Depends(groq)):
    # Whose client it is, its maker tells, not its type.
    return await client.responses.create(model="llama-3.3-70b-versatile", input=prompt)  # expect: flow groq user-content model=llama-3.3-70b-versatile ; model llama-3.3-70b-versatile provider=groq


def h(prompt: str, client: Optional[OpenAI] = None):
    return client.responses.create(model="o4-mini", input=prompt)  # expect: flow openai user-content model=o4-mini ; model o4-mini provider=openai


def i(prompt: str, client: list[OpenAI]):
    return client.responses.create(model="o1", input=prompt)  # expect: model o1 provider=openai
