import requests

requests.post("https://api.edenai.run/v2/text/chat", json={"providers": "mistral", "text": "Hi"})
