import os

from openai import OpenAI

client = OpenAI(base_url="https://spark-api-open.xf-yun.com/v1", api_key=os.environ["SPARKAI_API_KEY"])
