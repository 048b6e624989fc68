"""Blocking clients, called by what runs them in a thread."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from google import genai  # expect: use google-gemini import

client = genai.Client()  # expect: call google-gemini genai.Client
MODEL = "gemini-2.5-flash"  # expect: model gemini-2.5-flash provider=google-gemini


class Painter:
    def __init__(self) -> None:
        self._client = genai.Client()  # expect: call google-gemini genai.Client

    async def paint(self, prompt: str) -> object:
        # expect: flow google-gemini user-content model=gemini-2.5-flash ; call google-gemini self._client.models.generate_content
        return await asyncio.to_thread(
            self._client.models.generate_content,
            model=MODEL,
            contents=prompt,
        )


async def ask(question: str, email: str) -> None:
    loop = asyncio.get_running_loop()
    # expect: flow google-gemini user-content model=gemini-2.5-flash ; call google-gemini client.models.generate_content
    await loop.run_in_executor(None, partial(client.models.generate_content, model=MODEL, contents=question))
    # expect: flow google-gemini personal model=gemini-2.5-flash ; call google-gemini client.models.generate_content
    ThreadPoolExecutor().submit(client.models.generate_content, model=MODEL, contents=email)
    await asyncio.to_thread(print, question)  # ok
