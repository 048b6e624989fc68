import aisuite as ai

client = ai.Client()
client.chat.completions.create(model="anthropic:claude-sonnet-4-5", messages=[])
