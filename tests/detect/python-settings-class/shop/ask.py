from anthropic import Anthropic  # expect: use anthropic import

from shop.settings import settings


class Writer:
    def __init__(self) -> None:
        self.client = Anthropic()

    def write(self, prompt: str) -> str:
        # expect: flow anthropic user-content model=claude-sonnet-4-5-20250929
        first = self.client.messages.create(model=settings.chat_model, max_tokens=100, messages=[{"role": "user", "content": prompt}])
        # expect: flow anthropic user-content model=claude-haiku-4-5
        return self.client.messages.create(model=settings.draft_model, max_tokens=9, messages=[{"role": "user", "content": f"{prompt} {first}"}])
