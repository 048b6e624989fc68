import os


class Config:
    cohere_api_key = os.environ.get("COHERE_API_KEY")  # expect: use cohere env
    google_api_key = os.environ.get("GOOGLE_API_KEY")  # expect: use google-gemini env
