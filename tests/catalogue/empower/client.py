from openai import OpenAI

client = OpenAI(base_url="https://app.empower.dev/api/v1", api_key="k")
