from openai import OpenAI

client = OpenAI(api_key="<key>", base_url="https://api.deepseek.com")
client.chat.completions.create(model="deepseek-chat", messages=[])
