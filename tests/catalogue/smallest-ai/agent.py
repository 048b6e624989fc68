from livekit.agents import AgentSession
from livekit.plugins import smallestai

session = AgentSession(stt=smallestai.STT(model="lightning_v3.1"))
