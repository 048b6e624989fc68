import Anthropic from "@anthropic-ai/sdk"; // expect: use anthropic import
import OpenAI from "openai"; // expect: use openai import
import { Agent, codeInterpreterTool, webSearchTool } from "@openai/agents"; // expect: use openai-agents import

const client = new OpenAI();
const claude = new Anthropic();

export async function ask(question: string) {
  // expect: agent openai name=ask tools=file_search,web_search can=none ; flow openai user-content
  return client.responses.create({
    model: "gpt-4.1", // expect: model gpt-4.1 provider=openai
    input: question,
    tools: [
      { type: "web_search" }, // expect: tool web_search can=reads-untrusted
      { type: "file_search", vector_store_ids: ["vs_1"] }, // expect: tool file_search can=reads-sensitive
    ],
  });
}

export async function hands(question: string) {
  // expect: agent anthropic name=hands tools=bash_20250124,web_fetch_20250910 can=untrusted-code ; flow anthropic user-content
  return claude.beta.messages.create({
    model: "claude-sonnet-4-5", // expect: model claude-sonnet-4-5 provider=anthropic
    max_tokens: 100,
    messages: [{ role: "user", content: question }],
    tools: [
      { type: "bash_20250124", name: "bash" }, // expect: tool bash_20250124 can=runs-code
      { type: "web_fetch_20250910", name: "web_fetch" }, // expect: tool web_fetch_20250910 can=reads-untrusted
    ],
  });
}

// expect: agent openai-agents name=research tools=codeInterpreterTool,webSearchTool can=untrusted-code ; tool webSearchTool can=reads-untrusted ; tool codeInterpreterTool can=runs-code
export const research = new Agent({ name: "research", tools: [webSearchTool(), codeInterpreterTool()] });
