from openai import OpenAI  # expect: use openai import


def ask(prompt, **kwargs):
    kwargs = {"model": "gpt-4.1", **kwargs}  # expect: model gpt-4.1 provider=openai
    while True:
        kwargs = {**kwargs, **kwargs}
        # expect: flow openai model=gpt-4.1 user-content
        OpenAI().chat.completions.create(messages=[{"role": "user", "content": prompt}], **kwargs)
