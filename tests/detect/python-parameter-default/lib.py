from openai import OpenAI  # expect: use openai import


def complete(prompt: str, model: str = "gpt-4o") -> str:  # expect: model gpt-4o provider=openai
    client = OpenAI()
    params = {"model": model, "messages": [{"role": "user", "content": prompt}]}
    params["temperature"] = 0
    return client.chat.completions.create(**params).choices[0].message.content  # expect: flow openai user-content


def classify(ticket: str) -> str:
    return complete(f"Classify: {ticket}", model="gpt-4o-mini")  # expect: model gpt-4o-mini provider=openai
