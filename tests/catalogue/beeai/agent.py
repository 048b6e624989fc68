from beeai_framework.agents.react import ReActAgent
from beeai_framework.memory import TokenMemory
