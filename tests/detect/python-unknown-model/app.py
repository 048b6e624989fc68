from openai import OpenAI  # expect: use openai import


def ask(question: str, model: str) -> None:
    # expect: unresolved model openai ; flow openai user-content
    OpenAI().chat.completions.create(model=model, messages=[{"role": "user", "content": question}])
