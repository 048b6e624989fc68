from openai import OpenAI

client = OpenAI(base_url="https://api.inference.wandb.ai/v1", api_key="k")
