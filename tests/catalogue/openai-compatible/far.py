URL = "https://llm.acme.io/v1/chat/completions"
