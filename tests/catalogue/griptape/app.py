from griptape.structures import Agent

Agent().run("Summarise the report")
