import requests

requests.post("https://api.gladia.io/v2/upload", files={"audio": open("call.wav", "rb")})
