import os

from openai import OpenAI

client = OpenAI(base_url="https://api.inference.net/v1", api_key=os.environ["INFERENCE_KEY"])
