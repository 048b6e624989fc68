from mirascope.core import openai


@openai.call("gpt-4o-mini")
def recommend(genre: str) -> str:
    return f"Recommend a {genre} book"
