from google.adk.agents import Agent

root_agent = Agent(name="weather", model="gemini-2.0-flash", instruction="Answer about weather.")
