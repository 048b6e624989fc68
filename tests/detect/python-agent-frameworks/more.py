from agno.agent import Agent as AgnoAgent  # expect: use agno import
from agno.tools.duckduckgo import DuckDuckGoTools
from beeai_framework.agents.requirement import RequirementAgent  # expect: use beeai import
from browser_use import Agent as BrowserAgent  # expect: use browser-use import
from camel.agents import ChatAgent  # expect: use camel-ai import
from google.adk.agents import Agent as AdkAgent  # expect: use google-adk import
from google.adk.agents import SequentialAgent
from google.adk.code_executors import BuiltInCodeExecutor
from letta_client import Letta  # expect: use letta import
from livekit.agents import Agent as VoiceAgent  # expect: use livekit-agents import
from strands import Agent as StrandsAgent  # expect: use strands-agents import
from strands_tools import http_request


def rate(currency: str) -> str:  # expect: tool rate can=none
    return currency


# expect: agent agno name=researcher tools=DuckDuckGoTools can=none ; tool DuckDuckGoTools can=reads-untrusted
researcher = AgnoAgent(name="researcher", tools=[DuckDuckGoTools()])
bee = RequirementAgent(llm="ollama:granite3.3", tools=[rate])  # expect: agent beeai name=bee tools=rate
surfer = BrowserAgent(task="buy milk")  # expect: agent browser-use name=surfer can=untrusted-code
camel = ChatAgent("You convert.", tools=[rate])  # expect: agent camel-ai name=camel tools=rate
counts = AdkAgent(name="counts", model="gemini-2.5-flash", code_executor=BuiltInCodeExecutor())  # expect: agent google-adk name=counts ; model gemini-2.5-flash provider=google-gemini ; use google-gemini sdk-call
steps = SequentialAgent(name="steps", sub_agents=[counts])  # expect: agent google-adk name=steps agents=counts
memo = Letta().agents.create(name="memo", model="openai/gpt-4o", tools=["web_search"])  # expect: agent letta name=memo tools=web_search open=yes ; tool web_search can=reads-untrusted ; model openai/gpt-4o provider=letta
voice = VoiceAgent(instructions="Be kind.", tools=[rate])  # expect: agent livekit-agents name=voice tools=rate
poster = StrandsAgent(tools=[http_request])  # expect: agent strands-agents name=poster tools=http_request ; tool http_request can=acts-outside ; use aws-bedrock sdk-call
