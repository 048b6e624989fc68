from groq import Groq  # expect: use groq import

client = Groq()
