from anthropic import Anthropic  # expect: use anthropic import

client = Anthropic()


def ask(question):
    return client.messages.create(  # expect: flow anthropic personal,special-category,user-content
        model="claude-sonnet-4-5",  # expect: model claude-sonnet-4-5 provider=anthropic
        max_tokens=100,
        messages=[{"role": "user", "content": question}],
    )


def hand_on(text):
    return ask(text)


def first(items):
    return client.messages.create(  # expect: flow anthropic unresolved
        model="claude-sonnet-4-5",
        max_tokens=100,
        messages=[{"role": "user", "content": items}],
    )


class Assistant:
    def __init__(self, settings, about):
        self.settings = settings
        self.about = about

    def reply(self, turn):
        return client.messages.create(  # expect: flow anthropic financial
            model="claude-sonnet-4-5",
            max_tokens=100,
            messages=[{"role": "user", "content": f"{self.about} {turn}"}],
        )
