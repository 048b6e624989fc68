from openai import OpenAI

client = OpenAI(base_url="https://api.hyperbolic.xyz/v1", api_key="k")
