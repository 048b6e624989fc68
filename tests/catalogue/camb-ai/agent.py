from livekit.agents import AgentSession
from livekit.plugins import cambai

session = AgentSession(tts=cambai.TTS(model="mars-flash"))
