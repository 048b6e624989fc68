import boto3

client = boto3.client("bedrock-agent")  # expect: use aws-bedrock sdk-call


def make():
    desk = client.create_agent(agentName="desk", foundationModel="amazon.nova-pro-v1:0", instruction="x")  # expect: agent aws-bedrock name=desk model=amazon.nova-pro-v1:0 tools=refund_order; model amazon.nova-pro-v1:0 provider=aws-bedrock
    desk_id = desk["agent"]["agentId"]
    ops = client.create_agent(agentName="ops", foundationModel="amazon.nova-pro-v1:0", instruction="y")  # expect: agent aws-bedrock name=ops model=amazon.nova-pro-v1:0 tools=AMAZON.CodeInterpreter
    client.create_agent_action_group(agentId=desk_id, agentVersion="DRAFT", actionGroupName="refund", functionSchema={"functions": [{"name": "refund_order", "description": "x"}]})  # expect: tool refund_order can=acts-outside~,reads-sensitive~
    client.create_agent_action_group(agentId=ops["agent"]["agentId"], agentVersion="DRAFT", actionGroupName="code", parentActionGroupSignature="AMAZON.CodeInterpreter")  # expect: tool AMAZON.CodeInterpreter can=runs-code


def attach(agent_id):
    # ok: which of the two is meant, nothing tells
    client.create_agent_action_group(agentId=agent_id, agentVersion="DRAFT", actionGroupName="restart")  # expect: tool restart
