from livekit.plugins import hedra

avatar = hedra.AvatarSession()
