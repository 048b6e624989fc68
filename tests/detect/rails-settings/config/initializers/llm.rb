Rails.application.config.x.llm.embedding = "text-embedding-3-small" # expect: model text-embedding-3-small provider=openai
