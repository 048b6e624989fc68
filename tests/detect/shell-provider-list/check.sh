#!/usr/bin/env bash
PROVIDERS=(
  # expect: use groq env ; endpoint https://api.groq.com/openai/v1 provider=groq variable=PROVIDERS
  groq,llama-3.1-8b-instant,https://api.groq.com/openai/v1
  shop,none,https://api.acme.example/v1 # ok
)
dotnet user-secrets set Services:OpenAI:APIKey "$KEY" # expect: use openai env
dotnet user-secrets set Shop:Orders:APIKey "$KEY" # ok
for provider in "${PROVIDERS[@]}"; do echo "$provider"; done
