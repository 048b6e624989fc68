import agentops

agentops.init()
