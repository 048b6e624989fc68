import functions_framework
from openai import OpenAI  # expect: use openai import

client = OpenAI()


def complete(text):
    # expect: flow openai user-content; model gpt-4o provider=openai
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])


# expect: surface chat route http route=/ask-desk asks=python/main.py:9
@functions_framework.http
def ask_desk(request):
    return complete(request.get_json()["question"])


@functions_framework.cloud_event
def on_chat_message(event):
    complete(event.data["message"])


@functions_framework.http
def summary(request):
    return complete(request.get_json()["letter"])
