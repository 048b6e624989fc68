from composio import Composio

composio = Composio()
tools = composio.tools.get(user_id="me", toolkits=["GITHUB"])
