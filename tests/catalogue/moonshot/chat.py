from openai import OpenAI

client = OpenAI(api_key="k", base_url="https://api.moonshot.ai/v1")
client.chat.completions.create(model="kimi-k2-0905-preview", messages=[])
