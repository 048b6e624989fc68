from openai import OpenAI

client = OpenAI()
client.responses.create(model="gpt-4.1-2025-04-14", input="Write a story")
