import instructor

client = instructor.from_provider("openai/gpt-4o-mini")
client.chat.completions.create(messages=[], response_model=dict)
