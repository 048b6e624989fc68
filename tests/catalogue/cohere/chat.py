import cohere

co = cohere.ClientV2()
co.chat(model="command-a-03-2025", messages=[{"role": "user", "content": "hello"}])
