import agentscope
from agentscope.agent import ReActAgent

agentscope.init(project="support")
