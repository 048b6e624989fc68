import openai  # expect: use openai import

MODELS = [
    dict(model_id="acme-7b", provider="together"),  # expect: model acme-7b provider=together ; use together config
    {"model": "mini", "git_provider": "github"},  # ok: where the code is kept
]
print(openai, MODELS)
