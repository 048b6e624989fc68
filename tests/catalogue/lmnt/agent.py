from livekit.agents import AgentSession
from livekit.plugins import lmnt

session = AgentSession(tts=lmnt.TTS(model="blizzard"))
