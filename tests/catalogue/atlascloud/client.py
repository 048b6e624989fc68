from openai import OpenAI

client = OpenAI(api_key="k", base_url="https://api.atlascloud.ai/v1")
