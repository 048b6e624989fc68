from livekit.agents import AgentSession
from livekit.plugins import upliftai

session = AgentSession(tts=upliftai.TTS())
