import { AgentSideConnection } from "@agentclientprotocol/sdk";

new AgentSideConnection((conn) => new Agent(conn), stream);
