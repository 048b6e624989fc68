from pyht import Client

client = Client(user_id="u", api_key="k")
