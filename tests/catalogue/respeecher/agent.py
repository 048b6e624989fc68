from livekit.agents import AgentSession
from livekit.plugins import respeecher

session = AgentSession(tts=respeecher.TTS(model="/public/tts/en-rt"))
