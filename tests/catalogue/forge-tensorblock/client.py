from openai import OpenAI

client = OpenAI(base_url="https://api.forge.tensorblock.co/v1", api_key="k")
