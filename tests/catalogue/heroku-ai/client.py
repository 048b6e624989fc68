import os

from openai import OpenAI

client = OpenAI(base_url="https://us.inference.heroku.com/v1", api_key=os.environ["INFERENCE_KEY"])
