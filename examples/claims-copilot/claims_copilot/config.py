"""Where and on what the copilot runs. Everything stays in Frankfurt (eu-central-1)."""

import json
import os
from pathlib import Path
from typing import Any

REGION = "eu-central-1"
SUMMARY_MODEL = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0"
ANSWER_MODEL = os.getenv("CLAIMS_ANSWER_MODEL", SUMMARY_MODEL)
MCP_CONFIG = Path(os.getenv("CLAIMS_MCP_CONFIG", ".mcp.json"))


def mcp_connections() -> dict[str, dict[str, Any]]:
    """The MCP servers of ``.mcp.json``, as langchain-mcp-adapters wants them."""
    servers: dict[str, dict[str, Any]] = json.loads(MCP_CONFIG.read_text())["mcpServers"]
    return {name: {"transport": "stdio", **server} for name, server in servers.items()}
