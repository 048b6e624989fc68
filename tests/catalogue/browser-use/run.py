from browser_use import Agent, ChatOpenAI

agent = Agent(task="Find the price", llm=ChatOpenAI(model="gpt-4.1-mini"))
