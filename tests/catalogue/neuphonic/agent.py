from livekit.agents import AgentSession
from livekit.plugins import neuphonic

session = AgentSession(tts=neuphonic.TTS())
