import os

from openai import AzureOpenAI

client = AzureOpenAI(
    api_key=os.getenv("AZURE_OPENAI_API_KEY"),
    api_version="2024-10-21",
    azure_endpoint="https://contoso.openai.azure.com",
)
client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])
