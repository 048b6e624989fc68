import { MCPClient } from "@mastra/mcp"; // expect: use mastra import ; use mcp import
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const own = new StdioClientTransport({ command: "node", args: ["./build/server.js"] }); // expect: mcp server.js

export const several = new MCPClient({ // expect: unresolved endpoint mcp
  servers: {
    desk: { url: new URL(process.env.DESK_URL!) }, // expect: mcp desk
    weather: { url: new URL("https://weather.example.com/mcp") }, // expect: mcp weather
  },
});
