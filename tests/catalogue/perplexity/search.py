from openai import OpenAI

client = OpenAI(api_key="k", base_url="https://api.perplexity.ai")
client.chat.completions.create(model="sonar-pro", messages=[])
