import os

from openai import OpenAI

client = OpenAI(base_url="https://inference.do-ai.run/v1", api_key=os.environ["GRADIENT_MODEL_ACCESS_KEY"])
