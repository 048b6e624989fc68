from firecrawl import Firecrawl

firecrawl = Firecrawl(api_key="fc-KEY")
firecrawl.scrape("https://example.com", formats=["markdown"])
