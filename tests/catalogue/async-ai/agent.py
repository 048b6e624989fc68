from livekit.agents import AgentSession
from livekit.plugins import asyncai

session = AgentSession(tts=asyncai.TTS(model="async_flash_v1.0"))
