import os

import httpx
import requests

URL = "https://api.openai.com/v1/chat/completions"  # expect: use openai http ; endpoint https://api.openai.com/v1/chat/completions provider=openai exposure=public


def ask(question: str, patient: dict) -> dict:
    payload = {
        "model": "gpt-4o",  # expect: model gpt-4o provider=openai
        "messages": [{"role": "user", "content": f"{question}: {patient['diagnosis']}"}],
    }
    # expect: flow openai special-category,user-content model=gpt-4o
    return requests.post(URL, json=payload, headers={"Authorization": f"Bearer {os.environ['KEY']}"}, timeout=9).json()


async def local(text: str) -> dict:
    # expect: use ollama http ; endpoint http://localhost:11434/api/generate provider=ollama exposure=loopback
    # expect: endpoint http://localhost:11434 provider=ollama exposure=loopback
    async with httpx.AsyncClient(base_url="http://localhost:11434") as client:
        # expect: flow ollama user-content
        # expect: model mistral-nemo provider=ollama
        return await client.post("/api/generate", json={"model": "mistral-nemo", "prompt": text})


def weather(city: str) -> dict:
    return requests.get(f"https://api.weather.example/v1/{city}", timeout=9).json()  # ok


HUB = "https://api-inference.huggingface.co/models/"  # expect: use huggingface http ; endpoint https://api-inference.huggingface.co/models/ provider=huggingface


def complete(prompt: str) -> bytes:
    # expect: model bigcode/starcoder2-15b provider=huggingface ; flow huggingface user-content ; endpoint https://api-inference.huggingface.co/models/bigcode/starcoder2-15b provider=huggingface
    return requests.post(HUB + "bigcode/starcoder2-15b", json={"inputs": prompt}, timeout=30).content
