import requests

requests.post("https://api.asksage.ai/server/query", json={"message": "Where is the order?"})
