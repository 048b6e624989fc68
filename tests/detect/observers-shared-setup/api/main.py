from openai import OpenAI  # expect: use openai import

from common.tracing import set_up_tracing

set_up_tracing()


def answer(question: str) -> str:
    # expect: model gpt-4o provider=openai ; flow openai user-content ; flow traceloop user-content
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
