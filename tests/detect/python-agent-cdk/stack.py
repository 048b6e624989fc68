from aws_cdk import Stack
from aws_cdk import aws_bedrock as bedrock  # expect: use aws-bedrock import
from aws_cdk import aws_datasync as datasync  # ok: moves files


class Desk(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        datasync.CfnAgent(self, "Mover", agent_name="mover")
        bedrock.CfnAgent(  # expect: agent aws-bedrock name=desk model=amazon.nova-pro-v1:0 tools=AMAZON.CodeInterpreter,refund
            self,
            "Desk",
            agent_name="desk",
            foundation_model="amazon.nova-pro-v1:0",  # expect: model amazon.nova-pro-v1:0 provider=aws-bedrock
            action_groups=[
                bedrock.CfnAgent.AgentActionGroupProperty(  # expect: tool refund can=acts-outside~
                    action_group_name="refund",
                    function_schema=bedrock.CfnAgent.FunctionSchemaProperty(functions=[]),
                ),
                bedrock.CfnAgent.AgentActionGroupProperty(  # expect: tool AMAZON.CodeInterpreter can=runs-code
                    action_group_name="code", parent_action_group_signature="AMAZON.CodeInterpreter"
                ),
            ],
        )
