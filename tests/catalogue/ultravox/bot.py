from livekit.plugins import ultravox

model = ultravox.realtime.RealtimeModel(model="fixie-ai/ultravox")
