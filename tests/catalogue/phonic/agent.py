from livekit.plugins import phonic

model = phonic.realtime.RealtimeModel(voice="sabrina")
