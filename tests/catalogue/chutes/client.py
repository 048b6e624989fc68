from openai import OpenAI

client = OpenAI(base_url="https://llm.chutes.ai/v1", api_key="k")
