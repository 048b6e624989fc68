from elevenlabs.client import ElevenLabs

client = ElevenLabs()
client.text_to_speech.convert(text="Hi", voice_id="x", model_id="eleven_multilingual_v2")
