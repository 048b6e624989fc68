"""Requirements that are addresses: the repository names the package, its tag or commit is no version of the index."""

import pytest

from aigov.scan.facts.manifests.commands import fetched_by
from aigov.scan.facts.manifests.python_requirement import read_requirement

_COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("text", "name", "version"),
    [
        ("git+https://git.example.org/acme/litellm.git@2025-06", "litellm", None),
        ("git+https://git.example.org/acme/llm-2.git@v1", "llm-2", None),
        ("git+https://git.example.org/acme/litellm@release/2025-06", "litellm", None),
        ("git+ssh://git@git.example.org/acme/litellm.git", "litellm", None),
        ("git+https://user:pass@git.example.org/acme/litellm.git@main#subdirectory=lib", "litellm", None),
        ("git+git@git.example.org:acme/litellm.git@v1", "litellm", None),
        (f"hg+https://hg.example.org/acme/litellm@{_COMMIT}", "litellm", None),
        ("git+https://git.example.org/acme/x.git@2025-06#egg=litellm", "litellm", None),
        ("litellm @ git+https://git.example.org/acme/x@2025-06", "litellm", None),
        ("https://files.example.org/litellm-1.40.2.tar.gz", "litellm", "1.40.2"),
        ("litellm @ https://files.example.org/litellm-1.40.2-py3-none-any.whl", "litellm", "1.40.2"),
    ],
)
def test_what_an_address_asks_for(text: str, name: str, version: str | None) -> None:
    found = read_requirement(text, 1, "app")

    assert found is not None
    assert (found.name, found.version) == (name, version)


@pytest.mark.parametrize("text", ["git+https://", "git+https://git.example.org", "git+", "git+https://@/@"])
def test_an_address_without_a_repository_does_no_harm(text: str) -> None:
    found = read_requirement(text, 1, "app")

    assert found is not None
    assert found.version is None


@pytest.mark.parametrize(("ref", "pinned"), [("2025-06", "no"), ("v1", "no"), (_COMMIT, "yes")])
def test_only_a_commit_pins_what_a_server_is_fetched_from(ref: str, pinned: str) -> None:
    found = fetched_by(["uvx", "--from", f"git+https://git.example.org/acme/shop-mcp-git.git@{ref}", "shop-mcp"])

    assert found is not None
    assert (found.purl, found.version, found.pinned) == ("pkg:pypi/shop-mcp-git", None, pinned)
