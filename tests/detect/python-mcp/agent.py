from mcp import ClientSession, StdioServerParameters  # expect: use mcp import

FILES = StdioServerParameters(
    command="npx",  # expect: mcp server-filesystem
    args=["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/data"],
    env={"LEVEL": "info"},
)
SERVERS = {
    "weather": {"command": "uvx", "args": ["mcp-server-fetch"], "name": "weather"},  # expect: mcp weather
    "build": {"command": "npx", "args": ["eslint"]},  # ok
}
