from langchain_openai import ChatOpenAI  # expect: use langchain import ; use openai import

MODELS = {
    "fast": "gpt-4o-mini",  # expect: model gpt-4o-mini provider=openai
    "smart": "gpt-5.1",  # expect: model gpt-5.1 provider=openai
}


def make(tier: str) -> ChatOpenAI:
    return ChatOpenAI(model=MODELS.get(tier, "gpt-4.1-nano"))  # expect: model gpt-4.1-nano provider=openai


def ask(query: str) -> str:
    return make("fast").invoke(query).content  # expect: flow openai user-content
