from mindee import Client, product

client = Client(api_key="key")
