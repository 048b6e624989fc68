from anthropic import Anthropic  # expect: use anthropic import

client = Anthropic()


def ask(q):
    return client.messages.create(  # expect: flow anthropic personal,user-content
        # expect: model claude-sonnet-4-5 provider=anthropic
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


def sum_up(q):
    return client.messages.create(  # expect: flow anthropic special-category
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


def explain(q):
    return client.messages.create(  # expect: flow anthropic financial
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


def answer(item):
    return client.messages.create(  # expect: flow anthropic personal
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": item.text}]
    )


def rate(q):
    return client.messages.create(  # expect: flow anthropic personal
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


def translate(q):
    return client.messages.create(  # expect: flow anthropic financial
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


def shorten(item):
    return client.messages.create(  # expect: flow anthropic financial
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": item.about()}]
    )


def rank(q):
    return client.messages.create(  # expect: flow anthropic special-category
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


def title(q):
    return client.messages.create(  # expect: flow anthropic unresolved
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )
