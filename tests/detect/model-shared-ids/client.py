from openai import OpenAI  # expect: use openai import

client = OpenAI()
router = OpenAI(base_url="https://openrouter.ai/api/v1")  # expect: use openrouter http ; endpoint https://openrouter.ai/api/v1 provider=openrouter
