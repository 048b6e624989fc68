from livekit import agents
from livekit.agents import AgentSession
