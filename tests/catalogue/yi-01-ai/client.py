import os

from openai import OpenAI

client = OpenAI(base_url="https://api.lingyiwanwu.com/v1", api_key=os.environ["YI_API_KEY"])
