"""Agents and tools of other trades."""

import argparse

import openai  # expect: use openai import
from celery import Celery
from datadog import Agent as Monitor

app = Celery("app")


class Agent:
    """An estate agent."""

    def __init__(self, name, tools=()):
        self.name, self.tools = name, tools


parser = argparse.ArgumentParser()
parser.add_argument("--tools", nargs="*")  # ok
seller = Agent("seller", tools=["camera", "ladder"])  # ok
monitor = Monitor(name="host", tools=["df"])  # ok
HEADERS = {"User-Agent": "shop/1.0 (tools; agent)"}  # ok


@app.task
def tool(name):  # ok
    return name


@app.tool
def other(name):  # ok
    return name


# expect: model gpt-4o provider=openai ; flow openai user-content
openai.OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])  # noqa: F821
