from gtts import gTTS

gTTS("hello").save("a.mp3")
