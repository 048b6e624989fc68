from livekit.agents import AgentSession
from livekit.plugins import inworld

session = AgentSession(stt=inworld.STT(model="inworld-tts-2"))
