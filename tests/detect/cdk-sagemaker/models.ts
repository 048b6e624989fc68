import { HuggingFaceSageMakerEndpoint, SageMakerInstanceType } from "@cdklabs/generative-ai-cdk-constructs"; // expect: use aws-sagemaker import

const MODEL = "mistralai/Mistral-7B-Instruct-v0.2"; // expect: model mistralai/Mistral-7B-Instruct-v0.2 provider=aws-sagemaker

export const endpoint = (scope: unknown) =>
  new HuggingFaceSageMakerEndpoint(scope, "Chat", { modelId: MODEL, instanceType: SageMakerInstanceType.ML_G5_2XLARGE });
