from livekit.plugins import trugen

avatar = trugen.AvatarSession()
