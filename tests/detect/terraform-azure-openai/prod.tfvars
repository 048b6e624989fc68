deployments = {
  chat = { model = "o3-mini", version = "2025-01-31" } # expect: model o3-mini provider=azure-openai; use azure-openai iac
}
