from atomic_agents import AgentConfig

config = AgentConfig
