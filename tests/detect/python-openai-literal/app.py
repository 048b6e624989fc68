"""Answers questions with gpt-4-turbo."""

from openai import OpenAI  # expect: use openai import

client = OpenAI()


def answer(question: str) -> str:
    # expect: model gpt-4o-mini provider=openai pinned=no
    # expect: flow openai user-content model=gpt-4o-mini
    reply = client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content
