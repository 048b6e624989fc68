import requests

requests.post("https://api.minimax.io/v1/text/chatcompletion_v2", json={"model": "MiniMax-M2"})
