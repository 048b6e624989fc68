"""Mistral Fret: parcels to France, Belgium and Luxembourg."""

import os
from decimal import Decimal

import requests

BASE_URL = os.environ.get("MISTRAL_FRET_URL", "https://api.mistral-fret.example/v1")


class MistralClient:
    def __init__(self, api_key: str) -> None:
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {api_key}"

    def quote(self, *, weight_grams: int, postcode: str) -> Decimal:
        answer = self._session.post(
            f"{BASE_URL}/quotes", json={"model": "parcel-m", "weight": weight_grams, "to": postcode}, timeout=10
        )
        answer.raise_for_status()
        return Decimal(answer.json()["price"])

    def ship(self, *, order_id: int, weight_grams: int, postcode: str) -> str:
        answer = self._session.post(
            f"{BASE_URL}/parcels",
            json={"reference": str(order_id), "weight": weight_grams, "to": postcode},
            timeout=10,
        )
        answer.raise_for_status()
        return answer.json()["tracking"]
