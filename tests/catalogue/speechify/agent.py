from livekit.agents import AgentSession
from livekit.plugins import speechify

session = AgentSession(tts=speechify.TTS(model="simba-english"))
