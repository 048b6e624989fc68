from writerai import Writer

client = Writer()
client.chat.chat(messages=[{"content": "Hi", "role": "user"}], model="palmyra-x5")
