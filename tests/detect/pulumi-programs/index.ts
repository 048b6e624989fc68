import * as aws from "@pulumi/aws";
import * as gcp from "@pulumi/gcp";
import * as azure_native from "@pulumi/azure-native";
import { cognitiveservices } from "@pulumi/azure-native";
import { Service } from "@pulumi/azure-native/search"; // expect: use azure-ai-search import

const MODEL = "anthropic.claude-3-5-sonnet-20240620-v1:0"; // expect: model anthropic.claude-3-5-sonnet-20240620-v1:0 provider=aws-bedrock pinned=yes ; use aws-bedrock config
const desk = new aws.bedrock.AgentAgent("desk", { agentName: "desk", foundationModel: MODEL }); // expect: agent aws-bedrock name=desk model=anthropic.claude-3-5-sonnet-20240620-v1:0
const facts = new aws.bedrock.AgentKnowledgeBase("facts", {
  knowledgeBaseConfiguration: {
    vectorKnowledgeBaseConfiguration: {
      embeddingModelArn: "arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0", // expect: model amazon.titan-embed-text-v2:0 provider=aws-bedrock
    },
  },
});
const account = new azure_native.cognitiveservices.Account("ai", { kind: "OpenAI", accountName: "contoso-ai" }); // expect: use azure-openai sdk-call
const speech = new azure_native.cognitiveservices.Account("speech", { kind: "SpeechServices" }); // expect: use azure-cognitive-services sdk-call
const chat = new cognitiveservices.Deployment("chat", {
  accountName: account.name,
  properties: { model: { format: "OpenAI", name: "gpt-4o", version: "2024-08-06" } }, // expect: model gpt-4o provider=azure-openai
});
const vectors = new aws.opensearch.ServerlessCollection("facts", { type: "VECTORSEARCH" }); // expect: use opensearch-vector sdk-call
const logs = new aws.opensearch.ServerlessCollection("logs", { type: "SEARCH" }); // ok
const endpoint = new gcp.vertex.AiEndpoint("e", { displayName: "x" }); // expect: use google-vertex sdk-call
const trained = new aws.sagemaker.Endpoint("m", { endpointConfigName: "m" }); // expect: use aws-sagemaker sdk-call
const search = new Service("s", { searchServiceName: "facts" });
const files = new aws.s3.Bucket("bedrock"); // ok
