from agents import Agent, Runner

agent = Agent(name="Assistant", instructions="You are helpful", model="gpt-4.1")
result = Runner.run_sync(agent, "Write a haiku.")
