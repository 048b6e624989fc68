from ag2 import Agent, tool  # expect: use autogen import


@tool
def lookup(order: str) -> str:  # expect: tool lookup can=none open=no
    return order.upper()


desk = Agent("desk", tools=[lookup])  # expect: agent autogen name=desk tools=lookup
