"""A header of all of Google's APIs, with another body: no use."""

import requests


def search(url, key, text):
    return requests.post(url, headers={"X-Goog-Api-Key": key}, json={"textQuery": text})  # ok
