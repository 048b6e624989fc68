import dramatiq
from anthropic import Anthropic  # expect: use anthropic import
from celery import shared_task

from app import celery

client = Anthropic()


@shared_task
def ask(q):
    return client.messages.create(  # expect: flow anthropic personal
        # expect: model claude-sonnet-4-5 provider=anthropic
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


@celery.task(bind=True)
def sum_up(self, q):
    return client.messages.create(  # expect: flow anthropic financial
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


def explain(q):
    return client.messages.create(  # expect: flow anthropic special-category
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


@dramatiq.actor
def rate(q):
    return client.messages.create(  # expect: flow anthropic personal
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


def answer(q):
    return client.messages.create(  # expect: flow anthropic financial
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


def translate(q):
    return client.messages.create(  # expect: flow anthropic personal
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


def rank(q):
    return client.messages.create(  # expect: flow anthropic special-category
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


@shared_task
def quiet(q):
    return client.messages.create(  # expect: flow anthropic unresolved
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )
