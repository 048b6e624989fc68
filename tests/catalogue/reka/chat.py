from reka.client import Reka

client = Reka(api_key="k")
client.chat.create(messages=[{"content": "Hi", "role": "user"}], model="reka-core-20240501")
