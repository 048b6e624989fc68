from livekit.agents import AgentSession
from livekit.plugins import resemble

session = AgentSession(tts=resemble.TTS(model="chatterbox"))
