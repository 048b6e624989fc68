import requests

requests.post("https://api.bochaai.com/v1/web-search", json={"query": "weather"})
