from google.adk.agents import Agent  # expect: use google-adk import
from google.adk.models import Gemini


def rate(currency: str) -> str:  # expect: tool rate can=none
    return currency


desk = Agent(name="desk", model=Gemini(model="gemini-2.5-pro"), tools=[rate])  # expect: agent google-adk name=desk tools=rate model=gemini-2.5-pro ; model gemini-2.5-pro provider=google-gemini ; use google-gemini sdk-call
