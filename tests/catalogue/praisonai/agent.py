from praisonaiagents import Agent

Agent(instructions="You are helpful").start("Hi")
