from llama_index.core.agent.workflow import AgentWorkflow, FunctionAgent  # expect: use llamaindex import


def rate(currency: str) -> str:  # expect: tool rate can=none
    return currency


asks = FunctionAgent(name="asks", tools=[rate], can_handoff_to=["writes"])  # expect: agent llamaindex name=asks tools=rate
writes = FunctionAgent(name="writes", tools=[])  # expect: agent llamaindex name=writes tools=none
flow = AgentWorkflow(agents=[asks, writes], root_agent="asks")  # expect: agent llamaindex name=flow agents=asks,writes
