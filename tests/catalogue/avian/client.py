from openai import OpenAI

client = OpenAI(base_url="https://api.avian.io/v1", api_key="k")
