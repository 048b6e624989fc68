from lumaai import LumaAI

client = LumaAI()
client.generations.create(prompt="A teddy bear", model="ray-2")
