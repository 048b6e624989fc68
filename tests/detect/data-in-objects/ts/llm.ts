import Anthropic from "@anthropic-ai/sdk";  // expect: use anthropic import

const client = new Anthropic();
const model = "claude-sonnet-4-5";  // expect: model claude-sonnet-4-5 provider=anthropic

export const ask = (q: string) =>
  // expect: flow anthropic personal,user-content
  client.messages.create({ model, max_tokens: 1, messages: [{ role: "user", content: q }] });
export const sumUp = (q: string) =>
  // expect: flow anthropic financial
  client.messages.create({ model, max_tokens: 1, messages: [{ role: "user", content: q }] });
export async function explain(item: Item) {
  // expect: flow anthropic special-category
  return client.messages.create({ model, max_tokens: 1, messages: [{ role: "user", content: item.text }] });
}
