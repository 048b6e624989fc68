from langchain_openai import ChatOpenAI  # expect: use langchain import ; use openai import


def answer(question: str) -> str:
    # expect: model gpt-4o provider=openai ; flow openai user-content
    return ChatOpenAI(model="gpt-4o").invoke(question)
