from pydantic_ai import Agent  # expect: use pydantic-ai import
from pydantic_ai.mcp import MCPServerStdio  # expect: use mcp import

# expect: mcp mcp-server-fetch
fetch = MCPServerStdio(command="uvx", args=["mcp-server-fetch"])
# expect: agent pydantic-ai name=agent servers=mcp-server-fetch tools=lookup can=none open=yes ; model gpt-4o provider=openai ; use openai sdk-call
agent = Agent("openai:gpt-4o", toolsets=[fetch])


@agent.tool_plain
def lookup(id: str) -> str:  # expect: tool lookup can=reads-sensitive
    return open(f"/data/{id}").read()
