from openai import OpenAI

client = OpenAI(base_url="https://nano-gpt.com/api/v1", api_key="k")
