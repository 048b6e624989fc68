from __future__ import annotations

import pytest

from aigov.bom.addresses import is_address, publishable


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
