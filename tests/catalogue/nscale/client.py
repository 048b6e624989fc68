from openai import OpenAI

client = OpenAI(base_url="https://inference.api.nscale.com/v1", api_key="k")
