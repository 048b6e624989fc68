import os

from openai import OpenAI

client = OpenAI(base_url="https://api.gmi-serving.com/v1", api_key=os.environ["GMI_API_KEY"])
