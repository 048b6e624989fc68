from cerebras.cloud.sdk import Cerebras

client = Cerebras()
client.chat.completions.create(model="llama-3.3-70b", messages=[{"role": "user", "content": "Hi"}])
