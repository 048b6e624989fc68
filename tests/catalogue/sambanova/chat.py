from openai import OpenAI

client = OpenAI(base_url="https://api.sambanova.ai/v1", api_key="k")
client.chat.completions.create(model="Meta-Llama-3.3-70B-Instruct", messages=[])
