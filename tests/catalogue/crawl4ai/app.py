from crawl4ai import AsyncWebCrawler, LLMConfig

config = LLMConfig(provider="openai/gpt-4o-mini")
