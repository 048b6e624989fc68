import os
import subprocess

from langchain_mcp_adapters.client import MultiServerMCPClient  # expect: use langchain import ; use mcp import
from mcp import StdioServerParameters
from mcp.client.sse import sse_client
from mcp.client.streamable_http import streamablehttp_client


def asked(url: str):
    return sse_client(url)  # expect: mcp unnamed ; unresolved endpoint mcp


def tickets():
    return streamablehttp_client(os.environ["TICKETS_MCP_URL"])  # expect: mcp TICKETS_MCP_URL ; unresolved endpoint mcp variable=TICKETS_MCP_URL ; endpoint {TICKETS_MCP_URL} provider=mcp


def own():
    return StdioServerParameters(command="python", args=["-u", "tools/orders.py"])  # expect: mcp orders.py


def package():
    return StdioServerParameters(command="npx", args=["-y", "@acme/desk@1.2.0"])  # expect: mcp desk


def unknown(settings):
    return StdioServerParameters(command=settings.command, args=settings.args)  # expect: mcp unnamed


def several(settings):
    table = {
        "desk": {"url": settings.url, "transport": "streamable_http"},  # expect: mcp desk
        "build": {"command": "/usr/bin/node", "args": ["build.js"], "transport": "stdio"},  # expect: mcp build
        "fetch": {"command": "uvx", "args": ["mcp-server-fetch"], "transport": "stdio"},  # expect: mcp mcp-server-fetch
        "docs": {"url": "https://docs.example.com/mcp", "transport": "sse"},  # expect: mcp docs
    }
    return MultiServerMCPClient(table)  # expect: unresolved endpoint mcp


def read(servers):
    return MultiServerMCPClient(servers)  # expect: unresolved endpoint mcp


class StdioServerParams:
    """One's own class of a name that SDKs have, too."""

    def __init__(self, command: str) -> None:
        self.process = subprocess.Popen([command])


def no_server():
    return StdioServerParams(command="python")  # ok
