from hume import HumeClient

client = HumeClient(api_key="k")
