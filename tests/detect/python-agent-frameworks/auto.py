from autogen_agentchat.agents import AssistantAgent  # expect: use autogen import

# The names of agents to hand over to are no tools.
triage = AssistantAgent("triage", model_client=client, handoffs=["refunder", "user"])  # expect: agent autogen name=triage tools=none
