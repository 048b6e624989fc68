from google.adk.agents import Agent  # expect: use google-adk import
from vertexai import agent_engines  # expect: use google-vertex import


def rate(currency: str) -> str:  # expect: tool rate can=none
    return currency


root = Agent(name="root", model="gemini-2.5-pro", tools=[rate])  # expect: agent google-adk name=root tools=rate ; model gemini-2.5-pro provider=google-gemini ; use google-gemini sdk-call
app = agent_engines.AdkApp(agent=root)  # expect: agent google-vertex name=app agents=root
chain = agent_engines.LangchainAgent(model="gemini-2.5-flash", tools=[rate])  # expect: agent google-vertex name=chain tools=rate model=gemini-2.5-flash ; model gemini-2.5-flash provider=google-gemini
