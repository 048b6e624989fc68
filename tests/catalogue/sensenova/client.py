import os

from openai import OpenAI

client = OpenAI(base_url="https://api.sensenova.cn/compatible-mode/v1", api_key=os.environ["SENSENOVA_API_KEY"])
