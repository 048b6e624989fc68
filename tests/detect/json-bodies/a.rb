# expect: model gpt-4o-mini provider=openai
BODY = <<~JSON
  { "model": "gpt-4o-mini", "messages": [] }
JSON
