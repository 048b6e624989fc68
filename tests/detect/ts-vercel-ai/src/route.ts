import { streamText, generateText as generate } from "ai"; // expect: use vercel-ai-sdk import
import { fast, smart } from "./index";

export async function POST(req: Request) {
  const { messages } = await req.json();
  return streamText({ model: fast, messages }); // expect: flow openai user-content model=gpt-4o-mini
}

export async function summarise(body: string) {
  const { text } = await generate({ model: smart, prompt: `Summarise: ${body}` }); // expect: flow anthropic user-content model=claude-sonnet-4-5-20250929
  return text;
}
