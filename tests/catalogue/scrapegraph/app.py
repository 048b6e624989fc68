from scrapegraph_py import Client

client = Client(api_key="key")
