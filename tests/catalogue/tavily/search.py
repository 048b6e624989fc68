from tavily import TavilyClient

TavilyClient(api_key="tvly-KEY").search("Who is Leo Messi?")
