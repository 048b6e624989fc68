from huggingface_hub import InferenceClient

client = InferenceClient(model="meta-llama/Llama-3.1-8B-Instruct")
client.chat_completion(messages=[{"role": "user", "content": "Hi"}], max_tokens=10)
