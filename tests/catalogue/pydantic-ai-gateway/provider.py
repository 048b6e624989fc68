from pydantic_ai.models.openai import OpenAIResponsesModel
from pydantic_ai.providers.gateway import gateway_provider

model = OpenAIResponsesModel("gpt-5.2", provider=gateway_provider("openai"))
