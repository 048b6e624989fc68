import requests


def ask(url, key, prompt):
    # expect: use google-gemini http
    headers = {"x-goog-api-key": key, "Content-Type": "application/json"}
    # expect: flow google-gemini user-content ; unresolved endpoint google-gemini
    return requests.post(url, headers=headers, json={"contents": [{"parts": [{"text": prompt}]}]})
