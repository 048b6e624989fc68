from ldp.agent import SimpleAgent

agent = SimpleAgent()
