from langchain_openai import ChatOpenAI  # expect: use langchain import ; use openai import
from openai import OpenAI


def answer(question: str) -> str:
    # expect: model gpt-4o provider=openai ; flow openai user-content ; flow langsmith user-content
    return ChatOpenAI(model="gpt-4o").invoke(question)


def plain(question: str) -> str:
    # LangSmith's variable switches nothing on for a bare client.
    # expect: model gpt-4o-mini provider=openai ; flow openai user-content
    return OpenAI().responses.create(model="gpt-4o-mini", input=question)
