import os

from openai import AzureOpenAI  # expect: use azure-openai import

client = AzureOpenAI(
    azure_endpoint="https://contoso-eu.openai.azure.com",  # expect: endpoint https://contoso-eu.openai.azure.com provider=azure-openai exposure=public deployment=gpt-4o
    azure_deployment="gpt-4o",  # expect: model gpt-4o provider=azure-openai publisher=openai
    api_version="2024-06-01",
)

# expect: endpoint {AZURE_OPENAI_ENDPOINT} provider=azure-openai exposure=unknown ; unresolved endpoint azure-openai variable=AZURE_OPENAI_ENDPOINT
other = AzureOpenAI(azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"])


def ask(question: str) -> str:
    # expect: model support-bot provider=azure-openai ; flow azure-openai user-content model=support-bot
    return other.chat.completions.create(model="support-bot", messages=[{"role": "user", "content": question}])
