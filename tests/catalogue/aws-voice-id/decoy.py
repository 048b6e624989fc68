from shop.voice_id import make

voice = make("voice")
