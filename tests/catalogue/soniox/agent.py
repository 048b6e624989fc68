from livekit.agents import AgentSession
from livekit.plugins import soniox

session = AgentSession(stt=soniox.STT(model="stt-rt-v5"))
