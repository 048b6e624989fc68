import requests

requests.post("https://api.lakera.ai/v2/guard", json={"messages": []})
