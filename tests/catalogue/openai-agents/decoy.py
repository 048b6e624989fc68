from agents import office, travel_agents

office.hire(travel_agents.Kim)
