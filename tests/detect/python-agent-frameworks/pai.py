from pydantic_ai import Agent, WebSearchTool  # expect: use pydantic-ai import


def orders(email: str) -> str:  # expect: tool orders open=no
    return email.lower()


# expect: agent pydantic-ai tools=WebSearchTool,orders ; tool WebSearchTool can=reads-untrusted origin=package
helper = Agent("openai:gpt-4o", tools=[orders], builtin_tools=[WebSearchTool()])  # expect: model gpt-4o provider=openai ; use openai sdk-call
