from notte_sdk import NotteClient

client = NotteClient()
