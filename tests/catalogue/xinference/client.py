from xinference.client import Client

client = Client("http://localhost:9997")
