from langchain_core.messages import HumanMessage  # expect: use langchain import


async def with_tools(llm, tools, question: str, search_tool, runner):
    llm_with_tools = llm.bind_tools(tools)
    # expect: flow langchain user-content ; unresolved provider langchain
    answer = await llm_with_tools.ainvoke([HumanMessage(content=question)])
    found = await search_tool.ainvoke(question)  # ok: a tool is no model
    runner.invoke(["--help"])  # ok
    return answer, found
