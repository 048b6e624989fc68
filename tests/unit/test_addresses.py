from __future__ import annotations

import pytest

from aigov.addresses import exposure_of, uses_tls


@pytest.mark.parametrize(
    ("host", "exposure"),
    [
        ("api.openai.com", "public"),
        ("API.OpenAI.com.", "public"),
        ("8.8.8.8", "public"),
        ("localhost", "loopback"),
        ("models.localhost", "loopback"),
        ("127.0.0.1", "loopback"),
        ("0.0.0.0", "loopback"),
        ("[::1]", "loopback"),
        ("host.docker.internal", "loopback"),
        ("10.1.2.3", "private"),
        ("169.254.1.1", "private"),
        ("fd00::1", "private"),
        ("ollama", "private"),
        ("llm.corp", "private"),
        ("vllm.ai.svc.cluster.local", "private"),
        ("{RESOURCE}.openai.azure.com", "public"),
        ("{HOST}", "unknown"),
        ("api.{DOMAIN}", "unknown"),
        ("", "unknown"),
    ],
)
def test_exposure_is_told_by_the_name(host: str, exposure: str) -> None:
    assert exposure_of(host) == exposure


@pytest.mark.parametrize(
    ("url", "encrypted"),
    [
        ("https://a", True),
        ("HTTPS://a", True),
        ("grpcs://a", True),
        ("http://a", False),
        ("ws://a", False),
        ("ftp://a", None),
        ("{SCHEME}://a", None),
        ("a.example", None),
    ],
)
def test_the_scheme_tells_whether_the_way_is_encrypted(url: str, encrypted: bool | None) -> None:
    assert uses_tls(url) is encrypted
