import logfire
from anthropic import Anthropic  # expect: use anthropic import
from langfuse.langchain import CallbackHandler  # expect: use langfuse import
from openai import OpenAI  # expect: use openai import
from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor  # ok: it watches requests, no prompts
from phoenix.otel import register  # expect: use arize-phoenix import

FastAPIInstrumentor.instrument_app(app)
logfire.instrument_anthropic()  # expect: observer logfire init on providers=anthropic
handler = CallbackHandler()  # expect: observer langfuse callback on providers=
# expect: observer arize-phoenix init on providers= unresolved=it_hands_on_what_instrumentation_records,_and_which_calls_those_are_is_not_told_here
register(project_name="shop")


def answer(question: str) -> str:
    # expect: model claude-sonnet-4-5 provider=anthropic ; flow anthropic user-content ; flow logfire user-content
    return Anthropic().messages.create(model="claude-sonnet-4-5", messages=[{"role": "user", "content": question}])


def plain(question: str) -> str:
    # expect: model gpt-4o provider=openai ; flow openai user-content
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
