from pydantic_ai import Agent

agent = Agent("anthropic:claude-sonnet-4-0", instructions="Be concise.")
