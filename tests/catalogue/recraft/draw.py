import os

from openai import OpenAI

client = OpenAI(base_url="https://external.api.recraft.ai/v1", api_key=os.environ["RECRAFT_API_TOKEN"])
