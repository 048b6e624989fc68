import os

from openai import OpenAI

client = OpenAI(base_url="https://ai.salad.cloud/v1", api_key=os.environ["SALAD_CLOUD_API_KEY"])
