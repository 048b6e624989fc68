from langfuse import observe  # expect: use langfuse import
from openai import OpenAI  # expect: use openai import


@observe(capture_input=False)  # expect: observer langfuse decorator off
def answer(email: str) -> str:
    # expect: model gpt-4o provider=openai ; flow openai personal ; flow mlflow personal ; flow opentelemetry personal
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": email}])
