from openai import OpenAI  # expect: use openai import

from app.settings import Payload, Settings, get_old, get_settings

client = OpenAI()


def complete(prompt: str, settings: Settings | None = None) -> str:
    settings = settings or get_settings()
    # expect: flow openai user-content model=gpt-4o-2024-08-06
    client.responses.create(model=settings.llm.model, input=prompt)
    # expect: flow openai user-content model=text-embedding-3-large
    client.embeddings.create(model=settings.embedding.name, input=prompt)
    # expect: flow openai user-content model=gpt-4.1-2025-04-14
    client.responses.create(model=settings.judge_model, input=prompt)
    # expect: flow openai user-content model=gpt-4.1-nano
    client.responses.create(model=get_settings().title_model, input=prompt)
    # expect: flow openai user-content model=gpt-4o-mini
    client.responses.create(model=Settings().draft_model, input=prompt)
    # expect: flow openai user-content model=gpt-4-turbo
    client.responses.create(model=settings.vision_model, input=prompt)
    # expect: flow openai user-content ; unresolved model openai variable=APP_SPEECH_MODEL
    client.responses.create(model=settings.speech_model, input=prompt)
    # expect: flow openai user-content model=o4-mini ; model o4-mini provider=openai variable=APP_ROUTER_MODEL
    client.responses.create(model=settings.router_model or "o4-mini", input=prompt)
    # expect: flow openai user-content model=gpt-3.5-turbo-0125
    client.responses.create(model=get_old().model, input=prompt)
    # expect: flow openai user-content model=chatgpt-4o-latest
    client.responses.create(model=Payload().wire_model, input=prompt)
    # expect: flow openai user-content model=gpt-4-0613
    return client.responses.create(model=get_old().big, input=prompt).output_text
