import requests

requests.post("https://modelslab.com/api/v6/images/text2img", json={"prompt": "a cat"})
