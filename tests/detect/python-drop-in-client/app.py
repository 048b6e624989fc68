import os

# expect: use langfuse import ; use openai import ; observer langfuse import on providers=openai
from langfuse.openai import OpenAI, openai
from langfuse.openai import AzureOpenAI  # expect: use azure-openai import

try:
    MODEL = os.environ["CHAT_MODEL"]
except KeyError:
    MODEL = "gpt-4o"  # expect: model gpt-4o provider=openai variable=CHAT_MODEL


def ask(comment):
    # expect: flow openai user-content model=gpt-4o ; flow langfuse user-content
    return OpenAI().chat.completions.create(model=MODEL, messages=[{"role": "user", "content": comment}])


def ask_module(comment):
    # expect: model gpt-4.1-mini provider=openai ; flow openai user-content model=gpt-4.1-mini ; flow langfuse user-content
    return openai.chat.completions.create(model="gpt-4.1-mini", messages=[{"role": "user", "content": comment}])


# expect: endpoint https://contoso.openai.azure.com provider=azure-openai exposure=public
azure = AzureOpenAI(azure_endpoint="https://contoso.openai.azure.com")
