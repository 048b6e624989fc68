from livekit.agents import AgentSession
from livekit.plugins import fishaudio

session = AgentSession(tts=fishaudio.TTS(model="s1"))
