from anthropic import Anthropic  # expect: use anthropic import
from django.conf import settings
from openai import OpenAI  # expect: use openai import

client = OpenAI()


def answer(request):
    # expect: flow openai personal model=gpt-4o-mini
    return client.chat.completions.create(
        model=settings.LLM_MODEL, messages=[{"role": "user", "content": request.user.email}]
    )


def long_answer(comment):
    # expect: flow anthropic user-content model=claude-sonnet-4-20250514
    return Anthropic().messages.create(
        model=settings.MODELS["long"], max_tokens=9, messages=[{"role": "user", "content": comment}]
    )


def other(comment):
    # expect: unresolved model openai ; flow openai user-content
    return client.chat.completions.create(
        model=settings.DECIDED_ELSEWHERE, messages=[{"role": "user", "content": comment}]
    )


def fallback(comment):
    # expect: flow openai user-content model=gpt-4.1
    return client.chat.completions.create(
        model=getattr(settings, "NOWHERE", "gpt-4.1"),  # expect: model gpt-4.1 provider=openai
        messages=[{"role": "user", "content": comment}],
    )
