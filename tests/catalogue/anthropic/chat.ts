import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic();
await client.messages.create({
  model: "claude-3-5-haiku-20241022",
  max_tokens: 256,
  messages: [{ role: "user", content: "Hi" }],
});
