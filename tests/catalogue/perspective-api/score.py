import requests

requests.post("https://commentanalyzer.googleapis.com/v1alpha1/comments:analyze", json={})
