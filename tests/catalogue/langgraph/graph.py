from langgraph.prebuilt import create_react_agent

agent = create_react_agent(model="anthropic:claude-3-7-sonnet-latest", tools=[])
