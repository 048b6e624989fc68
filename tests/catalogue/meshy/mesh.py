import os

import requests

requests.post(
    "https://api.meshy.ai/openapi/v2/text-to-3d",
    headers={"Authorization": f"Bearer {os.environ['MESHY_API_KEY']}"},
    json={"mode": "preview", "prompt": "a monster mask"},
)
