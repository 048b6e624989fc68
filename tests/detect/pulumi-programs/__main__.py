import pulumi_aws as aws
import pulumi_azure_native as azure_native
import pulumi_gcp as gcp
from pulumi_azure_native import cognitiveservices
from pulumi_aws import s3

desk = aws.bedrock.AgentAgent("desk", agent_name="desk", foundation_model="amazon.nova-pro-v1:0")  # expect: use aws-bedrock sdk-call ; model amazon.nova-pro-v1:0 provider=aws-bedrock ; agent aws-bedrock name=desk
account = azure_native.cognitiveservices.Account("ai", kind="AIServices", account_name="contoso-ai")  # expect: use azure-ai-foundry sdk-call
chat = cognitiveservices.Deployment(  # expect: use azure-openai sdk-call
    "chat",
    properties=cognitiveservices.DeploymentPropertiesArgs(
        model=cognitiveservices.DeploymentModelArgs(format="OpenAI", name="gpt-4o-mini"),  # expect: model gpt-4o-mini provider=azure-openai
    ),
)
endpoint = gcp.vertex.AiEndpoint("e", display_name="x")  # expect: use google-vertex sdk-call
files = s3.Bucket("bedrock")  # ok
