import os

from openai import OpenAI

client = OpenAI(base_url="https://api.llmgateway.io/v1", api_key=os.environ["LLM_GATEWAY_API_KEY"])
