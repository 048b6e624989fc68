import litellm  # expect: use litellm import


class Model:
    def __init__(self, model="gpt-4o", **kwargs):  # expect: model gpt-4o provider=openai
        self.model = model
        self.kwargs = {"temperature": 0, **kwargs}

    def __call__(self, prompt, **kwargs):
        kwargs = {**self.kwargs, **kwargs}
        return self.ask({"model": self.model, "messages": [{"role": "user", "content": prompt}], **kwargs})

    def ask(self, request):
        request = {**request}
        return litellm.completion(**request)  # expect: flow openai model=gpt-4o user-content ; use openai sdk-call
