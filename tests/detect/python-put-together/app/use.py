from __future__ import annotations

from app import models as m
from app.client import Holder, asession, get_client, retry, session
from app.models import BY_TASK, CONFIG, DEFAULT, NS, SPEC, Defaults, Model, Old, Tiers, pick

OPTIONS = {"max_tokens": 5, "model": m.JOINED}


def a(prompt: str):
    msg = [{"role": "user", "content": prompt}]
    get_client().messages.create(messages=msg, model=Model.BIG)  # expect: flow anthropic user-content model=claude-opus-4-1
    get_client().messages.create(messages=msg, model=Model.SMALL.value)  # expect: flow anthropic user-content model=claude-3-5-haiku-latest
    get_client().messages.create(messages=msg, model=Old["V2"].value)  # expect: flow anthropic user-content model=claude-2.1
    get_client().messages.create(messages=msg, model=Tiers.PAID.value[0])  # expect: flow anthropic user-content model=claude-3-opus-20240229
    get_client().messages.create(messages=msg, model=Defaults().id)  # expect: flow anthropic user-content model=claude-sonnet-4-0
    get_client().messages.create(messages=msg, model=SPEC.id)  # expect: flow anthropic user-content model=claude-3-7-sonnet-20250219
    get_client().messages.create(messages=msg, model=BY_TASK["summary"])  # expect: flow anthropic user-content model=claude-haiku-4-5
    get_client().messages.create(messages=msg, model=NS.model)  # expect: flow anthropic user-content model=claude-3-5-sonnet-20241022
    get_client().messages.create(messages=msg, **OPTIONS)  # expect: flow anthropic user-content model=claude-3-5-sonnet-20240620
    get_client().messages.create(messages=msg, **{**OPTIONS, "model": m.FSTRING})  # expect: flow anthropic user-content model=claude-opus-4-5
    get_client().messages.create(messages=msg, model=m.FORMAT)  # expect: flow anthropic user-content model=claude-sonnet-4-20250514
    get_client().messages.create(messages=msg, model=m.PERCENT)  # expect: flow anthropic user-content model=claude-opus-4-20250514
    get_client().messages.create(messages=msg, model=m.JOIN)  # expect: flow anthropic user-content model=claude-3-sonnet-20240229
    get_client().messages.create(messages=msg, model=CONFIG["model"])  # expect: flow anthropic user-content model=claude-instant-1.2
    get_client().messages.create(messages=msg, model=pick("fast"))  # expect: flow anthropic user-content model=claude-3-5-haiku-20241022


def b(prompt: str, model: str = DEFAULT, **extra):
    msg = [{"role": "user", "content": prompt}]
    with session() as client:
        client.messages.create(messages=msg, model=model, **extra)  # expect: flow anthropic user-content model=claude-sonnet-4-5
    Holder().client.messages.create(messages=msg, model=DEFAULT)  # expect: flow anthropic user-content model=claude-sonnet-4-5


async def c(prompt: str):
    async with asession() as client:
        await client.messages.create(messages=[{"role": "user", "content": prompt}], model=BY_TASK.get("review", DEFAULT))  # expect: flow anthropic user-content model=claude-opus-4-0


@retry(times=3)
def make():
    return get_client()


def e(prompt: str):
    make().messages.create(messages=[{"role": "user", "content": prompt}], model=DEFAULT)  # expect: flow anthropic user-content model=claude-sonnet-4-5
