import ollama

ollama.chat(model="llama3.2", messages=[{"role": "user", "content": "Why?"}])
