from __future__ import annotations

import pytest

from aigov.bom.addresses import exposure_of, is_address, publishable, uses_tls


@pytest.mark.parametrize(
    ("url", "want"),
    [
        ("https://api.openai.com/v1", "https://api.openai.com/v1"),
        ("https://u:p@h.example:8443/v1?key=s#f", "https://h.example:8443/v1"),
        ("postgresql://shop:pw@db/vectors", "postgresql://db/vectors"),
        ("http://u:p@[::1/x?k=s", "http://[::1/x"),
        ("{BASE_URL}", "{BASE_URL}"),
        ("https://{RES}.openai.azure.com", "https://{RES}.openai.azure.com"),
    ],
)
def test_publishable_drops_what_may_be_secret(url, want):
    assert publishable(url) == want


@pytest.mark.parametrize(
    "url", ["https://api.openai.com/v1", "http://localhost:11434", "http://[::1]:80/", "https://é.fr"]
)
def test_addresses(url):
    assert is_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "api.openai.com",
        "https://{X}.example",
        "https://a b",
        "${URL}",
        "http://",
        "http://[::1",
        "/v1",
        "",
        "http://<h>",
    ],
)
def test_no_addresses(url):
    assert not is_address(url)


@pytest.mark.parametrize(
    ("url", "exposure"),
    [
        ("http://localhost:1", "loopback"),
        ("http://127.8.0.1", "loopback"),
        ("http://0.0.0.0:80", "loopback"),
        ("http://[::1]/", "loopback"),
        ("http://ollama:11434", "private"),
        ("http://10.1.2.3", "private"),
        ("http://llm.prod.svc", "private"),
        ("https://api.openai.com", "public"),
        ("http://8.8.8.8", "public"),
        ("https://{HOST}/", "unknown"),
        ("{URL}", "unknown"),
    ],
)
def test_exposure(url, exposure):
    assert exposure_of(url) == exposure


@pytest.mark.parametrize(
    ("url", "tls"), [("https://a", True), ("wss://a", True), ("http://a", False), ("a:80", None), ("{S}://a", None)]
)
def test_tls(url, tls):
    assert uses_tls(url) is tls
