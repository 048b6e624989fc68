import os

from openai import OpenAI

client = OpenAI(base_url="https://api.openai-compat.model-serving.eu01.onstackit.cloud/v1", api_key=os.environ["STACKIT_API_KEY"])
