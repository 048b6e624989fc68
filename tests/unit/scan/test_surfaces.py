"""Where persons meet models: chats, bots, routes, and calls that make media; and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.catalogue.media import media_made
from aigov.catalogue.surface_rules import load_surface_rules
from aigov.model import Surface
from aigov.scan.scan import scan_tree

TREE = Path(__file__).parents[2] / "fixtures" / "surfaces"
CATALOGUE = load_catalogue()


def spelled(row: Surface) -> str:
    asks = f" asks {row.asks.file}:{row.asks.line}" if row.asks else ""
    return f"{row.file}:{row.line} {row.what} {row.how} {row.name}{asks}{' weak' if row.weak else ''}"


def surfaces(root: Path) -> list[str]:
    return [spelled(row) for row in scan_tree(root, catalogue=CATALOGUE).surfaces]


def write(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_py", ".py").replace("_ts", ".ts").replace("_js", ".js")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def test_every_surface_is_found_and_nothing_else() -> None:
    assert surfaces(TREE) == [
        "api.py:6 chat route http asks llm.py:5",
        "api.py:18 chat route http asks llm.py:5",
        "app/api/chat/route.ts:3 chat route http asks app/api/chat/route.ts:5",
        "bots/guild.js:5 chat bot discord asks bots/guild.js:6",
        "bots/slack.py:6 chat bot slack asks llm.py:5",
        "bots/telegram_bot.py:15 chat bot telegram asks llm.py:5",
        "front/chat.tsx:1 chat component vercel-ai-sdk",
        "front/desk.py:3 chat component chainlit",
        "front/page.py:3 chat component streamlit",
        "llm.py:8 image call openai",
        "people/forum.tsx:1 chat component chatscope weak",
    ]


def test_a_chat_of_a_tree_without_ai_is_none(tmp_path: Path) -> None:
    write(tmp_path, page_py='import streamlit as st\nst.chat_input("Name")\n')
    assert surfaces(tmp_path) == []


def test_what_embeds_is_no_chat(tmp_path: Path) -> None:
    write(
        tmp_path,
        search_py=(
            "from fastapi import FastAPI\nfrom openai import OpenAI\napp = FastAPI()\nclient = OpenAI()\n"
            '@app.post("/chat/search")\ndef search(body: dict):\n'
            '    return client.embeddings.create(model="text-embedding-3-small", input=body["text"])\n'
        ),
    )
    assert surfaces(tmp_path) == []


def test_a_bot_whose_call_is_not_followed_is_weak(tmp_path: Path) -> None:
    write(
        tmp_path,
        llm_py=(
            "from openai import OpenAI\n\n\nclass Desk:\n    def __init__(self):\n        self.client = OpenAI()\n\n"
            "    def answer(self, text):\n"
            '        return self.client.responses.create(model="gpt-4o", input=text)\n'
        ),
        bot_py=(
            "import discord\nfrom llm import Desk\n\n\nclass Bot(discord.Client):\n"
            "    async def on_message(self, message):\n        await self.registry[0].react(message.content)\n"
        ),
    )
    assert surfaces(tmp_path) == ["bot.py:6 chat bot discord weak"]


def test_an_answer_that_streams_is_a_chat_whatever_its_address(tmp_path: Path) -> None:
    write(
        tmp_path,
        web__handler_ts=(
            "import { openai } from '@ai-sdk/openai';\nimport { streamText } from 'ai';\n"
            "export const serve = (messages) =>\n"
            "  streamText({ model: openai('gpt-4o'), messages }).toDataStreamResponse();\n"
        ),
    )
    assert surfaces(tmp_path) == ["web/handler.ts:4 chat route vercel-ai-sdk asks web/handler.ts:4"]


def test_a_model_that_makes_media_tells_its_call(tmp_path: Path) -> None:
    write(
        tmp_path,
        sing_py=(
            "from google import genai\nclient = genai.Client()\n"
            'client.models.generate_content(model="gemini-2.5-flash-image", contents="a cat")\n'
            'client.models.generate_content(model="gemini-2.5-flash", contents="a cat")\n'
        ),
    )
    assert surfaces(tmp_path) == ["sing.py:3 image call google-gemini"]


@pytest.mark.parametrize(
    ("model", "media"),
    [
        ("gpt-image-1", ("image",)),
        ("dall-e-3", ("image",)),
        ("tts-1-hd", ("audio",)),
        ("sora-2", ("video",)),
        ("black-forest-labs/FLUX.1-dev", ("image",)),
        ("veo-3.0-generate-001", ("video",)),
        ("amazon.nova-reel-v1:0", ("video",)),
        ("gpt-4o", ()),
        ("whisper-1", ()),
        ("influx-1", ()),
        ("", ()),
    ],
)
def test_media_models_are_told_by_their_ids(model: str, media: tuple[str, ...]) -> None:
    assert media_made(CATALOGUE, model) == media


def test_tokens_are_what_an_import_spells() -> None:
    tokens = load_surface_rules().tokens
    assert {b"import chainlit", b"from streamlit", b'"@ai-sdk/react', b"'@slack/bolt"} <= set(tokens)
    streams = {name.lower().encode() for name in load_surface_rules().streams}
    # A common word alone would send half a tree to the parser.
    assert not [token for token in tokens if token.isalpha() and token not in streams]
