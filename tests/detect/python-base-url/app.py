import os

from openai import OpenAI  # expect: use openai import

# expect: use groq http ; endpoint https://api.groq.com/openai/v1 provider=groq exposure=public
groq = OpenAI(base_url="https://api.groq.com/openai/v1", api_key=os.environ["FAST_KEY"])
# expect: use ollama http ; endpoint http://localhost:11434/v1 provider=ollama exposure=loopback
local = OpenAI(base_url="http://localhost:11434/v1", api_key="unused")
# expect: use openai-compatible http ; endpoint https://llm.contoso.internal/v1 provider=openai-compatible exposure=private variable=LLM_URL
house = OpenAI(base_url=os.getenv("LLM_URL", "https://llm.contoso.internal/v1"))


def ask(question: str) -> None:
    messages = [{"role": "system", "content": "Be brief."}]
    messages.append({"role": "user", "content": question})
    # expect: model llama-3.3-70b-versatile provider=groq ; flow groq user-content
    groq.chat.completions.create(model="llama-3.3-70b-versatile", messages=messages)
    # expect: model llama3.2 provider=ollama ; flow ollama user-content
    local.chat.completions.create(model="llama3.2", messages=messages)
    # expect: model contoso-chat provider=openai-compatible ; flow openai-compatible user-content
    house.chat.completions.create(model="contoso-chat", messages=messages)
