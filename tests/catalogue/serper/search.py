import requests

requests.post("https://google.serper.dev/search", headers={"X-API-KEY": key}, json={"q": "apple"})
