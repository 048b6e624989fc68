RECOMMENDED = "openai/gpt-4o-mini"  # expect: model openai/gpt-4o-mini provider=openai
