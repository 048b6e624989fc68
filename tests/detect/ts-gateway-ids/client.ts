import { createOpenRouter } from "@openrouter/ai-sdk-provider"; // expect: use openrouter import ; use vercel-ai-sdk import

export const gateway = createOpenRouter({ apiKey: process.env.GATEWAY_KEY });
