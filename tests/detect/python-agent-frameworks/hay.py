from haystack.components.agents import Agent  # expect: use haystack import
from haystack.components.generators.chat import OpenAIChatGenerator  # expect: use openai import
from haystack.tools import tool


@tool
def rate(currency: str) -> str:  # expect: tool rate can=none
    return currency


desk = Agent(chat_generator=OpenAIChatGenerator(model="gpt-4o"), tools=[rate])  # expect: agent haystack name=desk tools=rate model=gpt-4o ; model gpt-4o provider=openai
