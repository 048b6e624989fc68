import requests


class Search:
    def __init__(self, api_key: str) -> None:
        self.api_key = api_key

    def find(self, question: str) -> object:
        payload = {"query": question, "api_key": self.api_key}
        # expect: use tavily http ; endpoint https://api.tavily.com/search provider=tavily ; flow tavily user-content
        return requests.post("https://api.tavily.com/search", json=payload)

    def crawl(self, url: str) -> object:
        payload = {"depth": 2}
        payload["api_key"] = self.api_key
        payload["url"] = url
        # expect: endpoint https://api.tavily.com/crawl provider=tavily ; flow tavily unresolved
        return requests.post("https://api.tavily.com/crawl", json=payload)

    def leak(self, user_password: str) -> object:
        # Not the caller's own credential: it is what is asked for.
        payload = {"filter": {"token": user_password}, "api_key": self.api_key}
        # expect: endpoint https://api.tavily.com/extract provider=tavily ; flow tavily secret
        return requests.post("https://api.tavily.com/extract", json=payload)
