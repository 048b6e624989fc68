import os

from openai import OpenAI

client = OpenAI(base_url="https://api.baichuan-ai.com/v1", api_key=os.environ["BAICHUAN_API_KEY"])
