import { openai } from "@ai-sdk/openai";
import { Agent } from "@mastra/core/agent";

export const weather = new Agent({ name: "weather", instructions: "...", model: openai("gpt-4o-mini") });
