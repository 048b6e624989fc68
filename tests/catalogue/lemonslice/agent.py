from livekit.plugins import lemonslice

avatar = lemonslice.AvatarSession()
