from openai import OpenAI  # expect: use openai import


def answer(question: str) -> str:
    # expect: model gpt-4o provider=openai ; flow openai user-content
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
