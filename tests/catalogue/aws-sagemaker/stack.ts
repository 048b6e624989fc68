import { HuggingFaceSageMakerEndpoint } from "@cdklabs/generative-ai-cdk-constructs";

export const endpoint = (scope: unknown) =>
  new HuggingFaceSageMakerEndpoint(scope, "Chat", { modelId: "tiiuae/falcon-7b-instruct" });
