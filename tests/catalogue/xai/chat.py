from xai_sdk import Client

client = Client()
chat = client.chat.create(model="grok-4-0709")
