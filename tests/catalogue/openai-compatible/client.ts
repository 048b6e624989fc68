import { createOpenAICompatible } from "@ai-sdk/openai-compatible";

const own = createOpenAICompatible({ name: "own", baseURL: process.env.LLM_URL! });
