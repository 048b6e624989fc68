import requests

requests.post("https://api.dify.ai/v1/chat-messages", json={"query": "Hi", "user": "u1"})
