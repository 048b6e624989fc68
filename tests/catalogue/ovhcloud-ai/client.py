from openai import OpenAI

client = OpenAI(base_url="https://oai.endpoints.kepler.ai.cloud.ovh.net/v1", api_key="k")
