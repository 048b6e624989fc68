import { Client } from "@modelcontextprotocol/sdk/client/index.js";

const client = new Client({ name: "c", version: "1.0.0" });
