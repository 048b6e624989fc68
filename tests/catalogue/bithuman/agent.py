from livekit.plugins import bithuman

avatar = bithuman.AvatarSession()
