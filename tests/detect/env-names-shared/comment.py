import os

KEY = os.environ["GROQ_API_KEY"]  # expect: use groq env
# GOOGLE_API_KEY is not read here  # ok
