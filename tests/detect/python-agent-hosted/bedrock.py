import boto3

agents = boto3.client("bedrock-agent")  # expect: use aws-bedrock sdk-call
runtime = boto3.client("bedrock-agent-runtime")
transfers = boto3.client("datasync")

# expect: agent aws-bedrock name=desk model=anthropic.claude-sonnet-4-5-20250929-v1:0 tools=AMAZON.CodeInterpreter,get_weather,orders can=none ; model anthropic.claude-sonnet-4-5-20250929-v1:0 provider=aws-bedrock
desk = agents.create_agent(agentName="desk", foundationModel="anthropic.claude-sonnet-4-5-20250929-v1:0")
agent_id = desk["agent"]["agentId"]
transfers.create_agent(ActivationKey="K", AgentName="mover")  # ok: moves files, and asks no model

agents.create_agent_action_group(
    agentId=agent_id,
    agentVersion="DRAFT",
    actionGroupName="weather",
    actionGroupExecutor={"lambda": "arn:aws:lambda:eu-west-1:123456789012:function:weather"},
    functionSchema={"functions": [{"name": "get_weather", "description": "Weather of a town", "requireConfirmation": "ENABLED"}]},  # expect: tool get_weather open=yes approval=yes
)
agents.create_agent_action_group(  # expect: tool orders open=yes
    agentId=agent_id,
    agentVersion="DRAFT",
    actionGroupName="orders",
    actionGroupExecutor={"customControl": "RETURN_CONTROL"},
    apiSchema={"s3": {"s3BucketName": "schemas", "s3ObjectKey": "orders.yaml"}},
)
agents.create_agent_action_group(  # expect: tool AMAZON.CodeInterpreter can=runs-code
    agentId=agent_id, actionGroupName="code", parentActionGroupSignature="AMAZON.CodeInterpreter"
)
agents.associate_agent_knowledge_base(agentId=agent_id, knowledgeBaseId="KB12345678")


def inline(question: str):
    return runtime.invoke_inline_agent(  # expect: agent aws-bedrock name=inline tools=AMAZON.UserInput,search_web can=none
        foundationModel="amazon.nova-pro-v1:0",  # expect: model amazon.nova-pro-v1:0 provider=aws-bedrock
        inputText=question,
        actionGroups=[
            {"actionGroupName": "ask", "parentActionGroupSignature": "AMAZON.UserInput"},  # expect: tool AMAZON.UserInput can=none
            {
                "actionGroupName": "web",
                "functionSchema": {"functions": [{"name": "search_web", "description": "Search"}]},  # expect: tool search_web can=reads-untrusted~
            },
        ],
    )
