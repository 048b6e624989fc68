from livekit.plugins import bey

avatar = bey.AvatarSession()
