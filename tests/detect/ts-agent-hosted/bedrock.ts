import { BedrockAgentClient, CreateAgentActionGroupCommand, CreateAgentCommand } from "@aws-sdk/client-bedrock-agent"; // expect: use aws-bedrock import
import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";

const agents = new BedrockAgentClient({});
const runtime = new BedrockRuntimeClient({});

export async function deploy() {
  // expect: agent aws-bedrock name=desk model=anthropic.claude-sonnet-4-5-20250929-v1:0 tools=ANTHROPIC.Bash,orders
  const desk = new CreateAgentCommand({ agentName: "desk", foundationModel: "anthropic.claude-sonnet-4-5-20250929-v1:0" }); // expect: model anthropic.claude-sonnet-4-5-20250929-v1:0 provider=aws-bedrock
  await agents.send(desk);
  // expect: tool orders open=yes
  await agents.send(new CreateAgentActionGroupCommand({ agentId: "A", agentVersion: "DRAFT", actionGroupName: "orders", apiSchema: { payload: "{}" } }));
  // expect: tool ANTHROPIC.Bash can=runs-code
  await agents.send(new CreateAgentActionGroupCommand({ agentId: "A", agentVersion: "DRAFT", actionGroupName: "sh", parentActionGroupSignature: "ANTHROPIC.Bash" }));
}
