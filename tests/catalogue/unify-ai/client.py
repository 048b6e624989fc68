import os

from openai import OpenAI

client = OpenAI(base_url="https://api.unify.ai/v0", api_key=os.environ["UNIFY_KEY"])
