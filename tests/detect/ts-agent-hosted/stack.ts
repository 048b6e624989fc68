import * as cdk from "aws-cdk-lib";
import * as bedrock from "aws-cdk-lib/aws-bedrock"; // expect: use aws-bedrock import
import { CfnAgent } from "aws-cdk-lib/aws-datasync"; // ok: moves files

export class Desk extends cdk.Stack {
  constructor(scope: cdk.App, id: string) {
    super(scope, id);
    new CfnAgent(this, "Mover", { agentName: "mover" });
    // expect: agent aws-bedrock name=desk model=amazon.nova-pro-v1:0 tools=AMAZON.CodeInterpreter,refund
    new bedrock.CfnAgent(this, "Desk", {
      agentName: "desk",
      foundationModel: "amazon.nova-pro-v1:0", // expect: model amazon.nova-pro-v1:0 provider=aws-bedrock
      actionGroups: [
        { actionGroupName: "money", functionSchema: { functions: [{ name: "refund", description: "Pays back" }] } }, // expect: tool refund can=acts-outside~
        { actionGroupName: "code", parentActionGroupSignature: "AMAZON.CodeInterpreter" }, // expect: tool AMAZON.CodeInterpreter can=runs-code
      ],
    });
  }
}
