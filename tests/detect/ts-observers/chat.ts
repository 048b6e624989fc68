import Anthropic from "@anthropic-ai/sdk"; // expect: use anthropic import
import { observeOpenAI } from "@langfuse/openai"; // expect: use langfuse import
import OpenAI from "openai"; // expect: use openai import

const watched = observeOpenAI(new OpenAI()); // expect: observer langfuse wrapper on providers=openai
const plain = new OpenAI();

export async function seen(question: string) {
  // expect: flow openai user-content ; flow langfuse user-content
  return watched.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: question }] }); // expect: model gpt-4o provider=openai
}

export async function unseen(question: string) {
  // expect: flow openai user-content
  return plain.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: question }] });
}

export async function other(question: string) {
  // expect: flow anthropic user-content
  return new Anthropic().messages.create({ model: "claude-sonnet-4-5", max_tokens: 9, messages: [{ role: "user", content: question }] }); // expect: model claude-sonnet-4-5 provider=anthropic
}
