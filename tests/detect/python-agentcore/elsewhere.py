from langchain_core.messages import AIMessage  # expect: use langchain import
from shop_layer.clients import agent_client


def run(arn, text):
    client = agent_client()
    answer = client.invoke_agent_runtime(agentRuntimeArn=arn, payload=text)  # expect: use aws-bedrock sdk-call
    client.invoke_agent(text)  # ok: anybody's method
    return AIMessage(answer)
