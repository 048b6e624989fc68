from g4f.client import Client

client = Client()
