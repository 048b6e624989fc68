from llama_index.llms.openai_like import OpenAILike

llm = OpenAILike(model="my-model", api_base="https://llm.corp.example/v1", is_chat_model=True)
