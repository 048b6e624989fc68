import json
from pathlib import Path

from langchain_mcp_adapters.client import MultiServerMCPClient  # expect: use langchain import ; use mcp import


def servers():
    return json.loads(Path(".mcp.json").read_text())["mcpServers"]


client = MultiServerMCPClient(servers())  # what it reads is listed: ok
