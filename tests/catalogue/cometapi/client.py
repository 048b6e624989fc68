import os

from openai import OpenAI

client = OpenAI(base_url="https://api.cometapi.com/v1", api_key=os.environ["COMETAPI_API_KEY"])
