from openai import OpenAI  # expect: use openai import


class Base:
    def __init__(self, **kwargs):
        self.kwargs = {"temperature": 0.0, **kwargs}


class Client(Base):
    def __init__(self, model="gpt-4.1-mini", **kwargs):  # expect: model gpt-4.1-mini provider=openai
        super().__init__(**kwargs)
        self.client = OpenAI()
        self.kwargs = {**self.kwargs, "model": model}

    def __call__(self, prompt, **kwargs):
        kwargs = {**self.kwargs, **kwargs}
        # expect: flow openai model=gpt-4.1-mini user-content
        return self.client.chat.completions.create(messages=[{"role": "user", "content": prompt}], **kwargs)
