from lmi import LiteLLMModel

model = LiteLLMModel(name="gpt-4o-mini")
