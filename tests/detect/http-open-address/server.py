import os

import requests

URL = os.environ["VLLM_URL"]  # expect: use vllm env


def answer(prompt):
    # expect: flow vllm user-content ; model acme-7b provider=vllm ; endpoint {VLLM_URL}/v1/completions provider=vllm
    return requests.post(f"{URL}/v1/completions", json={"model": "acme-7b", "prompt": prompt})


def order(order):
    return requests.post(f"{URL}/v1/orders", json=order)  # ok
