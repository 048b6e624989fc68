import json

from openai import OpenAI  # expect: use openai import

client = OpenAI()


def ask(text):
    # expect: flow openai user-content; model gpt-4o provider=openai
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])


# expect: surface chat route http route=/desk/chat asks=sam/ask/app.py:10
def lambda_handler(event, context):
    question = json.loads(event["body"])["question"]
    return {"statusCode": 200, "body": str(ask(question))}
