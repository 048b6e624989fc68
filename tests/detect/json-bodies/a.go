package a

// expect: model gpt-4.1-mini provider=openai
const body = `{
  "model": "gpt-4.1-mini",
  "messages": []
}`
