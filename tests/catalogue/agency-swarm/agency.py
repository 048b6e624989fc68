from agency_swarm import Agency, Agent

ceo = Agent(name="CEO", description="Talks to the user.", instructions="./ceo.md")
agency = Agency(ceo)
