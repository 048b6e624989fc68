from pydantic_ai import Agent

agent = Agent("gateway/openai:gpt-5.2")
