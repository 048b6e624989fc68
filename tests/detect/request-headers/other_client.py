from ollama import Client  # expect: use ollama import

# expect: endpoint http://models.example.com:11434 provider=ollama
client = Client(host="http://models.example.com:11434", headers={"x-api-key": "k", "anthropic-version": "2023-06-01"})
