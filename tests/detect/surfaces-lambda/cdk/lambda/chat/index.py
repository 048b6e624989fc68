from openai import OpenAI  # expect: use openai import


def main(event, context):  # expect: surface chat route http route=/desk/messages
    text = event["body"]
    # expect: flow openai user-content; model gpt-4o provider=openai
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
