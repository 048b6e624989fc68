from livekit.agents import AgentSession
from livekit.plugins import spitch

session = AgentSession(stt=spitch.STT())
