from openai import OpenAI  # expect: use openai import

client = OpenAI()


def lambda_handler(event, context):
    text = event["body"]
    # expect: flow openai user-content; model gpt-4o provider=openai
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
