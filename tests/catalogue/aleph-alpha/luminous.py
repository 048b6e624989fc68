import os

from aleph_alpha_client import Client, CompletionRequest, Prompt

client = Client(token=os.environ["AA_TOKEN"])
request = CompletionRequest(prompt=Prompt.from_text("An apple a day"), maximum_tokens=64)
response = client.complete(request, model="luminous-base")
