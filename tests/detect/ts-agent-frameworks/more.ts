import { createAgent, humanInTheLoopMiddleware } from "langchain"; // expect: use langchain import
import { Agent as StrandsAgent } from "@strands-agents/sdk"; // expect: use strands-agents import
import { Agent as VoltAgent } from "@voltagent/core"; // expect: use voltagent import
import { createAgent as inngestAgent, createNetwork } from "@inngest/agent-kit"; // expect: use inngest-agent-kit import
import { agent, multiAgent } from "@llamaindex/workflow"; // expect: use llamaindex import
import { ToolLoopAgent, tool } from "ai"; // expect: use vercel-ai-sdk import
import { openai } from "@ai-sdk/openai"; // expect: use openai import
import { LlmAgent } from "@google/adk"; // expect: use google-adk import
import Anthropic from "@anthropic-ai/sdk"; // expect: use anthropic import

// expect: tool rate can=none approval=yes
const rate = tool({ description: "rate", needsApproval: true, execute: async (input: string) => input.toUpperCase() });

// expect: agent vercel-ai-sdk name=loop tools=rate ; model gpt-4o provider=openai
export const loop = new ToolLoopAgent({ model: openai("gpt-4o"), tools: { rate } });
// expect: agent langchain name=asked approval=yes ; model gpt-4o-mini provider=openai
export const asked = createAgent({ model: "openai:gpt-4o-mini", tools: [], middleware: [humanInTheLoopMiddleware({ interruptOn: { send: true } })] });
export const bee = new StrandsAgent({ tools: [rate] }); // expect: agent strands-agents name=bee tools=rate
export const writer = new VoltAgent({ name: "writer", model: openai("gpt-4o"), tools: [] }); // expect: agent voltagent name=writer
export const lead = new VoltAgent({ name: "lead", model: openai("gpt-4o"), subAgents: [writer] }); // expect: agent voltagent name=lead agents=writer
export const one = inngestAgent({ name: "one", tools: [rate] }); // expect: agent inngest-agent-kit name=one tools=rate
export const net = createNetwork({ name: "net", agents: [one] }); // expect: agent inngest-agent-kit name=net agents=one
export const asks = agent({ name: "asks", tools: [rate] }); // expect: agent llamaindex name=asks tools=rate
export const flow = multiAgent({ agents: [asks], rootAgent: asks }); // expect: agent llamaindex name=flow agents=asks
export const adk = new LlmAgent({ name: "adk", model: "gemini-2.5-flash", tools: [] }); // expect: agent google-adk name=adk ; model gemini-2.5-flash provider=google-gemini ; use google-gemini sdk-call

export async function run() {
  // expect: agent anthropic name=run tools=agent_toolset_20260401 can=untrusted-code ; tool agent_toolset_20260401 can=reads-untrusted,runs-code ; model claude-sonnet-4-5 provider=anthropic
  return new Anthropic().beta.agents.create({ name: "run", model: "claude-sonnet-4-5", tools: [{ type: "agent_toolset_20260401" }] });
}
