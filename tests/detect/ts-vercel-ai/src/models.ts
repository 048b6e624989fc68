import { openai } from "@ai-sdk/openai"; // expect: use openai import ; use vercel-ai-sdk import
import { anthropic as claude } from "@ai-sdk/anthropic"; // expect: use anthropic import

export const fast = openai(process.env.FAST_MODEL ?? "gpt-4o-mini"); // expect: model gpt-4o-mini provider=openai variable=FAST_MODEL
export const smart = claude("claude-sonnet-4-5-20250929"); // expect: model claude-sonnet-4-5-20250929 provider=anthropic pinned=yes
