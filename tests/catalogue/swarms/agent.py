from swarms import Agent

Agent(agent_name="Quant", max_loops=1).run("Analyse")
