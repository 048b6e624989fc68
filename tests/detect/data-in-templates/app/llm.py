from pathlib import Path

from anthropic import Anthropic  # expect: use anthropic import
from jinja2 import Environment, FileSystemLoader

client = Anthropic()
env = Environment(loader=FileSystemLoader("prompts"))
HERE = Path(__file__).parent
LETTER = "letter.txt"
WARD = env.get_template("ward.j2")


def ask(q):
    return client.messages.create(  # expect: flow anthropic financial
        # expect: model claude-sonnet-4-5 provider=anthropic
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": q}]
    )


def ward(p):
    return client.messages.create(  # expect: flow anthropic special-category
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": WARD.render(p=p)}]
    )


def letter(row):
    words = (HERE / "prompts" / LETTER).read_text().format(**row)
    return client.messages.create(  # expect: flow anthropic personal,user-content
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": words}]
    )


def plain(row):
    words = env.get_template("plain.j2").render(row=row)
    return client.messages.create(  # expect: flow anthropic unresolved
        model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": words}]
    )
