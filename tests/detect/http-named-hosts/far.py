import os

import httpx
import requests


def local(prompt):
    # expect: use ollama http ; endpoint http://ollama.example.com:11434/api/chat provider=ollama exposure=public
    # expect: model llama3.2 provider=ollama ; flow ollama model=llama3.2 user-content
    return requests.post("http://ollama.example.com:11434/api/chat", json={"model": "llama3.2", "prompt": prompt})


def unknown(prompt):
    # expect: use openai-compatible http ; model acme-7b provider=openai-compatible ; flow openai-compatible user-content
    # expect: endpoint https://gpu.acme.io:8000/v1/chat/completions provider=openai-compatible exposure=public
    return requests.post("https://gpu.acme.io:8000/v1/chat/completions", json={"model": "acme-7b", "prompt": prompt})


def relative(prompt):
    client = httpx.Client(base_url=os.environ["LLM_URL"])
    # expect: flow openai-compatible user-content ; endpoint {LLM_URL}/v1/chat/completions provider=openai-compatible
    return client.post("/v1/chat/completions", json={"prompt": prompt})


def shop(order):
    requests.post("https://shop.example.com:8000/v1/orders", json=order)  # ok: a shop's port and path
    requests.post("https://shop.example.com/api/generate", json=order)  # ok: what anybody's program may be called at
    requests.post("https://shop.example.com:11434/orders", json=order)  # ok: a port alone is no server


SAMPLE = "https://your-host.example.com/v1/chat/completions"  # ok: a placeholder
