from livekit.agents import AgentSession
from livekit.plugins import gradium

session = AgentSession(stt=gradium.STT())
