from llama_stack_client import LlamaStackClient

client = LlamaStackClient(base_url="http://localhost:8321")
