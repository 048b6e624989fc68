"""Configurations of MCP clients, each format in a file of ``mcp_files`` as its client documents it."""

from functools import cache
from pathlib import Path

import pytest

from aigov.catalogue import load_catalogue
from aigov.model import Inventory, McpServer
from aigov.scan.scan import scan_tree

HERE = Path(__file__).parent / "mcp_files"
DIGEST = f"sha256:{'0' * 64}"
REMOTE = "https://mcp.acme.dev/mcp"


@cache
def _inventory() -> Inventory:
    return scan_tree(HERE, catalogue=load_catalogue())


def _rows(path: str) -> list[McpServer]:
    return [row for row in _inventory().mcp_servers if row.file == path]


@pytest.mark.parametrize(
    ("path", "name", "package", "version", "pinned", "env"),
    [
        (".continue/config.yaml", "browser", "npm/%40playwright/mcp", None, "no", ()),
        (".continue/mcpServers/db.yaml", "db", "pypi/mcp-server-sqlite", "2025.4.25", "yes", ("DB_TOKEN",)),
        (
            "goose/config.yaml",
            "github",
            "npm/%40modelcontextprotocol/server-github",
            None,
            "no",
            ("GITHUB_PERSONAL_ACCESS_TOKEN", "OTHER_TOKEN"),
        ),
        ("recipes/review.yaml", "presidio", "pypi/mcp-presidio", "0.3.1", "yes", ("PRESIDIO_KEY",)),
        ("server.json", "io.github.acme/shop", "npm/%40acme/shop-mcp", "1.4.0", "yes", ("SHOP_TOKEN",)),
        (
            "server.json",
            "io.github.acme/shop",
            "docker/acme/shop-mcp?repository_url=ghcr.io",
            "1.4.0",
            "no",
            (),
        ),
        (
            "catalogs/team.yaml",
            "github-official",
            "docker/github/github-mcp-server?repository_url=ghcr.io",
            DIGEST,
            "yes",
            ("GITHUB_PERSONAL_ACCESS_TOKEN", "GITHUB_TOOLSETS"),
        ),
        ("catalogs/team.yaml", "floating", "docker/mcp/time", None, "no", ()),
        ("registry/servers/shop/server.yaml", "shop", "docker/mcp/shop", None, "no", ("SHOP_TOKEN",)),
        (".zed/settings.json", "db", "pypi/mcp-server-sqlite", None, "no", ("DB_TOKEN",)),
        (".vscode/mcp.json", "fetch", "pypi/mcp-server-fetch", None, "no", ("KEY",)),
        ("shop.code-workspace", "time", "docker/mcp/time", None, "no", ()),
        (".devcontainer/devcontainer.json", "play", "npm/%40playwright/mcp", "0.0.41", "yes", ()),
        (".codex/config.toml", "docs", "npm/%40upstash/context7-mcp", "1.0.31", "yes", ("CONTEXT7_API_KEY",)),
        ("cline_mcp_settings.json", "db", "npm/mongodb-mcp-server", None, "no", ()),
        (".amazonq/cli-agents/reviewer.json", "git", "pypi/mcp-server-git", None, "no", ()),
        (
            ".kiro/settings/mcp.json",
            "aws",
            "pypi/awslabs-aws-documentation-mcp-server",
            "1.1.9",
            "yes",
            ("FASTMCP_LOG_LEVEL",),
        ),
        (".junie/mcp/mcp.json", "time", "pypi/mcp-server-time", None, "no", ()),
        ("claude_desktop_config.json", "sealed", "docker/mcp/time", DIGEST, "yes", ("TOKEN",)),
        ("opencode.json", "play", "npm/%40playwright/mcp", "0.0.41", "yes", ("TOKEN",)),
        ("crush.json", "fs", "npm/%40modelcontextprotocol/server-filesystem", None, "no", ("ROOT",)),
        ("librechat.yaml", "everything", "npm/%40modelcontextprotocol/server-everything", None, "no", ()),
        ("mcp_agent.config.yaml", "fetch", "pypi/mcp-server-fetch", None, "no", ()),
        (
            "src/main/resources/application.yml",
            "files",
            "npm/%40modelcontextprotocol/server-filesystem",
            "2025.8.21",
            "yes",
            (),
        ),
    ],
)
def test_a_server_that_is_fetched(
    path: str, name: str, package: str, version: str | None, pinned: str, env: tuple[str, ...]
) -> None:
    found = [(r.name, r.transport, r.package, r.version, r.pinned, r.env) for r in _rows(path)]
    assert (name, "stdio", f"pkg:{package}", version, pinned, env) in found


@pytest.mark.parametrize(
    ("path", "name", "url"),
    [
        (".continue/config.yaml", "sealed", REMOTE),
        ("goose/config.yaml", "remote", REMOTE),
        ("server.json", "io.github.acme/shop", REMOTE),
        ("catalogs/team.yaml", "notion", "https://mcp.notion.com/mcp"),
        (".zed/settings.json", "remote", REMOTE),
        (".vscode/mcp.json", "github", "https://api.githubcopilot.com/mcp"),
        (".codex/config.toml", "figma", "https://mcp.figma.com/mcp"),
        (".gemini/settings.json", "remote", REMOTE),
        (".codeium/windsurf/mcp_config.json", "remote", "https://mcp.acme.dev/sse"),
        (".roo/mcp.json", "remote", REMOTE),
        (".cursor/mcp.json", "bridged", REMOTE),
        ("lmstudio/mcp.json", "hf", "https://huggingface.co/mcp"),
        (".mcp.json", "remote", REMOTE),
        ("opencode.json", "remote", REMOTE),
        ("librechat.yaml", "remote", "https://mcp.acme.dev/sse"),
        ("src/main/resources/application.yml", "remote", "https://mcp.acme.dev"),
    ],
)
def test_a_server_that_runs_elsewhere(path: str, name: str, url: str) -> None:
    assert (name, "http", url) in [(row.name, row.transport, row.url) for row in _rows(path)]


@pytest.mark.parametrize(
    ("path", "name", "command"),
    [
        ("smithery.yaml", "mcp", "node"),
        ("manifest.json", "notes", "node"),
        ("gemini-extension.json", "shop", "node"),
        (".claude-plugin/marketplace.json", "db", "server"),
    ],
)
def test_a_server_of_the_repository(path: str, name: str, command: str) -> None:
    assert [(row.name, row.command, row.pinned) for row in _rows(path)] == [(name, command, "unresolved")]


def test_every_file_but_the_look_alikes_lists_servers() -> None:
    files = {path.relative_to(HERE).as_posix() for path in HERE.rglob("*") if path.is_file()}
    listed = {row.file for row in _inventory().mcp_servers}
    assert files - listed == {path for path in files if path.startswith("decoys/")}
    assert not [use for use in _inventory().uses if use.file.startswith("decoys/")]


def test_no_value_of_a_variable_is_kept() -> None:
    assert "hunter2" not in repr(_inventory())


def test_built_in_extensions_are_no_servers() -> None:
    assert {row.name for row in _rows("goose/config.yaml")} == {"github", "remote"}
    assert {row.name for row in _rows("recipes/review.yaml")} == {"presidio"}
