from crewai import LLM, Agent, Crew

llm = LLM(model="anthropic/claude-sonnet-4-20250514")
researcher = Agent(role="Researcher", goal="Find facts", backstory="...", llm=llm)
