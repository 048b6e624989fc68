import os

from openai import OpenAI

client = OpenAI(base_url="https://api.arcee.ai/api/v1", api_key=os.environ["ARCEE_API_KEY"])
