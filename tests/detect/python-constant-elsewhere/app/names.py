CHAT_MODEL = "gpt-4o-2024-08-06"  # expect: model gpt-4o-2024-08-06 provider=openai pinned=yes
FREE_NAME = "house-model-7"  # expect: model house-model-7 provider=openai
UNRELATED = "house-style-7"  # ok
