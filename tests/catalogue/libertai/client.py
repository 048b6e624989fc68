from openai import OpenAI

client = OpenAI(base_url="https://api.libertai.io/v1", api_key="k")
