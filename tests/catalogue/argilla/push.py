import argilla as rg

client = rg.Argilla(api_url="https://annotate.example", api_key="k")
