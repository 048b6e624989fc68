import os

import requests

response = requests.post(
    "https://api.bfl.ai/v1/flux-pro-1.1",
    headers={"x-key": os.environ["BFL_API_KEY"]},
    json={"prompt": "a cat", "width": 1024},
)
