from openai import OpenAI

client = OpenAI(base_url="https://api.publicai.co/v1", api_key="k")
