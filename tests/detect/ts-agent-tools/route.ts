import { openai } from "@ai-sdk/openai"; // expect: use openai import ; use vercel-ai-sdk import
import { Agent } from "@mastra/core/agent"; // expect: use mastra import
import { createTool } from "@mastra/core/tools";
import { streamText, tool } from "ai";
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { db } from "./db";

const weather = tool({
  description: "The weather",
  inputSchema: z.object({ city: z.string() }),
  // expect: tool getWeather can=reads-untrusted origin=own open=no
  execute: async ({ city }) => (await fetch(`https://api.weather.example/${city}`)).json(),
});

const save = tool({
  description: "Save a note",
  inputSchema: z.object({ text: z.string() }),
  needsApproval: true,
  // expect: tool save can=acts-outside approval=yes open=no
  execute: async ({ text }) => writeFile("note.txt", text),
});

export const orders = createTool({
  id: "list-orders",
  // expect: tool list-orders can=reads-sensitive origin=own
  execute: async ({ context }) => db.execute("SELECT * FROM orders"),
});

export async function POST(question: string) {
  // expect: agent vercel-ai-sdk tools=getWeather,save,search can=none open=no ; flow openai user-content
  return streamText({
    model: openai("gpt-4o"), // expect: model gpt-4o provider=openai
    prompt: question,
    // expect: tool search can=reads-untrusted origin=package
    tools: { getWeather: weather, save, search: openai.tools.webSearch({}) },
  });
}

// expect: agent mastra name=Clerk tools=list-orders,save can=none open=no ; model gpt-4o-mini provider=openai
export const clerk = new Agent({ name: "Clerk", model: openai("gpt-4o-mini"), tools: { orders, save } });
