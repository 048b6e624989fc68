import * as cdk from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as bedrock from "aws-cdk-lib/aws-bedrock"; // expect: use aws-bedrock import

const EMBED = "amazon.titan-embed-text-v2:0"; // expect: model amazon.titan-embed-text-v2:0 provider=aws-bedrock
export class Desk extends cdk.Stack {
  constructor(scope: any, id: string, family: string) {
    super(scope, id);
    bedrock.FoundationModel.fromFoundationModelId(
      this,
      "Model",
      bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_5_SONNET_20240620_V1_0, // expect: model anthropic.claude-3-5-sonnet-20240620-v1:0 provider=aws-bedrock pinned=yes
    );
    bedrock.FoundationModel.fromFoundationModelId(this, "Old", bedrock.FoundationModelIdentifier.COHERE_COMMAND_V14); // expect: unresolved model aws-bedrock
    bedrock.ProvisionedModel.fromProvisionedModelArn(this, "Own", "arn:aws:bedrock:us-east-2:123456789012:provisioned-model/abc-123"); // expect: model arn:aws:bedrock:us-east-2:123456789012:provisioned-model/abc-123 provider=aws-bedrock
    new bedrock.CfnAgent(this, "Agent", { agentName: "desk", foundationModel: "anthropic.claude-3-haiku-20240307-v1:0" }); // expect: model anthropic.claude-3-haiku-20240307-v1:0 provider=aws-bedrock ; agent aws-bedrock name=desk
    new bedrock.CfnKnowledgeBase(this, "Facts", {
      name: "facts",
      knowledgeBaseConfiguration: {
        type: "VECTOR",
        vectorKnowledgeBaseConfiguration: { embeddingModelArn: `arn:aws:bedrock:${this.region}::foundation-model/${EMBED}` },
      },
    });
    new iam.PolicyStatement({
      actions: ["bedrock:InvokeModel"],
      resources: [
        `arn:aws:bedrock:${cdk.Aws.REGION}::foundation-model/meta.llama3-70b-instruct-v1:0`, // expect: model meta.llama3-70b-instruct-v1:0 provider=aws-bedrock
        cdk.Fn.sub("arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/amazon.nova-pro-v1:0"), // expect: model amazon.nova-pro-v1:0 provider=aws-bedrock
        `arn:${this.partition}:bedrock:*::foundation-model/*`, // ok
        `arn:aws:bedrock:${this.region}::foundation-model/anthropic.${family}`, // ok
        `arn:aws:s3:::${family}/foundation-model/amazon.nova-lite-v1:0`, // ok
      ],
    });
  }
}
