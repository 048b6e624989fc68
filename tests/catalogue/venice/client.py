import os

from openai import OpenAI

client = OpenAI(base_url="https://api.venice.ai/api/v1", api_key=os.environ["VENICE_AI_API_KEY"])
