import langroid as lr
import langroid.language_models as lm

config = lm.OpenAIGPTConfig(chat_model="gpt-4o")
agent = lr.ChatAgent(lr.ChatAgentConfig(llm=config))
