from livekit.agents import AgentSession
from livekit.plugins import rime

session = AgentSession(tts=rime.TTS(model="mistv2"))
