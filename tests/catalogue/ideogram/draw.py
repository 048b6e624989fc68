import os

import requests

requests.post(
    "https://api.ideogram.ai/v1/ideogram-v3/generate",
    headers={"Api-Key": os.environ["IDEOGRAM_API_KEY"]},
    json={"prompt": "a lighthouse"},
)
