import os

from openai import OpenAI

client = OpenAI(base_url="https://managed-inference-api-proxy.crusoecloud.com/v1", api_key=os.environ["CRUSOE_API_KEY"])
