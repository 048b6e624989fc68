from openai import OpenAI

client = OpenAI(base_url="https://serverless.tensormesh.ai/v1", api_key="k")
