import { bedrock } from '@cdklabs/generative-ai-cdk-constructs';  // expect: use aws-bedrock import

export function build(scope: any) {
  const desk = new bedrock.Agent(scope, 'Desk', { name: 'desk', foundationModel: bedrock.BedrockFoundationModel.AMAZON_NOVA_PRO_V1, instruction: 'x' });  // expect: agent aws-bedrock name=desk tools=refund
  const ops = new bedrock.Agent(scope, 'Ops', { name: 'ops', foundationModel: bedrock.BedrockFoundationModel.AMAZON_NOVA_PRO_V1, instruction: 'x' });  // expect: agent aws-bedrock name=ops tools=wipe
  const group = new bedrock.AgentActionGroup({ name: 'refund', enabled: true });  // expect: tool refund can=acts-outside~
  desk.addActionGroup(group);
  ops.addActionGroup(new bedrock.AgentActionGroup({ name: 'wipe', enabled: true }));  // expect: tool wipe
}
