"""{"model": "gpt-4o"} of a docstring: ok."""

BODY = """{ "model": "gpt-4o-mini", "messages": [] }"""  # expect: model gpt-4o-mini provider=openai
