import os

KEY = os.environ["GOOGLE_API_KEY"]  # ok: nothing tells whose
