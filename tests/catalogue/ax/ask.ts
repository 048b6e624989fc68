import { ai } from "@ax-llm/ax"

export const llm = ai({ name: "openai", apiKey: process.env.KEY })
