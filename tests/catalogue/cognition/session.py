import requests

requests.post("https://api.cognition.ai/v1/sessions", json={"prompt": "Fix the build"})
