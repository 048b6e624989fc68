from livekit.agents import AgentSession
from livekit.plugins import murf

session = AgentSession(tts=murf.TTS(model="FALCON"))
