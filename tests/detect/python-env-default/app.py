import os
from os import environ as env

import openai  # expect: use openai import

MODEL = os.environ.get("OPENAI_MODEL", "gpt-4o")  # expect: model gpt-4o provider=openai variable=OPENAI_MODEL
SMALL = os.getenv("SMALL_MODEL") or "gpt-4o-mini"  # expect: model gpt-4o-mini provider=openai variable=SMALL_MODEL
EMBED = env.get("EMBED_MODEL", default="text-embedding-3-small")  # expect: model text-embedding-3-small provider=openai variable=EMBED_MODEL
REVIEW = env["REVIEW_MODEL"] if "REVIEW_MODEL" in env else "o3-mini"  # expect: model o3-mini provider=openai variable=REVIEW_MODEL

client = openai.OpenAI()


def summarise(document: str) -> str:
    client.embeddings.create(model=EMBED, input=document)  # expect: flow openai user-content model=text-embedding-3-small
    client.responses.create(model=SMALL, input=document)  # expect: flow openai user-content model=gpt-4o-mini
    client.responses.create(model=REVIEW, input=document)  # expect: flow openai user-content model=o3-mini
    # expect: unresolved model openai variable=DRAFT_MODEL ; flow openai user-content
    client.responses.create(model=os.environ["DRAFT_MODEL"], input=document)
    return client.responses.create(model=MODEL, input=document).output_text  # expect: flow openai user-content model=gpt-4o
