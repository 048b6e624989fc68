from livekit.agents import AgentSession
from livekit.plugins import deepgram, openai

session = AgentSession(stt=deepgram.STT(model="nova-3"), llm=openai.LLM(model="gpt-4o-mini"))
