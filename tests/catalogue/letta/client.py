from letta_client import Letta

client = Letta(base_url="http://localhost:8283")
