import { z } from "zod";
export const schema = z.object({
  modelRegion: z.string().default("us-east-1"), // ok
  model2Region: z.string().default("europe-west4"), // ok
  modelId: z.string().default("us.anthropic.claude-3-5-haiku-20241022-v1:0"), // expect: model us.anthropic.claude-3-5-haiku-20241022-v1:0 provider=aws-bedrock; use aws-bedrock config
  modelIds: z.array(z.string()).default([
    "us.amazon.nova-pro-v1:0", // expect: model us.amazon.nova-pro-v1:0 provider=aws-bedrock
    "us.amazon.nova-lite-v1:0", // expect: model us.amazon.nova-lite-v1:0 provider=aws-bedrock
  ]),
});
