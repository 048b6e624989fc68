import Anthropic from "@anthropic-ai/sdk";  // expect: use anthropic import

const client = new Anthropic();

export const complete = (text: string) =>
  // expect: flow anthropic user-content; model claude-3-5-haiku-20241022 provider=anthropic
  client.messages.create({ model: "claude-3-5-haiku-20241022", max_tokens: 99, messages: [{ role: "user", content: text }] });
