from microsoft_agents.hosting.core import AgentApplication, MemoryStorage

app = AgentApplication(storage=MemoryStorage())
