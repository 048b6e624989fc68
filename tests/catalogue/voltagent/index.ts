import { Agent, VoltAgent } from "@voltagent/core";

new VoltAgent({ agents: {} });
