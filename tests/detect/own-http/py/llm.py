from rest import send

BASE = "https://api.groq.com/openai/v1"  # expect: endpoint https://api.groq.com/openai/v1 provider=groq; use groq http


def ask(text):
    return send(BASE + "/chat/completions", {"model": "llama-3.1-8b-instant", "messages": [{"role": "user", "content": text}]})  # expect: endpoint https://api.groq.com/openai/v1/chat/completions provider=groq; flow groq unresolved; model llama-3.1-8b-instant provider=groq
