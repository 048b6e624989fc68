"""URLs as far as they are known."""

from __future__ import annotations

import pytest

from aigov.scan.endpoints import is_api, is_host, is_model_server, read_url, region_of, speaks_openai


@pytest.mark.parametrize(
    ("text", "host", "port", "path"),
    [
        ("https://api.openai.com/v1", "api.openai.com", None, "/v1"),
        ("http://localhost:11434", "localhost", 11434, ""),
        ("https://user:pass@host.example/x", "host.example", None, "/x"),
        ("https://{RESOURCE}.openai.azure.com/openai?api-version=1", "{resource}.openai.azure.com", None, "/openai"),
        ("http://[::1]:8000/v1", "[::1]", 8000, "/v1"),
        ("wss://a.example:{PORT}/x", "a.example", None, "/x"),
    ],
)
def test_urls(text: str, host: str, port: int | None, path: str) -> None:
    url = read_url(text)
    assert url is not None and (url.host, url.port, url.path) == (host, port, path)


@pytest.mark.parametrize("text", ["", "openai", "see https://api.openai.com for more", "ftp://x.example", "https://"])
def test_no_urls(text: str) -> None:
    assert read_url(text) is None


def test_a_link_to_a_site_is_no_api() -> None:
    def api(text: str) -> bool:
        url = read_url(text)
        return url is not None and is_api(url)

    assert api("https://openrouter.ai/api/v1") and api("https://api.openai.com")
    assert not api("https://openrouter.ai/docs") and not api("https://huggingface.co")


def test_model_servers() -> None:
    url = read_url("http://h:1/v1/chat/completions")
    assert url is not None and speaks_openai(url) and is_model_server(url)
    url = read_url("http://h:11434/api/generate")
    assert url is not None and not speaks_openai(url) and is_model_server(url)


def test_hosts_and_regions() -> None:
    assert is_host("api.openai.com") and not is_host("openai") and not is_host("a b.c")
    assert region_of("bedrock-runtime.eu-central-1.amazonaws.com") == "eu-central-1"
    assert region_of("us-central1-aiplatform.googleapis.com") == "us-central1"
    assert region_of("api.openai.com") is None
