import os

from openai import OpenAI

client = OpenAI(base_url="https://api.ppinfra.com/v3/openai", api_key=os.environ["PPIO_API_KEY"])
