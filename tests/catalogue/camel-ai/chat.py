from camel.agents import ChatAgent

agent = ChatAgent(system_message="You are a helpful assistant.")
