import json

import boto3
from anthropic import AnthropicBedrock  # expect: use aws-bedrock import ; use anthropic import

REGION = "eu-central-1"
MODEL_ID = "anthropic.claude-3-5-sonnet-20240620-v1:0"  # expect: model anthropic.claude-3-5-sonnet-20240620-v1:0 provider=aws-bedrock publisher=anthropic pinned=yes

# expect: endpoint https://bedrock-runtime.eu-central-1.amazonaws.com provider=aws-bedrock region=eu-central-1
runtime = boto3.client("bedrock-runtime", region_name=REGION)
table = boto3.client("dynamodb", region_name=REGION)  # ok


def ask(question: str) -> dict:
    body = json.dumps({"anthropic_version": "bedrock-2023-05-31", "messages": [{"role": "user", "content": question}]})
    return runtime.invoke_model(modelId=MODEL_ID, body=body)  # expect: flow aws-bedrock user-content model=anthropic.claude-3-5-sonnet-20240620-v1:0


def ask_again(question: str) -> object:
    # expect: endpoint https://bedrock-runtime.us-east-1.amazonaws.com provider=aws-bedrock region=us-east-1
    client = AnthropicBedrock(aws_region="us-east-1")
    # expect: model us.anthropic.claude-sonnet-4-20250514-v1:0 provider=aws-bedrock publisher=anthropic ; flow aws-bedrock user-content
    return client.messages.create(model="us.anthropic.claude-sonnet-4-20250514-v1:0", max_tokens=10, messages=[{"role": "user", "content": question}])
