import { AgentRuntime } from "@elizaos/core";

const runtime = new AgentRuntime({ character });
