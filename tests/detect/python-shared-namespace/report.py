from google import genai  # expect: use google-gemini import
from google.cloud import bigquery, storage  # ok
from google.cloud.bigquery.dbapi import Client as Rows  # ok


def ask(question: str) -> object:
    rows = bigquery.Client().query("SELECT 1")  # ok
    storage.Client()  # ok
    Rows()  # ok
    # expect: flow google-gemini user-content ; model gemini-2.5-flash provider=google-gemini
    return genai.Client().models.generate_content(model="gemini-2.5-flash", contents=question), rows
