from langchain.chat_models import init_chat_model  # expect: use langchain import
from langchain_core.tools import tool
from pydantic import BaseModel


class Section(BaseModel):
    text: str


class Done(BaseModel):
    pass


@tool
def look(x: str) -> str:  # expect: tool look can=none
    return x


def tools_of(config):
    tools = [tool(Section), tool(Done)]  # expect: tool Section can=none ; tool Done can=none
    # The variable of the comprehension is another than the function above.
    names = [tool.name for tool in tools if tool]
    if names:
        tools.append(look)
    return tools


async def write(state, config):
    llm = init_chat_model(model="openai:gpt-4o")  # expect: model gpt-4o provider=openai ; use openai sdk-call
    return {"messages": [await llm.bind_tools(tools_of(config), tool_choice="any").ainvoke(state)]}  # expect: agent langchain name=write tools=Done,Section,look ; flow openai unresolved


async def review(state, config):
    llm = init_chat_model(model="openai:gpt-4o")
    bound = llm.bind_tools(tools_of(config))  # expect: agent langchain name=bound tools=Done,Section,look
    return await bound.ainvoke(state)  # expect: flow openai unresolved


async def given(state, tools):
    llm = init_chat_model(model="openai:gpt-4o")
    return await llm.bind_tools(tools).ainvoke(state)  # expect: agent langchain name=given tools=none ; flow openai unresolved


async def asked(state, tools):
    llm = init_chat_model(model="openai:gpt-4o")
    return await llm.bind_tools(tools).ainvoke(state)  # expect: agent langchain name=asked tools=none ; flow openai unresolved
