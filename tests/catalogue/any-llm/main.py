from any_llm import completion

completion(model="mistral/mistral-small-latest", messages=[{"role": "user", "content": "Hi"}])
