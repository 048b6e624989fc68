import boto3

runtime = boto3.client("bedrock-runtime", region_name="eu-central-1")
runtime.converse(
    modelId="anthropic.claude-3-5-sonnet-20240620-v1:0",
    messages=[{"role": "user", "content": [{"text": "Hello"}]}],
)
