from openai import OpenAI

client = OpenAI(base_url="https://api.endpoints.anyscale.com/v1", api_key="...")
