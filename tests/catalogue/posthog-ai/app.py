from posthog.ai.openai import OpenAI

client = OpenAI(api_key="key", posthog_client=posthog)
client.chat.completions.create(model="gpt-4o-mini", messages=messages)
