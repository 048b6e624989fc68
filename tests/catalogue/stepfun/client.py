from openai import OpenAI

client = OpenAI(base_url="https://api.stepfun.com/v1", api_key="k")
