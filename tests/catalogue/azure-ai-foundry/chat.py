import os

from azure.ai.inference import ChatCompletionsClient
from azure.core.credentials import AzureKeyCredential

client = ChatCompletionsClient(
    endpoint="https://my-resource.services.ai.azure.com/models",
    credential=AzureKeyCredential(os.environ["KEY"]),
)
client.complete(messages=[], model="Phi-4-mini-instruct")
