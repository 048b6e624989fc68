import requests

requests.post("https://api.stability.ai/v2beta/stable-image/generate/core", data={"prompt": "a cat"})
