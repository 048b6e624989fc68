import requests

requests.post(
    "https://api.openai.com/v1/chat/completions",
    json={"model": "gpt-4o-mini", "messages": []},
)
