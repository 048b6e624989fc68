import os

from openai import OpenAI

client = OpenAI(base_url="https://api.kluster.ai/v1", api_key=os.environ["KLUSTER_API_KEY"])
