import OpenAI from "openai";

const client = new OpenAI({ baseURL: "https://openrouter.ai/api/v1", apiKey });
await client.chat.completions.create({ model: "anthropic/claude-sonnet-4.5", messages: [] });
