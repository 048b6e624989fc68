from livekit.agents import AgentSession
from livekit.plugins import gladia

session = AgentSession(stt=gladia.STT(model="solaria-1"))
