from livekit.plugins import anam

avatar = anam.AvatarSession(persona_config=anam.PersonaConfig(name="Maya", avatarId="a1"))
