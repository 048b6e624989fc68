from langchain.chat_models import init_chat_model  # expect: use langchain import
from litellm import completion  # expect: use litellm import
from shop.orders import place

one = init_chat_model("gpt-4o", model_provider="azure_openai")  # expect: use azure-openai sdk-call ; model gpt-4o provider=azure-openai
two = completion(model="own-model-2", custom_llm_provider="mistral", messages=[])  # expect: use mistral sdk-call ; model own-model-2 provider=mistral ; flow mistral none
three = init_chat_model("gpt-4o-mini")  # expect: use openai sdk-call ; model gpt-4o-mini provider=openai
order = place(item="own-bike-3", provider="mistral")  # ok: a shop's
