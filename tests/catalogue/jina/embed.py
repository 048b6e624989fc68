import requests

requests.post(
    "https://api.jina.ai/v1/embeddings",
    json={"model": "jina-embeddings-v3", "input": ["hello"]},
)
