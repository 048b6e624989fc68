from groq import Groq

client = Groq()
client.chat.completions.create(
    messages=[{"role": "user", "content": "Hi"}],
    model="llama-3.3-70b-versatile",
)
