import mlflow  # expect: use mlflow import
from anthropic import Anthropic  # expect: use anthropic import
from langfuse import observe  # expect: use langfuse import
from langsmith.wrappers import wrap_anthropic  # expect: use langsmith import
from openai import OpenAI  # expect: use openai import

mlflow.openai.autolog()  # expect: observer mlflow init on providers=openai
watched = wrap_anthropic(Anthropic())  # expect: observer langsmith wrapper on host=https://eu.api.smith.langchain.com providers=anthropic


@observe()  # expect: observer langfuse decorator on host=https://cloud.langfuse.com providers=openai
def answer(email: str) -> str:
    # expect: model gpt-4o provider=openai ; flow openai personal ; flow langfuse personal ; flow mlflow personal ; flow opentelemetry personal
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": email}])


def ask(question: str) -> str:
    # expect: model claude-sonnet-4-5 provider=anthropic ; flow anthropic user-content ; flow langsmith user-content ; flow opentelemetry user-content
    return watched.messages.create(model="claude-sonnet-4-5", messages=[{"role": "user", "content": question}])
