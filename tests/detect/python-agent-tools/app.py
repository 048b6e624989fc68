"""Tools of several frameworks: what the function does counts, then the class, then the name."""

import smtplib
import subprocess

import anthropic  # expect: use anthropic import
import requests
from agents import Agent, WebSearchTool, function_tool  # expect: use openai-agents import
from langchain.agents import create_agent  # expect: use langchain import
from langchain_community.tools.tavily_search import TavilySearchResults  # expect: use tavily import
from langchain_core.tools import StructuredTool, tool
from langchain_openai import ChatOpenAI  # expect: use openai import

from store import Orders, read_customer


@tool
def send_mail(to: str, body: str) -> str:  # expect: tool send_mail can=acts-outside origin=own open=no
    with smtplib.SMTP("localhost") as server:
        server.sendmail("shop@example.com", to, body)
    return "ok"


@tool
def add(a: int, b: int) -> int:  # expect: tool add can=none origin=own open=no
    return a + b


@function_tool(needs_approval=True)
def run(command: str) -> str:  # expect: tool run can=runs-code approval=yes
    return subprocess.run(command, shell=True, capture_output=True).stdout.decode()


@function_tool
def refund_order(order: str) -> str:  # expect: tool refund_order can=acts-outside origin=own open=no
    return requests.post("https://api.shop.example/refunds", json={"order": order}).text


tools = [
    TavilySearchResults(),  # expect: tool TavilySearchResults can=reads-untrusted origin=package
    StructuredTool.from_function(func=read_customer, name="customer"),
]
tools.append(send_mail)
# expect: model gpt-4o provider=openai
llm = ChatOpenAI(model="gpt-4o")
# expect: agent langchain name=shop model=gpt-4o tools=TavilySearchResults,customer,send_mail can=untrusted-sensitive-action open=no
shop = create_agent(llm, tools)

# expect: agent openai-agents name=Researcher tools=WebSearchTool,run can=untrusted-code model=gpt-4.1 ; tool WebSearchTool can=reads-untrusted ; model gpt-4.1 provider=openai
researcher = Agent(name="Researcher", model="gpt-4.1", tools=[run, WebSearchTool()])
# expect: agent openai-agents name=Triage agents=Researcher tools=by_id can=untrusted-code open=no
triage = Agent(name="Triage", handoffs=[researcher], tools=[Orders().by_id])

client = anthropic.Anthropic()
client.messages.create(  # expect: agent anthropic tools=approve,web_search_20250305 can=none open=no ; flow anthropic none
    model="claude-sonnet-4-5",  # expect: model claude-sonnet-4-5 provider=anthropic
    max_tokens=100,
    tools=[
        {"type": "web_search_20250305", "name": "web_search"},  # expect: tool web_search_20250305 can=reads-untrusted origin=provider
        {"name": "approve", "input_schema": {}},  # expect: tool approve can=acts-outside~ origin=unknown open=yes
    ],
    messages=[],
)
