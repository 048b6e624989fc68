from agents import Agent, HostedMCPTool  # expect: use openai-agents import ; use mcp import
from agents.mcp import MCPServerStreamableHttp
from anthropic import Anthropic  # expect: use anthropic import
from fastmcp import Client
from langchain_mcp_adapters.client import MultiServerMCPClient  # expect: use langchain import
from openai import OpenAI  # expect: use openai import
from pydantic_ai.mcp import MCPServerStreamableHTTP  # expect: use pydantic-ai import

shop = MCPServerStreamableHttp(name="shop", params={"url": "https://mcp.acme.dev/mcp"})  # expect: mcp shop
desk = Agent(name="desk", mcp_servers=[shop])  # expect: agent openai-agents name=desk servers=shop
hosted = HostedMCPTool(tool_config={"type": "mcp", "server_label": "notion", "server_url": "https://mcp.notion.com/mcp"})  # expect: mcp notion
typed = MCPServerStreamableHTTP("https://typed.acme.dev/mcp")  # expect: mcp typed.acme.dev ; endpoint https://typed.acme.dev/mcp provider=mcp
fast = Client("https://fast.acme.dev/mcp")  # expect: mcp fast.acme.dev
many = MultiServerMCPClient({"linear": {"transport": "streamable_http", "url": "https://mcp.linear.app/mcp"}})  # expect: mcp linear
webhook = {"type": "http", "url": "https://hooks.acme.dev/in"}  # ok: a webhook


def ask(question: str):
    return OpenAI().responses.create(  # expect: agent openai name=ask servers=deepwiki ; flow openai user-content
        model="gpt-4.1",  # expect: model gpt-4.1 provider=openai
        input=question,
        tools=[{"type": "mcp", "server_label": "deepwiki", "server_url": "https://mcp.deepwiki.com/mcp"}],  # expect: mcp deepwiki
    )


def hands(question: str):
    return Anthropic().beta.messages.create(  # expect: agent anthropic name=hands servers=sentry ; flow anthropic user-content
        model="claude-sonnet-4-5",  # expect: model claude-sonnet-4-5 provider=anthropic
        messages=[{"role": "user", "content": question}],
        mcp_servers=[{"type": "url", "url": "https://mcp.sentry.dev/mcp", "name": "sentry"}],  # expect: mcp sentry
        tools=[{"type": "mcp_toolset", "mcp_server_name": "sentry"}],
    )
