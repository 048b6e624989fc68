from app.llm import litellm

ALIASES = {
    "sonnet": "anthropic/claude-sonnet-4-5",  # expect: model claude-sonnet-4-5 provider=anthropic ; use anthropic config
    "r1": "openrouter/deepseek/deepseek-r1:free",  # expect: model deepseek/deepseek-r1:free provider=openrouter ; use openrouter config
}


def send(name: str, messages: list) -> object:
    # expect: use litellm sdk-call ; flow anthropic user-content ; flow openrouter user-content
    return litellm.completion(model=ALIASES[name], messages=messages)


def embed(deployment: str, text: str) -> object:
    # expect: use azure-openai sdk-call ; flow azure-openai user-content ; unresolved model azure-openai
    return litellm.embedding(model=f"azure/{deployment}", input=[text])
