from bria_client import BriaClient

client = BriaClient(api_token="token")
