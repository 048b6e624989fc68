import os
import litellm  # expect: use litellm import
import openai  # expect: use openai import

litellm.anthropic_key = os.environ["ANTHROPIC_API_KEY"]  # expect: use anthropic config
litellm.cohere_key = settings.cohere  # expect: use cohere config
litellm.vertex_project = "p"  # expect: use google-vertex config
litellm.api_base = "https://llm.example.com/v1"  # expect: endpoint https://llm.example.com/v1 provider=litellm
litellm.drop_params = True

def ask(t):
    return litellm.completion(model=pick(), messages=[{"role": "user", "content": t}])  # expect: flow litellm unresolved; unresolved model litellm
