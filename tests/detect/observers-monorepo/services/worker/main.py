from anthropic import Anthropic  # expect: use anthropic import


def answer(question: str) -> str:
    # expect: model claude-sonnet-4-5 provider=anthropic ; flow anthropic user-content
    return Anthropic().messages.create(model="claude-sonnet-4-5", messages=[{"role": "user", "content": question}])
