from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


@app.post("/v1/chat/completions")  # ok: what this program answers at
def chat(body: dict):
    return body


def probe():
    return TestClient(app).post("/v1/chat/completions", json={})  # ok: its own
