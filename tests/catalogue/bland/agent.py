from livekit.agents import AgentSession
from livekit.plugins import bland

session = AgentSession(tts=bland.TTS())
