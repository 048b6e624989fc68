import os

from openai import OpenAI

client = OpenAI(base_url="https://api.xiaomimimo.com/v1", api_key=os.environ["XIAOMI_MIMO_API_KEY"])
