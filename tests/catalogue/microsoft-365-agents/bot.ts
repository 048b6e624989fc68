import { AgentApplication, MemoryStorage } from "@microsoft/agents-hosting";

export const app = new AgentApplication({ storage: new MemoryStorage() });
