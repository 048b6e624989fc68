from openai import OpenAI  # expect: use openai import


def summary(question: str) -> str:
    # expect: model gpt-4o-mini provider=openai ; flow openai user-content ; flow agentops user-content
    return OpenAI().chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": question}])
