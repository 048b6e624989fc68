from deepagents import create_deep_agent

agent = create_deep_agent(tools=[], system_prompt="You are an expert researcher.")
