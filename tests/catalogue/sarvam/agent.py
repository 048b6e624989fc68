from livekit.agents import AgentSession
from livekit.plugins import sarvam

session = AgentSession(llm=sarvam.LLM(model="sarvam-30b"))
