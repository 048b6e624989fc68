from openai import OpenAI

client = OpenAI(base_url="https://api.scx.ai/v1", api_key="k")
