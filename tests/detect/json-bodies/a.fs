module A
let body = """{ "model": "gpt-4o-mini", "messages": [] }""" // expect: model gpt-4o-mini provider=openai
