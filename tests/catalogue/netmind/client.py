from openai import OpenAI

client = OpenAI(base_url="https://api.netmind.ai/inference-api/openai/v1", api_key="k")
