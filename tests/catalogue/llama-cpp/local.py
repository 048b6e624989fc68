from llama_cpp import Llama

llm = Llama(model_path="./models/7B/llama-model.gguf")
llm("Q: Name the planets? A: ", max_tokens=32)
