import { createAgent, openai } from "@inngest/agent-kit";

const agent = createAgent({ name: "Coder", system: "Write code", model: openai({ model: "gpt-4o" }) });
