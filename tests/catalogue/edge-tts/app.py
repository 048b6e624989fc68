import edge_tts

speech = edge_tts.Communicate("Hello", "en-GB-SoniaNeural")
