from agents import Agent, function_tool  # expect: use openai-agents import
from pydantic_ai import Agent as Typed  # expect: use pydantic-ai import


@function_tool
def seat(number: str) -> str:  # expect: tool seat can=none
    return number


class Context:
    pass


MODEL = "gpt-4.1-mini"  # expect: model gpt-4.1-mini provider=openai
# expect: agent openai-agents name=booking tools=seat model=gpt-4.1-mini ; use openai sdk-call
booking = Agent[Context](name="booking", model=MODEL, tools=[seat])
# expect: agent pydantic-ai name=typed tools=none model=openai:gpt-4o ; model gpt-4o provider=openai
typed = Typed[Context, list[str]]("openai:gpt-4o")

AGENTS = {"booking": booking}
AGENTS["booking"](name="none")
