"""Answers a handler's question about a claim, with the claim's files at hand."""

from langchain.agents import create_agent
from langchain_aws import ChatBedrockConverse
from langchain_mcp_adapters.client import MultiServerMCPClient

from claims_copilot.config import ANSWER_MODEL, REGION, mcp_connections

INSTRUCTIONS = "Answer the handler's question from the claim's files. Name the file for each statement."


async def answer(question: str, claim_number: str) -> str:
    model = ChatBedrockConverse(model=ANSWER_MODEL, region_name=REGION, temperature=0, max_tokens=800)
    tools = await MultiServerMCPClient(mcp_connections()).get_tools()
    agent = create_agent(model, tools, system_prompt=INSTRUCTIONS)
    state = await agent.ainvoke({"messages": [{"role": "user", "content": f"Claim {claim_number}: {question}"}]})
    return str(state["messages"][-1].content)
