import openai  # expect: use openai import
openai.base_url = "https://api.groq.com/openai/v1"  # expect: endpoint https://api.groq.com/openai/v1 provider=groq; use groq http
openai.api_key = "x"
def ask(t):
    return openai.chat.completions.create(model="llama-3.1-8b-instant", messages=[{"role": "user", "content": t}])  # expect: flow groq unresolved; model llama-3.1-8b-instant provider=groq
