import { bedrock } from "@cdklabs/generative-ai-cdk-constructs"; // expect: use aws-bedrock import

export const kb = (scope: unknown) => new bedrock.VectorKnowledgeBase(scope, "Kb", {});
