from openai import OpenAI

client = OpenAI(base_url="https://api.novita.ai/v3/openai", api_key="k")
